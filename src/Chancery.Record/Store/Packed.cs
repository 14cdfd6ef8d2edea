using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>Small lists as JSON in one column: nobody searches them row by row, and SQLite's own JSON functions open them.</summary>
internal static class Packed
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Strings(ImmutableArray<string> values) =>
        values.IsEmpty ? "[]" : Write(json => WriteAll(json, values, static (json, value) => json.WriteStringValue(value)));

    public static string Sectors(ImmutableArray<Sector> values) => Strings([.. values.Select(value => value.Code())]);

    public static string Ranges(ImmutableArray<TextRange> values) =>
        values.IsEmpty ? "[]" : Write(json => WriteAll(json, values, static (json, range) => WriteTuple(json, range)));

    public static string Blocks(ImmutableArray<Block> values) =>
        Write(json => WriteAll(json, values, static (json, block) => WriteTuple(json, block.Range, Names.Of(block.Kind), block.Language)));

    public static string Dropped(ImmutableArray<DroppedRange> values) =>
        values.IsEmpty ? "[]" : Write(json => WriteAll(json, values, static (json, dropped) => WriteTuple(json, dropped.Range, dropped.Reason)));

    public static string Mentions(IEnumerable<EntityMention> values) =>
        Write(json => WriteAll(json, values, static (json, mention) =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(mention.Range.Start);
            json.WriteNumberValue(mention.Range.End);
            json.WriteNumberValue(mention.HeadToken);
            json.WriteStringValue(Names.Of(mention.Kind));
            json.WriteStringValue(mention.Rule.ToString());
            json.WriteEndArray();
        }));

    public static string Quantities(ImmutableArray<Quantity> values) =>
        values.IsEmpty ? "[]" : Write(json => WriteAll(json, values, static (json, quantity) =>
        {
            json.WriteStartObject();
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unit", quantity.Unit);
            json.WriteBoolean("approximate", quantity.Approximate);
            json.WriteRange(quantity.Range);
            json.WriteEndObject();
        }));

    public static string Chain(ImmutableArray<Attribution> values) =>
        values.IsEmpty ? "[]" : Write(json => WriteAll(json, values, static (json, link) =>
        {
            json.WriteStartObject();
            json.WriteString("text", link.Text);
            if (link.Entity is { } entity)
                json.WriteNumber("entity", entity);
            if (link.Stance is { } stance)
                json.WriteString("stance", Names.Of(stance));
            json.WriteEndObject();
        }));

    public static string? Dateline(Dateline? dateline) =>
        dateline is null ? null : Write(json =>
        {
            json.WriteStartObject();
            json.WriteRange(dateline.Range);
            json.WriteString("place", dateline.Place);
            if (dateline.Date is { } date)
                json.WritePartialDate("date", date);
            json.WriteString("agency", dateline.Agency);
            json.WriteEndObject();
        });

    public static ImmutableArray<string> ReadStrings(string packed)
    {
        if (packed == "[]")
            return [];

        // As they are written, and nearly always without anything that JSON would escape.
        bool isPlain = packed.StartsWith("[\"", StringComparison.Ordinal) && packed.EndsWith("\"]", StringComparison.Ordinal) && !packed.Contains('\\', StringComparison.Ordinal) && !packed.Contains("\" ", StringComparison.Ordinal);
        return isPlain ? [.. packed[2..^2].Split("\",\"")] : Read(packed, static item => item.GetString()!);
    }

    public static ImmutableArray<Sector> ReadSectors(string packed) =>
        packed == "[]" ? [] : [.. ReadStrings(packed).Select(Names.Parse<Sector>)];

    public static ImmutableArray<TextRange> ReadRanges(string packed) => Read(packed, static item => RangeOfTuple(item));

    public static ImmutableArray<Block> ReadBlocks(string packed) =>
        Read(packed, static item => new Block(RangeOfTuple(item), Names.Parse<BlockKind>(item[2].GetString()!)) { Language = item.GetArrayLength() > 3 ? item[3].GetString() : null });

    public static ImmutableArray<DroppedRange> ReadDropped(string packed) =>
        Read(packed, static item => new DroppedRange(RangeOfTuple(item), item[2].GetString()!));

    public static ImmutableArray<EntityMention> ReadMentions(string packed, int entity) =>
        Read(packed, item => new EntityMention(
            RangeOfTuple(item), item[2].GetInt32(), entity, Names.Parse<MentionKind>(item[3].GetString()!), new RuleId(item[4].GetString()!)));

    public static ImmutableArray<Quantity> ReadQuantities(string packed) =>
        Read(packed, static item => new Quantity(
            item.GetProperty("value").GetDecimal(), item.GetProperty("unit").GetString()!, item.GetProperty("approximate").GetBoolean(), RangeOf(item)));

    public static ImmutableArray<Attribution> ReadChain(string packed) =>
        Read(packed, static item => new Attribution(
            item.GetProperty("text").GetString()!,
            item.TryGetProperty("entity", out JsonElement entity) ? entity.GetInt32() : null,
            item.TryGetProperty("stance", out JsonElement stance) ? Names.Parse<Stance>(stance.GetString()!) : null));

    public static Dateline? ReadDateline(string? packed)
    {
        if (packed is null)
            return null;
        using JsonDocument json = JsonDocument.Parse(packed);
        JsonElement root = json.RootElement;
        PartialDate? date = root.TryGetProperty("date", out JsonElement found)
            ? DateColumns.Read(found.GetProperty("start").GetString(), found.GetProperty("end").GetString(), found.GetProperty("precision").GetString()!)
            : null;
        return new Dateline(RangeOf(root), root.GetProperty("place").GetString()!, date, root.GetProperty("agency").GetString());
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (T value in values)
            write(json, value);
        json.WriteEndArray();
    }

    private static void WriteTuple(Utf8JsonWriter json, TextRange range, params ReadOnlySpan<string?> words)
    {
        json.WriteStartArray();
        json.WriteNumberValue(range.Start);
        json.WriteNumberValue(range.End);
        foreach (string? word in words)
        {
            if (word is not null)
                json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<T> Read<T>(string packed, Func<JsonElement, T> read)
    {
        if (packed == "[]")
            return [];
        using JsonDocument json = JsonDocument.Parse(packed);
        return [.. json.RootElement.EnumerateArray().Select(read)];
    }

    private static TextRange RangeOfTuple(JsonElement item) => TextRange.FromBounds(item[0].GetInt32(), item[1].GetInt32());

    private static TextRange RangeOf(JsonElement item) =>
        TextRange.FromBounds(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32());
}

/// <summary>A partial date as three columns: start, end, precision.</summary>
internal static class DateColumns
{
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PartialDate Read(string? start, string? end, string precision) => Names.Parse<DatePrecision>(precision) switch
    {
        DatePrecision.Day => PartialDate.Day(Day(start)),
        DatePrecision.Month => PartialDate.Month(Day(start).Year, Day(start).Month),
        DatePrecision.Year => PartialDate.Year(Day(start).Year),
        DatePrecision.Range => PartialDate.Between(Day(start), Day(end)),
        DatePrecision.Before => PartialDate.Before(Day(end)),
        DatePrecision.After => PartialDate.After(Day(start)),
        _ => PartialDate.Unknown,
    };

    private static DateOnly Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new StoreException($"the store holds '{iso}' where a day should stand");
}
