using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Files, feeds and archives as documents, read as a stream: memory does not grow with the input.</summary>
public static class Inputs
{
    /// <param name="stream">Read once from its place to its end; the caller closes it after the last record.</param>
    /// <param name="name">The path or address as the user gave it; <c>-</c> for standard input.</param>
    public static IEnumerable<InputRecord> Read(Stream stream, string name) => Read(stream, name, ExtractionLimits.Standard);

    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits)
    {
        if (HasEnding(name, ".jsonl", ".ndjson"))
            return JsonLines.Read(stream, name, limits);
        return [Single(stream, name, limits)];
    }

    private static InputRecord Single(Stream stream, string name, ExtractionLimits limits)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while (bytes.Length <= limits.DocumentBytes && (read = stream.Read(buffer, 0, buffer.Length)) > 0)
            bytes.Write(buffer, 0, read);
        return InputRecord.Of(new RawDocument { Uri = name, Bytes = bytes.ToArray() });
    }

    private static bool HasEnding(string name, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
