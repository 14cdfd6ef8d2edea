using System.Text;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>What a document is, judged from its bytes first and its address second.</summary>
internal static class Formats
{
    private const int Probe = 1024;

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
