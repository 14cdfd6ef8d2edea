using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>One pass over the tree of a page that turns it into lines inside sections.</summary>
internal sealed class PageWalk
{
    private readonly PageTree tree = new();
    private readonly MarkupHints hints;
    private readonly Dictionary<string, MarkupHint?> judged = new(StringComparer.Ordinal);
    private readonly int lineLimit;
    private readonly StringBuilder buffer = new();
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
        if (page.Body is { } body)
            walk.Block(body, "body");
        return walk.tree;
    }

    private void Head(IHtmlHeadElement head)
    {
        for (INode? node = head.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IElement element)
                Declaration(element);
        }
    }

    private bool Declaration(IElement element)
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
        for (INode? node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            switch (node)
            {
                case IText text:
                    Append(text.Data);
                    break;
                case IElement element:
                    Element(element);
                    break;
            }
        }
    }

    private void Element(IElement element)
    {
        string tag = element.LocalName;
        if (tree.WasCut || Markup.IsSkipped(tag) || Declaration(element))
            return;
        if (tag == "br")
        {
            LineBreak(element);
            return;
        }

        if (tag is "time" or "abbr" || element.Attributes.Length > 0 && (element.HasAttribute("datetime") 
            || (element.GetAttribute("itemprop") ?? element.GetAttribute("property")) is { } property && property.Contains("date", StringComparison.OrdinalIgnoreCase)))
            Time(element);
        if (Markup.IsInline(tag))
        {
            if (HintOf(element, tag) is { IsBody: false } hint && (hint.Certain || hint.Reason is "hidden" or "share bar" or "comment"))
                Aside(element, tag, hint);
            else
                Inline(element, tag);
            return;
        }

        Block(element, tag);
    }

    private void Inline(IElement element, string tag)
    {
        if (tag == "a")
            linkDepth++;
        else if (tag is "b" or "strong" or "em" or "i")
            emphasisDepth++;
        Children(element);
        if (tag == "a")
            linkDepth--;
        else if (tag is "b" or "strong" or "em" or "i")
            emphasisDepth--;
    }

    /// <summary>Words inside a line that are no part of it: they stand as a line of their own behind it.</summary>
    private void Aside(IElement element, string tag, MarkupHint hint)
    {
        string text = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0)
            return;
        asides.Add((text, linkDepth > 0 || tag == "a" ? text.Length : 0, tag, element.ClassName, hint));
        if (buffer.Length == 0 && asides.Count > 20)
            Flush();
    }

    private void Block(IElement element, string tag)
    {
        Flush();
        int parent = section;
        LineKind outerKind = kind;
        int outerLevel = level;
        kind = Markup.KindOf(tag, kind);
        level = Markup.LevelOf(tag, level);
        tree.Sections.Add(new PageSection(parent, tag, element.ClassName, HintOf(element, tag), tree.Lines.Count)
        {
            IsDeclaredBody = element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase),
            IsDeclaredArticle = tag is "article" or "main" || element.GetAttribute("role") is "main" or "article",
        });
        section = tree.Sections.Count - 1;
        if (tag is "td" or "th")
            kind = LineKind.TableRow;
        Inline(element, tag);
        Flush();
        tree.Sections[section].End = tree.Lines.Count;
        section = parent;
        kind = outerKind;
        level = outerLevel;
    }

    /// <summary>Two breaks end a block, as does one after the end of a sentence; any other is a space.</summary>
    private void LineBreak(IElement element)
    {
        INode? next = element.NextSibling;
        while (next is IText { Data: var data } && string.IsNullOrWhiteSpace(data) || next is IComment)
            next = next.NextSibling;
        bool isDouble = next is IElement { LocalName: "br" };
        if (isDouble || buffer.Length == 0 || Sentences.EndsOne(buffer) || buffer.Length < 60 && next is IText { Data: var after } && StartsUpper(after))
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

    private void Time(IElement element)
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

    private MarkupHint? HintOf(IElement element, string tag)
    {
        if (Markup.HintOf(tag) is { } byTag)
            return byTag;
        if (tag == "body" || element.Attributes.Length == 0)
            return null;
        MarkupHint? best = null;
        foreach (IAttr attribute in element.Attributes)
        {
            switch (attribute.LocalName)
            {
                case "hidden":
                case "aria-hidden" when attribute.Value == "true":
                case "style" when IsUndisplayed(attribute.Value):
                    return Markup.Hidden;
                case "class" or "id" or "role" or "itemprop" or "data-component":
                    if (Named(attribute.Value) is { } hint && (best is null || hint.Certain && !best.Certain || best.IsBody && !hint.IsBody))
                        best = hint;
                    break;
            }
        }

        return best;
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

    private void Append(string text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u2028' or '\u2029')
            {
                pendingSpace = true;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060' or '\0')
                continue;
            if (pendingSpace)
            {
                if (buffer.Length > 0)
                    Add(' ');
                pendingSpace = false;
            }

            Add(c);
        }
    }

    private void Add(char c)
    {
        buffer.Append(c);
        if (linkDepth > 0)
        {
            if (linkChars + 1 == buffer.Length)
                leadingLink = buffer.Length;
            linkChars++;
        }

        if (emphasisDepth > 0)
            emphasisChars++;
    }

    private void Flush()
    {
        pendingSpace = false;
        if (buffer.Length > 0)
        {
            if (tree.Lines.Count >= lineLimit)
                tree.WasCut = true;
            else
                tree.Lines.Add(new PageLine(buffer.ToString(), linkChars, section, kind, level) { IsEmphasized = emphasisChars >= buffer.Length, LeadingLink = leadingLink });
        }

        buffer.Clear();
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
