using System.Text;

namespace Chancery.Cli;

/// <summary>Colours for a terminal, and nothing for a pipe.</summary>
internal readonly record struct Ink(bool IsTerminal)
{
    public string Strong(string text) => Paint(text, "1");

    public string Faint(string text) => Paint(text, "2");

    /// <summary>Cooperation green, conflict red, the material ones bright.</summary>
    public string Act(string text, Model.EventType? type) => type switch
    {
        null => text,
        { } known when Model.EventTypes.Quad(known) is Model.QuadClass.VerbalCooperation => Paint(text, "32"),
        { } known when Model.EventTypes.Quad(known) is Model.QuadClass.MaterialCooperation => Paint(text, "1;32"),
        { } known when Model.EventTypes.Quad(known) is Model.QuadClass.VerbalConflict => Paint(text, "31"),
        _ => Paint(text, "1;31"),
    };

    private string Paint(string text, string code) => IsTerminal && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}

/// <summary>Text of a report made fit for one line of a terminal.</summary>
internal static class Lines
{
    /// <summary>One line without control characters, so that no report can steer the terminal; runs of white space become one space.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isBlank = char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format;
            if (!isBlank)
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The same lines without other control characters.</summary>
    public static string Printable(string text) => string.Concat(text.Where(c => c == '\n' || !char.IsControl(c)));

    /// <summary>At most so many characters, the last an ellipsis when something is left out.</summary>
    public static string Clip(string text, int width)
    {
        if (text.Length <= width)
            return text;
        if (width <= 1)
            return width <= 0 ? "" : "…";
        int end = char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Lines of at most so many characters, broken at blanks; a longer word stands alone and overhangs.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        int start = 0;
        while (text.Length - start > width)
        {
            int end = text.LastIndexOf(' ', start + width, width);
            if (end <= start)
                end = text.IndexOf(' ', start + width);
            if (end < 0)
                break;
            yield return text[start..end];
            start = end + 1;
        }

        yield return text[start..];
    }

    public static string Fit(string text, int width) => Clip(text, width).PadRight(width);

    /// <summary>The part of a line around a place, at most so many characters, cut at blanks.</summary>
    public static string Around(ReadOnlySpan<char> text, int from, int to, int width)
    {
        if (text.Length <= width)
            return Clean(text);
        int spare = Math.Max(0, width - (to - from)) / 2;
        int start = Math.Clamp(from - spare, 0, Math.Max(0, text.Length - width));
        int end = Math.Min(text.Length, start + width);
        while (start > 0 && start < from && !char.IsWhiteSpace(text[start - 1]))
            start++;
        while (end < text.Length && end > to && !char.IsWhiteSpace(text[end]))
            end--;
        return (start > 0 ? "… " : "") + Clean(text[start..end]) + (end < text.Length ? " …" : "");
    }
}
