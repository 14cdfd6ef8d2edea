using System.Text;
using System.Text.Json;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Documents that another program wrote, one JSON object a line.</summary>
internal static class JsonLines
{
    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits)
    {
        int number = 0;
        foreach (LineRead line in ByteLines.Read(stream, limits.DocumentBytes))
        {
            number++;
            string place = $"{name}:{number}";
            if (line.WasCut)
                yield return InputRecord.Failed(place, DiagnosticId.OversizedInput, $"The line is longer than {limits.DocumentBytes} bytes and was not read.");
            else if (!IsBlank(line.Bytes.Span))
                yield return Parse(line.Bytes, place);
        }
    }

    private static InputRecord Parse(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "text") is not { } text)
                return InputRecord.Failed(place, DiagnosticId.MalformedRecord, "The line is no object with a text.");
            return InputRecord.Of(new RawDocument
            {
                Uri = Text(root, "url") ?? place,
                Bytes = Encoding.UTF8.GetBytes(text),
                Format = DocumentFormat.GivenText,
                Id = Text(root, "id"),
                Title = Text(root, "title"),
                Outlet = Text(root, "outlet"),
                Published = Text(root, "published"),
                Language = Text(root, "language"),
            });
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return InputRecord.Failed(place, DiagnosticId.MalformedRecord, "The line is no valid JSON.");
        }
    }

    /// <summary>A text or a number as text; null for anything else, and for a blank.</summary>
    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
            return null;
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return name != "text" && string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r\uFEFF"u8).IsEmpty;
}
