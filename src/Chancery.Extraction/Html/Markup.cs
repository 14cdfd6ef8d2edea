using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>What the elements of HTML mean for reading.</summary>
internal static class Markup
{
    public static readonly MarkupHint Hidden = new("hidden", false);

    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        StringComparer.Ordinal,
        "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "select", "textarea", "input", "map", "audio", "video", "head", "img", "datalist", "noframes", "frameset");

    private static readonly FrozenSet<string> Inlines = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-link");

    private static readonly FrozenDictionary<string, MarkupHint> Hints = new Dictionary<string, MarkupHint>(StringComparer.Ordinal)
    {
        ["nav"] = new("navigation", true),
        ["footer"] = new("footer", false),
        ["aside"] = new("sidebar", false),
        ["form"] = new("form", false),
        ["button"] = new("form", true),
        ["dialog"] = new("form", false),
        ["menu"] = new("navigation", false),
        ["figcaption"] = new("caption", true),
        ["caption"] = new("caption", false),
        ["address"] = new("byline", false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for an attribute that reading looks at; the parser leaves out the others.</summary>
    public static bool IsRead(ReadOnlySpan<char> attribute) => attribute is
        "class" or "id" or "role" or "itemprop" or "property" or "name" or "content" or "http-equiv" or "type" or "rel" or "href" or "datetime" or "title"
        or "hidden" or "aria-hidden" or "style" or "lang" or "pubdate" or "data-component";

    public static bool IsSkipped(string tag) => Skipped.Contains(tag);

    public static bool IsInline(string tag) => Inlines.Contains(tag);

    /// <summary>What the element alone says, before any class; null for most.</summary>
    public static MarkupHint? HintOf(string tag) => Hints.GetValueOrDefault(tag);

    public static LineKind KindOf(string tag, LineKind outer) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => LineKind.Heading,
        "li" or "dd" or "dt" => LineKind.ListItem,
        "td" or "th" or "tr" => LineKind.TableRow,
        "figcaption" => LineKind.Caption,
        "pre" => LineKind.Preformatted,
        "p" => outer == LineKind.TableRow ? LineKind.Text : outer,
        "body" or "table" or "ul" or "ol" or "dl" or "article" or "section" or "main" => LineKind.Text,
        _ => outer,
    };

    public static int LevelOf(string tag, int outer) =>
        tag is ['h', >= '1' and <= '6'] ? tag[1] - '0' : tag is "div" or "p" or "article" or "section" or "ul" or "ol" or "table" ? 0 : outer;
}
