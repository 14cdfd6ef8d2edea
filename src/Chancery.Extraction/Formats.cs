using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>What a document is, judged from its bytes first and its address second.</summary>
internal static class Formats
{
    private const int Probe = 1024;

    /// <summary>What bytes are that are no text: the name of a known kind, <c>binary data</c>, or null for text.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        string? known = bytes switch
        {
            [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "a PDF",
            [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => "a zip archive",
            [0x1F, 0x8B, ..] => "gzip data",
            [0x89, 0x50, 0x4E, 0x47, ..] => "a PNG picture",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
            [0x47, 0x49, 0x46, 0x38, ..] => "a GIF picture",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
            [0x7F, 0x45, 0x4C, 0x46, ..] => "a program",
            [0x52, 0x61, 0x72, 0x21, ..] => "a RAR archive",
            [0x37, 0x7A, 0xBC, 0xAF, ..] => "a 7z archive",
            [0x42, 0x5A, 0x68, ..] => "bzip2 data",
            [0xFD, 0x37, 0x7A, 0x58, ..] => "xz data",
            _ => null,
        };
        if (known is not null || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return known;
        ReadOnlySpan<byte> probe = bytes[..Math.Min(bytes.Length, 4 * Probe)];
        int controls = 0;
        int noughts = 0;
        foreach (byte b in probe)
        {
            noughts += b == 0 ? 1 : 0;
            controls += b is < 0x09 or > 0x0D and < 0x20 and not 0x1B and not 0x1A ? 1 : 0;
        }

        // UTF-16 of Latin text is half noughts; anything else with many controls is no text.
        return controls - noughts > probe.Length / 20 || noughts > probe.Length * 0.55 || noughts > probe.Length / 50 && noughts < probe.Length * 0.3 ? "binary data" : null;
    }

    public static DocumentFormat Detect(RawDocument raw)
    {
        string start = Encoding.Latin1.GetString(raw.Bytes.Span[..Math.Min(Probe, raw.Bytes.Length)]).Replace("\0", "", StringComparison.Ordinal).TrimStart();
        if (StartsLikePage(start))
            return DocumentFormat.Html;
        string path = raw.Uri.Split('?', '#')[0];
        bool named = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase);
        return named ? DocumentFormat.Html : DocumentFormat.PlainText;
    }

    private static bool StartsLikePage(string start)
    {
        foreach (string opening in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "\u00EF\u00BB\u00BF<!doctype html", "\u00EF\u00BB\u00BF<html"])
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return start.StartsWith('<') && start.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
