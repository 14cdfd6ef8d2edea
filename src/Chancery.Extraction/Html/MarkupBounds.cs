using System.Text;

namespace Chancery.Extraction;

/// <summary>
/// Cuts markup to the bounds before any tree is built: a parser's time grows with the square of the depth and of the number of
/// attributes, and a page that goes beyond them was made to harm.
/// </summary>
internal static class MarkupBounds
{
    private static readonly HashSet<string> Voids = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype",
    };

    /// <summary>Closed by what follows them, so that they do not nest by themselves.</summary>
    private static readonly HashSet<string> Implied = new(StringComparer.OrdinalIgnoreCase)
    {
        "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    };

    private static readonly string[] RawTexts = ["script", "style", "textarea", "title", "noscript", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>The markup itself where it keeps the bounds, else a copy without the tags that go beyond them.</summary>
    /// <param name="html">The page.</param>
    /// <param name="limits">Depth, tags and attributes.</param>
    /// <param name="cut">What was cut, in words; null when nothing was.</param>
    public static string Apply(string html, ExtractionLimits limits, out string? cut)
    {
        cut = null;
        StringBuilder? kept = null;
        int copied = 0;
        int depth = 0;
        int tags = 0;
        int i = 0;
        while ((i = html.IndexOf('<', i)) >= 0)
        {
            int start = i;
            if (!IsTagStart(html, i, out bool closes))
            {
                i++;
                continue;
            }

            int nameStart = closes ? i + 2 : i + 1;
            int nameEnd = nameStart;
            while (nameEnd < html.Length && nameEnd - nameStart < 64 && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':' or '!'))
                nameEnd++;
            int end = TagEnd(html, nameEnd, limits, out int attributes);
            ReadOnlySpan<char> name = html.AsSpan(nameStart, nameEnd - nameStart);
            bool isVoid = Voids.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
            bool beyond = attributes > limits.Attributes;
            if (beyond)
                cut = $"tags with more than {limits.Attributes} attributes";
            if (++tags > limits.Tags)
            {
                cut = $"what follows {limits.Tags} tags";
                return (kept ?? new StringBuilder()).Append(html, copied, start - copied).ToString();
            }

            if (closes)
            {
                if (Implied.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                {
                    i = end;
                    continue;
                }

                beyond |= depth > limits.Depth;
                depth = Math.Max(0, depth - 1);
            }
            else if (Implied.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                beyond |= depth >= limits.Depth;
            }
            else if (!isVoid && !beyond && ++depth > limits.Depth)
            {
                beyond = true;
                cut = $"elements deeper than {limits.Depth}";
            }

            if (beyond)
            {
                kept ??= new StringBuilder(html.Length / 2);
                kept.Append(html, copied, start - copied).Append(' ');
                copied = end;
            }

            i = closes ? end : AfterRawText(html, name, end);
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsTagStart(string html, int i, out bool closes)
    {
        closes = i + 1 < html.Length && html[i + 1] == '/';
        int first = closes ? i + 2 : i + 1;
        return first < html.Length && char.IsAsciiLetter(html[first]);
    }

    /// <summary>The place behind the closing bracket, quotation marks heeded, and how many attributes stand before it.</summary>
    private static int TagEnd(string html, int from, ExtractionLimits limits, out int attributes)
    {
        attributes = 0;
        int simple = html.AsSpan(from).IndexOfAny('>', '"', '\'');
        if (simple >= 0 && html[from + simple] == '>' && simple < limits.Attributes)
            return from + simple + 1;
        int end = Scan(html, from, false, out _);
        if (end - from > 2 * limits.Attributes)
            Scan(html, from, true, out attributes);
        return end;
    }

    private static int Scan(string html, int from, bool counts, out int attributes)
    {
        attributes = 0;
        bool blank = false;
        for (int i = from; i < html.Length; i++)
        {
            if (!counts)
            {
                int next = html.AsSpan(i).IndexOfAny('>', '"', '\'');
                if (next < 0)
                    return html.Length;
                i += next;
            }

            char c = html[i];
            if (c == '>')
                return i + 1;
            if (c is '"' or '\'' && i > 0 && IsValueStart(html, i))
            {
                int close = html.IndexOf(c, i + 1);
                if (close < 0)
                    return html.Length;
                i = close;
                blank = false;
                continue;
            }

            bool isBlank = c is ' ' or '\n' or '\t' or '\r' or '/';
            if (blank && !isBlank && c != '=')
                attributes++;
            blank = isBlank;
        }

        return html.Length;
    }

    private static bool IsValueStart(string html, int quote)
    {
        int i = quote - 1;
        while (i > 0 && char.IsWhiteSpace(html[i]))
            i--;
        return html[i] == '=';
    }

    private static int AfterRawText(string html, ReadOnlySpan<char> name, int from)
    {
        if (name.Length < 3 || name[0] is not ('s' or 'S' or 't' or 'T' or 'n' or 'N' or 'x' or 'X' or 'i' or 'I'))
            return from;
        foreach (string raw in RawTexts)
        {
            if (!name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                continue;
            int close = html.AsSpan(from).IndexOf("</" + raw, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? html.Length : from + close;
        }

        return from;
    }
}
