using System.Collections.Immutable;
using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Tells by its first bytes, and only then by its name, what an input is, and reads it so.</summary>
internal static class InputKinds
{
    private const int Probe = 4096;

    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits, int depth)
    {
        if (stream.CanSeek && IsZip(stream))
            return ZipEntries.Read(stream, name, limits, depth);
        var peek = new PeekStream(stream, Probe);
        ReadOnlySpan<byte> start = peek.Start;
        if (start is [0x50, 0x4B, 0x03, 0x04, ..] && !HasEnding(name, ".txt", ".html", ".htm"))
            return ZipEntries.Read(peek, name, limits, depth);
        if (start is [0x1F, 0x8B, 0x08, ..])
        {
            return depth > limits.ArchiveDepth
                ? [InputRecord.Failed(name, DiagnosticId.OversizedInput, $"Archives lie more than {limits.ArchiveDepth} deep; this one was not opened.")]
                : Read(new BoundedStream(new GzipMembers(peek, limits.Expansion), limits.ArchiveBytes), name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, limits, depth + 1);
        }

        if (start.StartsWith("WARC/"u8))
            return WarcRecords.Read(peek, name, limits);
        string head = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (HasEnding(name, ".jsonl", ".ndjson") || name == "-" && head.StartsWith('{'))
            return JsonLines.Read(peek, name, limits);
        if (IsFeed(head))
            return FeedItems.Read(peek, name, limits);
        if (HasEnding(name, ".xml", ".rss", ".atom") && head.StartsWith("<?xml", StringComparison.Ordinal) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return FeedItems.Read(peek, name, limits);
        bool isMessage = (HasEnding(name, ".mhtml", ".mht") || name == "-") && MhtmlPage.Looks(start);
        return [Single(peek, name, limits, isMessage)];
    }

    private static InputRecord Single(Stream stream, string name, ExtractionLimits limits, bool isMessage)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        // One buffer more than the bound: the reader of the document then sees, and says, that it is cut.
        ImmutableArray<Diagnostic> problems = [];
        try
        {
            while (bytes.Length <= limits.DocumentBytes && (read = stream.Read(buffer, 0, buffer.Length)) > 0)
                bytes.Write(buffer, 0, read);
        }
        catch (InvalidDataException) when (bytes.Length > 0 && !isMessage)
        {
            problems = [new Diagnostic(DiagnosticId.MalformedRecord, Severity.Warning, default, "The packed data are damaged or end too early; what stood before was read.")];
        }

        return isMessage ? MhtmlPage.Read(bytes.ToArray(), name) : InputRecord.Of(new RawDocument { Uri = name, Bytes = bytes.ToArray(), Problems = problems });
    }

    private static bool IsFeed(string head)
    {
        int i = 0;
        // Behind declarations and comments stands the first element.
        while (i < head.Length && (i = head.IndexOf('<', i)) >= 0 && i + 1 < head.Length && head[i + 1] is '?' or '!')
        {
            bool isComment = head.AsSpan(i).StartsWith("<!--");
            int end = head.IndexOf(isComment ? "-->" : ">", i, StringComparison.Ordinal);
            if (end < 0)
                return false;
            i = end + 1;
        }

        if (i < 0 || i >= head.Length)
            return false;
        ReadOnlySpan<char> element = head.AsSpan(i);
        return element.StartsWith("<rss") || element.StartsWith("<feed") || element.StartsWith("<rdf:RDF") || element.StartsWith("<RDF");
    }

    private static bool IsZip(Stream stream)
    {
        long place = stream.Position;
        Span<byte> magic = stackalloc byte[4];
        int read = stream.ReadAtLeast(magic, 4, false);
        stream.Position = place;
        return read == 4 && magic is [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06];
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
