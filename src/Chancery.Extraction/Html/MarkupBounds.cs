using System.Buffers;
using System.Collections.Frozen;

namespace Chancery.Extraction;

/// <summary>
/// Copies markup within its bounds before any tree is built: a parser's time grows with the square of the depth and of the number
/// of attributes, and a page that goes beyond them was made to harm. What never is text, the bodies of scripts and styles and
/// comments, is left out on the way, so that it is not parsed.
/// </summary>
internal ref struct MarkupBounds
{
    private const int LongAttribute = 16;
    private static readonly SearchValues<char> NameSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_:");
    private static readonly FrozenDictionary<ulong, TagKind> Kinds = KindsByName();
    private readonly ReadOnlySpan<char> html;
    private readonly ExtractionLimits limits;
    private readonly Span<char> kept;
    private int copied;
    private int written;
    private int depth;
    private int tags;
    private string? cut;

    private MarkupBounds(ReadOnlySpan<char> html, ExtractionLimits limits, Span<char> kept)
    {
        this.html = html;
        this.limits = limits;
        this.kept = kept;
    }

    private enum TagKind : byte
    {
        Plain,

        /// <summary>Never closed.</summary>
        Void,

        /// <summary>Closed by what follows it, so that it does not nest by itself.</summary>
        Implied,

        /// <summary>Holds text without tags that may be part of the page.</summary>
        RawText,

        /// <summary>Holds text without tags that is no part of the page.</summary>
        Style,

        /// <summary>The same, but for data that it may declare.</summary>
        Script,
    }

    /// <summary>Which attributes of a tag are left out.</summary>
    private enum Trim : byte
    {
        Nothing,

        /// <summary>Those that reading never looks at.</summary>
        Unread,

        /// <summary>Addresses too, which reading looks at in the head of a page alone.</summary>
        UnreadOrPointing,
    }

    /// <summary>Copies the markup without what goes beyond the bounds; returns how many characters are left.</summary>
    /// <param name="html">The page.</param>
    /// <param name="kept">At least as long as the page.</param>
    /// <param name="limits">Depth, tags and attributes.</param>
    /// <param name="cut">What was cut, in words; null when nothing was.</param>
    public static int Copy(ReadOnlySpan<char> html, Span<char> kept, ExtractionLimits limits, out string? cut)
    {
        var bounds = new MarkupBounds(html, limits, kept);
        bounds.Run();
        cut = bounds.cut;
        return bounds.written;
    }

    private void Run()
    {
        int i = 0;
        while (true)
        {
            int next = html[i..].IndexOf('<');
            if (next < 0 || i + next + 1 >= html.Length)
                break;
            i += next;
            char c = html[i + 1];
            if (char.IsAsciiLetter(c))
                i = Opening(i);
            else if (c == '/' && i + 2 < html.Length && char.IsAsciiLetter(html[i + 2]))
                i = Closing(i);
            else
                i = c == '!' ? AfterComment(i) : i + 1;
            if (tags > limits.Tags)
            {
                cut = $"what follows {limits.Tags} tags";
                return;
            }
        }

        CopyTo(html.Length);
    }

    /// <summary>The place behind an opening tag and, for an element without tags, its text.</summary>
    private int Opening(int start)
    {
        (int writtenBefore, int copiedBefore) = (written, copied);
        TagKind kind = KindAt(start + 1, out int nameEnd);
        bool isPointer = kind is TagKind.Void or TagKind.Script;
        int end = TagEnd(nameEnd, isPointer ? Trim.Unread : Trim.UnreadOrPointing, out int attributes);
        bool beyond = attributes > limits.Attributes;
        if (beyond)
        {
            cut = $"tags with more than {limits.Attributes} attributes";
        }
        else if (kind == TagKind.Implied)
        {
            beyond = depth >= limits.Depth;
        }
        else if (kind != TagKind.Void && ++depth > limits.Depth)
        {
            beyond = true;
            cut = $"elements deeper than {limits.Depth}";
        }

        if (++tags > limits.Tags || beyond)
        {
            (written, copied) = (writtenBefore, copiedBefore);
            LeaveOut(start, end);
        }

        return kind < TagKind.RawText ? end : AfterText(kind, start + 1, nameEnd, end);
    }

    private int Closing(int start)
    {
        TagKind kind = KindAt(start + 2, out int nameEnd);
        int end = TagEnd(nameEnd, Trim.Nothing, out _);
        if (++tags > limits.Tags || kind != TagKind.Implied && depth > limits.Depth)
            LeaveOut(start, end);
        if (kind == TagKind.Implied)
            return end;
        depth = Math.Max(0, depth - 1);
        return end;
    }

    /// <summary>Scripts that declare data, and those in which comments may hide their end, stay as they are.</summary>
    private int AfterText(TagKind kind, int nameStart, int nameEnd, int end)
    {
        int close = TextEnd(html[nameStart..nameEnd], end);
        ReadOnlySpan<char> body = html[end..close];
        bool isData = kind == TagKind.Script && html[nameEnd..end].Contains("ld+json", StringComparison.OrdinalIgnoreCase);
        bool isForeign = html[end - 2] == '/';
        if (isForeign && kind != TagKind.RawText)
            return end;
        if (kind != TagKind.RawText && !isData && !body.Contains("<!--", StringComparison.Ordinal))
            LeaveOut(end, close, false);
        return close;
    }

    /// <summary>The next closing tag of this name; the end of the page where there is none.</summary>
    private readonly int TextEnd(ReadOnlySpan<char> name, int from)
    {
        while (true)
        {
            int close = html[from..].IndexOf("</");
            if (close < 0)
                return html.Length;
            from += close;
            if (html[(from + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return from;
            from += 2;
        }
    }

    /// <summary>Leaves out a comment; what else begins with an exclamation mark stays.</summary>
    private int AfterComment(int start)
    {
        int body = start + 4;
        if (!html[start..].StartsWith("<!--") || html[body..].StartsWith(">") || html[body..].StartsWith("->"))
            return start + 2;
        int close = html[body..].IndexOf("-->");
        int loose = html[body..(close < 0 ? html.Length : body + close)].IndexOf("--!>");
        if (close < 0 && loose < 0)
            return html.Length;
        int end = body + (loose >= 0 ? loose + 4 : close + 3);
        LeaveOut(start, end, false);
        return end;
    }

    private readonly TagKind KindAt(int nameStart, out int nameEnd)
    {
        ulong key = 0;
        nameEnd = nameStart;
        while (nameEnd < html.Length && nameEnd - nameStart < 64 && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':'))
            key = key << 8 | (uint)html[nameEnd++] | 0x20;
        return nameEnd - nameStart <= 8 && Kinds.TryGetValue(key, out TagKind kind) ? kind : TagKind.Plain;
    }

    /// <summary>The place behind the closing bracket, quotation marks heeded, and how many attributes stand before it.</summary>
    /// <param name="from">Behind the name.</param>
    /// <param name="trim">Which attributes to leave out.</param>
    /// <param name="attributes">About how many there are.</param>
    private int TagEnd(int from, Trim trim, out int attributes)
    {
        attributes = 0;
        char before = '\0';
        bool blank = false;
        int name = from;
        for (int i = from; i < html.Length; i++)
        {
            char c = html[i];
            if (c > '>')
            {
                // Nearly always a letter of a name.
                if (blank)
                {
                    attributes++;
                    name = i;
                    blank = false;
                }

                before = c;
                continue;
            }

            if (c == '>')
                return i + 1;
            if (c is '"' or '\'' && before == '=')
            {
                int close = html[(i + 1)..].IndexOf(c);
                if (close < 0)
                    return html.Length;
                i += close + 1;
                if (trim != Trim.Nothing && i - name > LongAttribute && IsUnread(html[name..i], trim))
                    LeaveOut(name, i + 1, false);
                name = i + 1;
                before = c;
                blank = false;
                continue;
            }

            bool isBlank = c is ' ' or '\n' or '\t' or '\r' or '/';
            if (blank && !isBlank && c != '=')
            {
                attributes++;
                name = i;
            }

            blank = isBlank;
            if (!char.IsWhiteSpace(c))
                before = c;
        }

        return html.Length;
    }

    /// <summary>True for an attribute with a plain name that nothing asks for.</summary>
    private static bool IsUnread(ReadOnlySpan<char> attribute, Trim trim)
    {
        ReadOnlySpan<char> name = attribute[..Math.Max(0, attribute.IndexOf('='))].TrimEnd();
        return name.Length > 0 && !name.ContainsAnyExcept(NameSigns) && (!Markup.IsRead(name) || trim == Trim.UnreadOrPointing && name is "href");
    }

    private void LeaveOut(int start, int end, bool parts = true)
    {
        CopyTo(start);
        copied = end;
        if (parts)
            kept[written++] = ' ';
    }

    private void CopyTo(int end)
    {
        if (end <= copied)
            return;
        html[copied..end].CopyTo(kept[written..]);
        written += end - copied;
        copied = end;
    }

    private static FrozenDictionary<ulong, TagKind> KindsByName()
    {
        var kinds = new Dictionary<ulong, TagKind>();
        Add(TagKind.Void, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");
        Add(TagKind.Implied, "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup");
        Add(TagKind.RawText, "textarea", "title", "xmp", "iframe", "noembed", "noframes");
        Add(TagKind.Style, "style");
        Add(TagKind.Script, "script");
        return kinds.ToFrozenDictionary();

        void Add(TagKind kind, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                kinds[name.Aggregate(0UL, (key, c) => key << 8 | c)] = kind;
        }
    }
}
