using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The small shapes that the reading's JSON repeats.</summary>
internal static class JsonParts
{
    public static void WriteRange(this Utf8JsonWriter json, TextRange range)
    {
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
    }

    public static void WriteRangeObject(this Utf8JsonWriter json, TextRange range)
    {
        json.WriteStartObject();
        json.WriteRange(range);
        json.WriteEndObject();
    }

    public static void WriteSide(this Utf8JsonWriter json, Side side, ImmutableArray<Entity> entities)
    {
        json.WriteStartObject();
        json.WriteString("entity", entities[side.Entity].Id);
        json.WriteRange(side.Range);
        json.WriteEndObject();
    }

    public static void WriteCountry(this Utf8JsonWriter json, string name, CountryCode country)
    {
        if (country.IsNone)
            json.WriteNull(name);
        else
            json.WriteString(name, country.ToString());
    }

    public static void WritePartialDate(this Utf8JsonWriter json, string name, PartialDate date)
    {
        json.WriteStartObject(name);
        json.WriteDateParts(date);
        json.WriteEndObject();
    }

    public static void WriteDateParts(this Utf8JsonWriter json, PartialDate date)
    {
        json.WriteString("start", Iso(date.Start));
        json.WriteString("end", Iso(date.End));
        json.WriteString("precision", date.Precision.ToString().ToLowerInvariant());
    }

    public static void WriteAttribution(this Utf8JsonWriter json, ImmutableArray<Attribution> chain, ImmutableArray<Entity> entities)
    {
        json.WriteStartArray("attribution");
        foreach (Attribution link in chain)
        {
            json.WriteStartObject();
            json.WriteString("text", link.Text.WithoutLoneSurrogates());
            if (link.Entity is { } index)
                json.WriteString("entity", entities[index].Id);
            if (link.Stance is { } stance)
                json.WriteString("stance", stance.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The same length with each lone surrogate as U+FFFD, which JSON can carry; offsets stay true.</summary>
    public static string WithoutLoneSurrogates(this string text)
    {
        int bad = FirstLoneSurrogate(text, 0);
        if (bad < 0)
            return text;
        char[] characters = text.ToCharArray();
        for (; bad >= 0; bad = FirstLoneSurrogate(text, bad + 1))
            characters[bad] = '\uFFFD';
        return new string(characters);
    }

    private static int FirstLoneSurrogate(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            int next = text.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
                return -1;
            i += next;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                return i;
        }

        return -1;
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
