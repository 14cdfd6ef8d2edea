using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>What the elements of HTML mean for reading.</summary>
internal static class Markup
{
    public static readonly MarkupHint Hidden = new("hidden", false);

    private static readonly FrozenDictionary<string, TagMeaning> Meanings = MeaningsByTag();

    /// <summary>True for an attribute that reading looks at; the parser leaves out the others.</summary>
    public static bool IsRead(ReadOnlySpan<char> attribute) => attribute is
        "class" or "id" or "role" or "itemprop" or "property" or "name" or "content" or "http-equiv" or "type" or "rel" or "href" or "datetime" or "title"
        or "hidden" or "aria-hidden" or "style" or "lang" or "pubdate" or "data-component";

    /// <summary>What the element alone says, before any class.</summary>
    public static TagMeaning MeaningOf(string tag) => Meanings.GetValueOrDefault(tag);

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

    private static FrozenDictionary<string, TagMeaning> MeaningsByTag()
    {
        var meanings = new Dictionary<string, TagMeaning>(StringComparer.Ordinal);
        Add(new TagMeaning { IsSkipped = true }, "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "select", "textarea", "input", "map", "audio", "video", "head", "img", "datalist", "noframes", "frameset");
        Add(
            new TagMeaning { IsInline = true },
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby",
            "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-link");
        Add(new TagMeaning { IsDeclaration = true }, "meta", "title", "script", "link");
        Add(new TagMeaning { Hint = new("navigation", true) }, "nav");
        Add(new TagMeaning { Hint = new("footer", false) }, "footer");
        Add(new TagMeaning { Hint = new("sidebar", false) }, "aside");
        Add(new TagMeaning { Hint = new("form", false) }, "form", "dialog");
        Add(new TagMeaning { Hint = new("form", true) }, "button");
        Add(new TagMeaning { Hint = new("navigation", false) }, "menu");
        Add(new TagMeaning { Hint = new("caption", true) }, "figcaption");
        Add(new TagMeaning { Hint = new("caption", false) }, "caption");
        Add(new TagMeaning { Hint = new("byline", false) }, "address");
        return meanings.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(TagMeaning meaning, params ReadOnlySpan<string> tags)
        {
            foreach (string tag in tags)
                meanings[tag] = meaning;
        }
    }
}

/// <summary>What an element means for reading; the default is a block of its own that says nothing more.</summary>
internal readonly record struct TagMeaning
{
    /// <summary>Nothing in it is read.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>A part of the line that it stands in.</summary>
    public bool IsInline { get; init; }

    /// <summary>Says something of the page.</summary>
    public bool IsDeclaration { get; init; }

    /// <summary>What the lines in it probably are; null for most.</summary>
    public MarkupHint? Hint { get; init; }
}
