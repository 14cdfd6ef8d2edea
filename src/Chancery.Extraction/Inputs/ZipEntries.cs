using System.IO.Compression;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Entries of a zip archive, each read as an input of its own. Their names are labels alone: nothing is ever written out.</summary>
internal static class ZipEntries
{
    private static readonly string[] Endings =
        [".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".warc", ".gz", ".zip"];

    public static IEnumerable<InputRecord> Read(Stream stream, string name, ExtractionLimits limits, int depth)
    {
        if (depth > limits.ArchiveDepth)
            return [InputRecord.Failed(name, DiagnosticId.OversizedInput, $"Archives lie more than {limits.ArchiveDepth} deep; this one was not opened.")];
        return Open(stream, limits) is { } archive
            ? Entries(archive, name, limits, depth)
            : [InputRecord.Failed(name, DiagnosticId.MalformedRecord, "The archive is damaged, or too large to be read from where it came; nothing of it was read.")];
    }

    /// <summary>An archive is read from its end: what cannot be sought is kept in memory up to a bound.</summary>
    private static ZipArchive? Open(Stream stream, ExtractionLimits limits)
    {
        try
        {
            if (stream.CanSeek)
                return new ZipArchive(stream, ZipArchiveMode.Read, true);
            var copy = new MemoryStream();
            new BoundedStream(stream, 16L * limits.DocumentBytes).CopyTo(copy);
            return new ZipArchive(copy, ZipArchiveMode.Read, false);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static IEnumerable<InputRecord> Entries(ZipArchive archive, string name, ExtractionLimits limits, int depth)
    {
        using ZipArchive open = archive;
        int number = 0;
        IReadOnlyList<ZipArchiveEntry>? entries = null;
        try
        {
            entries = open.Entries;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // Told below.
        }

        if (entries is null)
        {
            yield return InputRecord.Failed(name, DiagnosticId.MalformedRecord, "The directory of the archive is damaged; nothing of it was read.");
            yield break;
        }

        foreach (ZipArchiveEntry entry in entries)
        {
            string place = name + "/" + entry.FullName;
            if (!IsReport(entry.FullName))
                continue;
            if (++number > limits.ArchiveEntries)
            {
                yield return InputRecord.Failed(place, DiagnosticId.OversizedInput, $"The archive has more than {limits.ArchiveEntries} entries; the rest was not read.");
                yield break;
            }

            if (entry.Length > 1 << 20 && entry.CompressedLength * limits.Expansion < entry.Length)
            {
                yield return InputRecord.Failed(place, DiagnosticId.OversizedInput, $"The entry is packed more than {limits.Expansion} times smaller than it is; it was not read.");
                continue;
            }

            foreach (InputRecord record in Guarded.Records(() => InputKinds.Read(new BoundedStream(entry.Open(), Math.Max(entry.Length, 1)), place, limits, depth + 1), place))
                yield return record;
        }
    }

    private static bool IsReport(string path)
    {
        string file = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.Length > 0 && file[0] != '.' && !path.StartsWith("__MACOSX", StringComparison.Ordinal) && Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
