using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>One pass over the tree of a page that turns it into lines inside sections.</summary>
internal sealed class PageWalk
{
    private const int LongestBold = 60;
    private readonly PageTree tree = new();
    private readonly MarkupHints hints;
    private readonly Dictionary<string, MarkupHint?> judged = new(StringComparer.Ordinal);
    private readonly int lineLimit;
    private char[] buffer = new char[512];
    private int filled;
    private int section = -1;
    private int linkDepth;
    private int linkChars;
    private int leadingLink;
    private int emphasisDepth;
    private int emphasisChars;
    private readonly List<(string Text, int LinkChars, string Tag, string? Names, MarkupHint Hint)> asides = [];
    private bool pendingSpace;
    private LineKind kind;
    private int level;
    private int pictures;

    private PageWalk(MarkupHints hints, int lineLimit)
    {
        this.hints = hints;
        this.lineLimit = lineLimit;
    }

    public static PageTree Read(IHtmlDocument page, MarkupHints hints, int lineLimit)
    {
        var walk = new PageWalk(hints, lineLimit);
        walk.tree.DeclaredLanguage = page.DocumentElement?.GetAttribute("lang");
        if (page.Head is { } head)
            walk.Head(head);
        if (page.Body is Element body)
            walk.Block(body, "body", walk.SignsOf(body, "body", default));
        return walk.tree;
    }

