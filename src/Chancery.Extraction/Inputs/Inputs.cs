namespace Chancery.Extraction;

/// <summary>Files, feeds and archives as documents, read as a stream: memory does not grow with the input.</summary>
public static class Inputs
{
    /// <summary>Reads within the standard bounds.</summary>
    /// <param name="stream">Read once from its place to its end; the caller closes it after the last record.</param>
    /// <param name="name">The path or address as the user gave it; <c>-</c> for standard input.</param>
    public static IEnumerable<InputRecord> Read(Stream stream, string name) => Read(stream, name, ExtractionLimits.Standard);

    /// <summary>Reads text, pages, MHTML, JSONL, RSS, Atom and WARC, each also packed with gzip or in a zip archive.</summary>
    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits) =>
        Guarded.Records(() => InputKinds.Read(stream, name, limits, 0), name);
}
