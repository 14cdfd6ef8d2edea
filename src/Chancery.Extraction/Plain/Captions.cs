using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Lines that stood under a picture.</summary>
internal static class Captions
{
    private const int LongestCaption = 60;
    private const int LongestCredit = 9;

    /// <summary><c>caption</c>, <c>credit</c>, or null for a line that shows neither.</summary>
    public static string? ReasonOf(TextLine line, CaptionMarks marks, LineLabels labels)
    {
        if (line.Words.Count > LongestCaption)
            return null;
        if (line.Text.StartsWith('\u00A9') && line.Words.Count <= 2 * LongestCredit)
            return "credit";
        if (IsBracketed(line.Text) && !line.EndsSentence && line.Words.Count is > 0 and <= LongestCredit)
            return "credit";
        if (labels.Find(line.Text.AsSpan().TrimStart("[("), out _) == LineLabel.Photo)
            return "caption";
        if (marks.HasSide(line.Text) && IsOneSentence(line.Text))
            return "caption";
        if (!line.EndsSentence && marks.EndsWithSide(line.Text))
            return "caption";
        if (marks.HasCredit(line.Text) && (!line.EndsSentence || EndsInBrackets(line.Text) && marks.HasCredit(line.Text[line.Text.LastIndexOfAny(['(', '['])..])))
            return line.Words.Count <= LongestCredit ? "credit" : "caption";
        return null;
    }

    private static bool EndsInBrackets(string text) => text.TrimEnd('.', ' ') is [.., ')' or ']'] && text.LastIndexOfAny(['(', '[']) > 0;

    private static bool IsBracketed(string text) => text is ['(', .., ')'] or ['[', .., ']'] && text.IndexOfAny([')', ']']) == text.Length - 1;

    private static bool IsOneSentence(string text)
    {
        for (int i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i > 3 && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2]) && char.IsLower(text[i - 3]))
                return false;
        }

        return true;
    }
}
