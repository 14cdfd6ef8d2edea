using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Short lines without an end, several in a row, and lines with the credit of a picture: captions, lists and menus that the page left in its body. They tell what is shown, not who acts.</summary>
internal static class Captions
{
    private const int LongestLine = 12;

    private const int ShortestRow = 4;

    private const int LongestCredit = 25;

    /// <summary>The blocks of the body that are such lines.</summary>
    public static HashSet<int> Find(Document document, MentionWords words)
    {
        var blocks = new HashSet<int>();
        for (int i = 0; i < document.Body.Length; i++)
        {
            if (IsCredited(document.Text[document.Body[i].Range.Start..document.Body[i].Range.End], words))
                blocks.Add(i);
        }

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

    /// <summary>"A market at dawn. Photo: Karl Beck."</summary>
    private static bool IsCredited(string text, MentionWords words)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string[] parts = text.Split(' ', '\n', '\t');
        if (colon <= 0 || parts.Length > LongestCredit)
            return false;
        int start = text.LastIndexOfAny([' ', '\n', '(', '.', '|'], colon - 1) + 1;
        return char.IsUpper(text[start]) && words.IsCredit(text[start..colon].ToLowerInvariant());
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
