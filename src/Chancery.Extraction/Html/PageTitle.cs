using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>The headline of a page, from its declarations and its first heading.</summary>
internal static class PageTitle
{
    /// <summary>How many words make the only heading of the second level a headline and no name of a part of the site.</summary>
    private const int FewestWords = 5;

    /// <summary>A sentence so long before it makes it a heading within the report.</summary>
    private const int ShortestText = 50;

    public static string? Of(PageTree tree)
    {
        string? declared = null;
        foreach (PageMeta meta in tree.Metas)
        {
            if (meta.Name is "og:title")
            {
                declared = meta.Content;
                break;
            }
        }

        string? head = Collapse(tree.HeadTitle);
        PageLine? only = null;
        PageLine? second = null;
        int seconds = 0;
        int number = 0;
        bool isOpened = false;
        foreach (PageLine line in tree.Lines)
        {
            number++;
            isOpened |= line.Kind != LineKind.Heading && line.LinkShare == 0 && line.Text.Length > ShortestText && Sentences.EndsOne(line.Text);
            if (line.Kind != LineKind.Heading || line.Level > 2)
                continue;
            if (line.Level == 2 && seconds++ == 0 && !isOpened && line.LinkShare == 0 && number * 2 <= tree.Lines.Count + 2 && LineWord.Of(line.Text, FewestWords).Count == FewestWords)
                second = line;
            if (declared is not null && Agree(declared, line.Text) || head is not null && Agree(head, line.Text))
                return line.Text;
            if (line.Level == 1 && number * 2 <= tree.Lines.Count + 2)
                only ??= line;
        }

        return Collapse(declared) ?? only?.Text ?? (seconds == 1 ? second?.Text : null) ?? head;
    }

    /// <summary>True when one is the other, or holds all of its words, as a head title holds the headline beside the name of the site.</summary>
    public static bool Agree(string left, string right)
    {
        List<LineWord> a = LineWord.Of(left, 60);
        List<LineWord> b = LineWord.Of(right, 60);
        if (a.Count == 0 || b.Count == 0)
            return false;
        if (a.Count > b.Count)
            (a, b) = (b, a);
        if (a.Count < 3 && a.Count < b.Count)
            return false;
        var words = new HashSet<string>(b.Select(word => word.Text), StringComparer.Ordinal);
        int shared = a.Count(word => words.Contains(word.Text));
        return shared >= a.Count * 0.85;
    }

    private static string? Collapse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
