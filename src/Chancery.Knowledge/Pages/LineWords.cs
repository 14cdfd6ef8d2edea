namespace Chancery.Knowledge;

/// <summary>A line as the words that phrases are matched against: lower case, without apostrophes, an ideograph or kana a word of its own.</summary>
public readonly record struct LineWord(string Text, int Start, int End)
{
    /// <summary>True for digits alone, which the phrase sign <c>#</c> matches.</summary>
    public bool IsNumber { get; init; }

    /// <param name="line">The characters.</param>
    /// <param name="limit">Words beyond this number are not read.</param>
    public static List<LineWord> Of(ReadOnlySpan<char> line, int limit = int.MaxValue)
    {
        var words = new List<LineWord>();
        Span<char> buffer = stackalloc char[64];
        int i = 0;
        while (i < line.Length && words.Count < limit)
        {
            char c = line[i];
            if (c == '\u00A9')
            {
                words.Add(new LineWord("\u00A9", i, ++i));
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                i++;
                continue;
            }

            int start = i;
            if (IsIdeograph(c))
            {
                words.Add(new LineWord(c.ToString(), start, ++i));
                continue;
            }

            int length = 0;
            bool number = true;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || IsApostrophe(line[i]) || IsMark(line[i])) && !IsIdeograph(line[i]))
            {
                if (!IsApostrophe(line[i]))
                {
                    number &= char.IsDigit(line[i]);
                    if (length < buffer.Length)
                        buffer[length++] = char.ToLowerInvariant(line[i]);
                }

                i++;
            }

            words.Add(new LineWord(buffer[..length].ToString(), start, i) { IsNumber = number });
        }

        return words;
    }

    /// <summary>Han, kana: scripts that put no space between words.</summary>
    public static bool IsIdeograph(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