    private void Head(IHtmlHeadElement head)
    {
        INodeList nodes = head.ChildNodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is Element element)
                Declaration(element);
        }
    }

    private bool Declaration(Element element)
    {
        switch (element.LocalName)
        {
            case "meta":
                string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
                if (name is not null && element.GetAttribute("content") is { Length: > 0 } content)
                    tree.Metas.Add(new PageMeta(name.Trim().ToLowerInvariant(), content.Trim()));
                return true;
            case "title":
                tree.HeadTitle ??= element.TextContent;
                return true;
            case "script":
                if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                    tree.LinkedData.Add(element.TextContent);
                return true;
            case "link":
                if (element.GetAttribute("rel") == "canonical")
                    tree.CanonicalUrl ??= element.GetAttribute("href");
                return true;
            default:
                return false;
        }
    }

    private void Children(INode parent)
    {
        INodeList nodes = parent.ChildNodes;
        int count = nodes.Length;
        for (int i = 0; i < count; i++)
        {
            INode node = nodes[i];
            if (node is Element element)
                Element(element, nodes, i);
            else if (node is IText text)
                Append(text.Data);
        }
    }

    private void Element(Element element, INodeList siblings, int place)
    {
        string tag = element.LocalName;
        TagMeaning meaning = Markup.MeaningOf(tag);
        pictures += tag == "img" ? 1 : 0;
        if (tree.WasCut || meaning.IsSkipped || meaning.IsDeclaration && Declaration(element))
            return;
        if (tag == "br")
        {
            LineBreak(siblings, place);
            return;
        }

        ElementSigns signs = SignsOf(element, tag, meaning);
        if (signs.IsTime)
            Time(element);
        if (!meaning.IsInline)
            Block(element, tag, signs);
        else if (signs.Hint is { IsBody: false } hint && (hint.Certain || hint.Reason is "hidden" or "share bar" or "comment"))
            Aside(element, tag, signs.Names, hint);
        else
            Inline(element, tag);
    }

    private void Inline(Element element, string tag)
    {
        bool isLink = tag == "a";
        bool isEmphasis = tag is "b" or "strong" or "em" or "i";
        linkDepth += isLink ? 1 : 0;
        emphasisDepth += isEmphasis ? 1 : 0;
        Children(element);
        linkDepth -= isLink ? 1 : 0;
        emphasisDepth -= isEmphasis ? 1 : 0;
    }

    /// <summary>Words inside a line that are no part of it: they stand as a line of their own behind it.</summary>
    private void Aside(Element element, string tag, string? names, MarkupHint hint)
    {
        string text = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0)
            return;
        asides.Add((text, linkDepth > 0 || tag == "a" ? text.Length : 0, tag, names, hint));
        if (filled == 0 && asides.Count > 20)
            Flush();
    }

    private void Block(Element element, string tag, ElementSigns signs)
    {
        Flush();
        int parent = section;
        LineKind outerKind = kind;
        int outerLevel = level;
        int picturesBefore = pictures;
        kind = Markup.KindOf(tag, kind);
        level = Markup.LevelOf(tag, level);
        tree.Sections.Add(new PageSection(parent, tag, signs.Names, signs.Hint, tree.Lines.Count)
        {
            IsDeclaredBody = signs.IsDeclaredBody,
            IsDeclaredArticle = signs.IsDeclaredArticle || tag is "article" or "main",
        });
        section = tree.Sections.Count - 1;
        if (tag is "td" or "th")
            kind = LineKind.TableRow;
        Inline(element, tag);
        Flush();
        tree.Sections[section].End = tree.Lines.Count;
        tree.Sections[section].Pictures = pictures - picturesBefore;
        section = parent;
        kind = outerKind;
        level = outerLevel;
    }

    /// <summary>Two breaks end a block, as does one after the end of a sentence or behind a few words all in bold; any other is a space.</summary>
    private void LineBreak(INodeList siblings, int place)
    {
        INode? next = null;
        for (int i = place + 1; i < siblings.Length && next is null; i++)
            next = siblings[i] is IComment || siblings[i] is IText { Data: var data } && string.IsNullOrWhiteSpace(data) ? null : siblings[i];
        bool isDouble = next is Element { LocalName: "br" };
        if (isDouble || filled == 0 || filled < LongestBold && emphasisChars >= filled || Sentences.EndsOne(buffer.AsSpan(0, filled)) || filled < LongestBold && next is IText { Data: var after } && StartsUpper(after))
            Flush();
        else
            pendingSpace = true;
    }

    private static bool StartsUpper(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
                return !char.IsLower(c);
        }

        return false;
    }

    private void Time(Element element)
    {
        string? value = element.GetAttribute("datetime");
        if (string.IsNullOrWhiteSpace(value))
            value = element.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(value))
            value = element.GetAttribute("title");
        if (string.IsNullOrWhiteSpace(value))
            value = element.TextContent;
        if (value.Length > 200)
            return;
        string names = (element.ClassName + " " + element.GetAttribute("itemprop") + " " + element.GetAttribute("property") + (element.HasAttribute("pubdate") ? " published" : "")).ToLowerInvariant();
        bool modified = names.Contains("modified", StringComparison.Ordinal) || names.Contains("updated", StringComparison.Ordinal);
        bool marked = names.Contains("publish", StringComparison.Ordinal) || names.Contains("entry-date", StringComparison.Ordinal) || names.Contains("datecreated", StringComparison.Ordinal);
        tree.Times.Add(new PageTime(value.Trim(), marked, modified, tree.Lines.Count));
    }

    /// <summary>What one look over the attributes tells of an element.</summary>
    private ElementSigns SignsOf(Element element, string tag, TagMeaning meaning)
    {
        INamedNodeMap attributes = ((IElement)element).Attributes;
        bool isTime = tag is "time" or "abbr";
        bool isNamed = meaning.Hint is not null || tag == "body";
        MarkupHint? hint = meaning.Hint;
        string? names = null;
        string? item = null;
        string? property = null;
        bool isArticle = false;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            string value = attribute.Value;
            switch (attribute.LocalName)
            {
                case "datetime":
                    isTime = true;
                    continue;
                case "property":
                    property = value;
                    continue;
                case "hidden":
                case "aria-hidden" when value == "true":
                case "style" when IsUndisplayed(value):
                    hint = isNamed ? hint : Markup.Hidden;
                    isNamed = true;
                    continue;
                case "class":
                    names = value;
                    break;
                case "itemprop":
                    item = value;
                    break;
                case "role":
                    isArticle = value is "main" or "article";
                    break;
                case "id" or "data-component":
                    break;
                default:
                    continue;
            }

            if (!isNamed && Named(value) is { } named && (hint is null || named.Certain && !hint.Certain || hint.IsBody && !named.IsBody))
                hint = named;
        }

        return new ElementSigns(names, hint)
        {
            IsTime = isTime || (item ?? property) is { } declared && declared.Contains("date", StringComparison.OrdinalIgnoreCase),
            IsDeclaredBody = item is not null && item.Contains("articleBody", StringComparison.OrdinalIgnoreCase),
            IsDeclaredArticle = isArticle,
        };
    }

    /// <summary>Pages repeat the names of their elements: each is judged once.</summary>
    private MarkupHint? Named(string names)
    {
        if (!judged.TryGetValue(names, out MarkupHint? hint))
            judged[names] = hint = hints.Find(names);
        return hint;
    }

    private static bool IsUndisplayed(string style) =>
        style.Contains("none", StringComparison.OrdinalIgnoreCase) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the text to the line, white space collapsed, signs that do not show left out.</summary>
    private void Append(string text)
    {
        if (filled + text.Length + 1 > buffer.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, filled + text.Length + 1));
        char[] line = buffer;
        int from = filled;
        int end = from;
        foreach (char c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\r' || c is < ' ' or >= '\u0080' && !Shows(c))
            {
                pendingSpace |= c <= ' ' ? c != '\0' : IsSpace(c);
                continue;
            }

            if (pendingSpace)
            {
                if (end > 0)
                    line[end++] = ' ';
                pendingSpace = false;
            }

            line[end++] = c;
        }

        filled = end;
        if (linkDepth > 0)
        {
            leadingLink = linkChars == from ? end : leadingLink;
            linkChars += end - from;
        }

        if (emphasisDepth > 0)
            emphasisChars += end - from;
    }

    private static bool Shows(char c) => !IsSpace(c) && c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u2060' or '\0');

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u2028' or '\u2029';

    private void Flush()
    {
        pendingSpace = false;
        if (filled > 0)
        {
            if (tree.Lines.Count >= lineLimit)
                tree.WasCut = true;
            else
                tree.Lines.Add(new PageLine(new string(buffer, 0, filled), linkChars, section, kind, level) { IsEmphasized = emphasisChars >= filled, LeadingLink = leadingLink });
        }

        filled = 0;
        linkChars = 0;
        leadingLink = 0;
        emphasisChars = 0;
        foreach ((string text, int links, string tag, string? names, MarkupHint hint) in asides)
        {
            if (tree.Lines.Count >= lineLimit)
                break;
            tree.Sections.Add(new PageSection(section, tag, names, hint, tree.Lines.Count) { End = tree.Lines.Count + 1 });
            tree.Lines.Add(new PageLine(text, links, tree.Sections.Count - 1, LineKind.Text, 0));
        }

        asides.Clear();
    }
}

/// <summary>What the attributes of an element say of it.</summary>
/// <param name="Names">Its class attribute.</param>
/// <param name="Hint">What tag, class, id and role say; null when they say nothing.</param>
internal readonly record struct ElementSigns(string? Names, MarkupHint? Hint)
{
    /// <summary>True for a time element or one that declares a date.</summary>
    public bool IsTime { get; init; }

    public bool IsDeclaredBody { get; init; }

    public bool IsDeclaredArticle { get; init; }
}
