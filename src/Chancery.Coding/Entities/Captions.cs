using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Short lines without an end, several in a row: captions, lists and menus that the page left in its body. They tell what is shown, not who acts.</summary>
internal static class Captions
{
    private const int LongestLine = 12;

    private const int ShortestRow = 4;

    /// <summary>The blocks of the body that are such lines.</summary>
    public static HashSet<int> Find(Document document)
    {
        var blocks = new HashSet<int>();
        int first = 0;
        for (int i = 0; i <= document.Body.Length; i++)
        {
            if (i < document.Body.Length && IsLine(document.Text.AsSpan(document.Body[i].Range.Start, document.Body[i].Range.Length)))
                continue;
            if (i - first >= ShortestRow)
                blocks.UnionWith(Enumerable.Range(first, i - first));
            first = i + 1;
        }

        return blocks;
    }

    private static bool IsLine(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length == 0 || !char.IsLetterOrDigit(text[^1]) && text[^1] != ')')
            return false;
        int words = 1;
        foreach (char c in text)
            words += char.IsWhiteSpace(c) ? 1 : 0;
        return words <= LongestLine;
    }
}
