using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chancery.Web;

/// <summary>A column of a table that leaves the desk.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Value">"" for nothing.</param>
internal sealed record Field<T>(string Name, Func<T, string> Value);

/// <summary>The rows behind a page, as CSV and as JSON.</summary>
internal abstract class Sheet
{
    /// <summary>What stands before the rows of this page: a link to the next, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Lines of CSV with their ends, the headings first, all rows that the page's address asks for.</summary>
    public abstract IEnumerable<string> CsvLines();

    /// <summary>The rows of this page as JSON objects.</summary>
    public abstract IEnumerable<ReadOnlyMemory<byte>> JsonRows();

    /// <summary>A field of CSV. What a spreadsheet would take for a formula begins with an apostrophe; numbers stay as they are.</summary>
    public static string CsvField(string value)
    {
        string safe = IsFormula(value) ? "'" + value : value;
        return safe.AsSpan().ContainsAny('"', ',', '\n') || safe.Contains('\r', StringComparison.Ordinal)
            ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : safe;
    }

    private static bool IsFormula(string value) =>
        value.TrimStart(' ') is { Length: > 0 } text
        && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠'
        && !double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

/// <summary>Rows of one kind.</summary>
/// <param name="page">Those that the page shows.</param>
/// <param name="all">Those that its address asks for; taken one by one.</param>
/// <param name="fields">The columns of CSV.</param>
/// <param name="json">A row as a JSON object.</param>
internal sealed class Sheet<T>(IEnumerable<T> page, IEnumerable<T> all, ImmutableArray<Field<T>> fields, Func<T, ReadOnlyMemory<byte>> json) : Sheet
{
    public override IEnumerable<string> CsvLines()
    {
        yield return string.Join(',', fields.Select(field => field.Name)) + "\r\n";
        foreach (T row in all)
            yield return string.Join(',', fields.Select(field => CsvField(field.Value(row)))) + "\r\n";
    }

    public override IEnumerable<ReadOnlyMemory<byte>> JsonRows() => page.Select(json);
}

/// <summary>Small JSON objects of this desk.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Names and values as strings.</summary>
    public static ReadOnlyMemory<byte> Of<T>(T row, ImmutableArray<Field<T>> fields) => Write(json =>
    {
        foreach (Field<T> field in fields)
            json.WriteString(field.Name, Clean(field.Value(row)));
    });

    /// <summary>JSON cannot carry lone surrogates.</summary>
    private static string Clean(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
