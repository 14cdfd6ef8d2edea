using Chancery.Knowledge;

namespace Chancery.Extraction;

internal enum LineKind : byte
{
    Text,
    Heading,
    ListItem,
    TableRow,
    Caption,
    Preformatted,
}

/// <summary>A block of running text of a page, white space collapsed.</summary>
/// <param name="Text">Never blank.</param>
/// <param name="LinkChars">How many of its characters are links.</param>
/// <param name="Section">Index of the element that holds it.</param>
/// <param name="Kind">What the markup says it is.</param>
/// <param name="Level">Of a heading, 1 to 6; else 0.</param>
internal sealed record PageLine(string Text, int LinkChars, int Section, LineKind Kind, int Level)
{
    /// <summary>Characters that all stand in bold or emphasis.</summary>
    public bool IsEmphasized { get; init; }

    /// <summary>How many of its first characters are one link.</summary>
    public int LeadingLink { get; init; }

    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkChars / Text.Length;
}

/// <summary>An element that holds lines: the lines from First to before End, its parent's index and what its names say.</summary>
internal sealed class PageSection(int parent, string tag, string? names, MarkupHint? hint, int first)
{
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    /// <summary>Its class attribute: siblings of one tag and one class are items of a list.</summary>
    public string? Names { get; } = names;

    /// <summary>What tag, class, id and role say; null when they say nothing.</summary>
    public MarkupHint? Hint { get; } = hint;

    public int First { get; } = first;

    public int End { get; set; }

    /// <summary>How many pictures stand in it.</summary>
    public int Pictures { get; set; }

    /// <summary>True for the element that markup itself declares to be the text of the report: itemprop articleBody.</summary>
    public bool IsDeclaredBody { get; init; }

    /// <summary>True for an element that should hold the report, perhaps with more: article, main.</summary>
    public bool IsDeclaredArticle { get; init; }
}

/// <summary>A name and a content of a meta element, in page order.</summary>
internal readonly record struct PageMeta(string Name, string Content);

/// <summary>A time element or one with a datetime attribute.</summary>
/// <param name="Value">The attribute or, without one, its text.</param>
/// <param name="Marked">True for those that say they are the publication: pubdate, itemprop datePublished, class published.</param>
/// <param name="Modified">True for those that say they are a later change.</param>
/// <param name="Line">The line that it will stand in.</param>
internal readonly record struct PageTime(string Value, bool Marked, bool Modified, int Line);

/// <summary>A page as lines inside nested sections, with what its head and its scripts declare.</summary>
internal sealed class PageTree
{
    public List<PageLine> Lines { get; } = [];

    public List<PageSection> Sections { get; } = [];

    public List<PageMeta> Metas { get; } = [];

    public List<PageTime> Times { get; } = [];

    /// <summary>Bodies of JSON-LD scripts.</summary>
    public List<string> LinkedData { get; } = [];

    public string? HeadTitle { get; set; }

    public string? CanonicalUrl { get; set; }

    public string? DeclaredLanguage { get; set; }

    public bool WasCut { get; set; }
}
