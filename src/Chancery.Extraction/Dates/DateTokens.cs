using System.Globalization;

namespace Chancery.Extraction;

/// <summary>A piece of a text that a date can be made of: digits, a word, or one other sign.</summary>
internal readonly record struct DateToken(int Start, int End, int Number, string? Word, char Sign)
{
    public bool IsNumber => Word is null && Sign == '\0';

    public int Length => End - Start;

    /// <summary>Digits of any script become numbers, letters lower-case words; white space only parts.</summary>
    public static List<DateToken> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<DateToken>();
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            int start = i;
            if (char.IsDigit(c))
            {
                long number = 0;
                while (i < text.Length && char.IsDigit(text[i]))
                {
                    number = Math.Min(number * 10 + (int)CharUnicodeInfo.GetNumericValue(text[i]), int.MaxValue);
                    i++;
                }

                tokens.Add(new DateToken(start, i, (int)number, null, '\0'));
            }
            else if (IsDateSign(c))
            {
                tokens.Add(new DateToken(start, ++i, 0, null, c));
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && IsInWord(text[i]))
                    i++;
                tokens.Add(new DateToken(start, i, 0, text[start..i].ToString().ToLowerInvariant(), '\0'));
            }
            else
            {
                if (!char.IsWhiteSpace(c))
                    tokens.Add(new DateToken(start, i + 1, 0, null, c));
                i++;
            }
        }

        return tokens;
    }

    /// <summary>Year, month and day of East Asian writing, which stand behind their numbers.</summary>
    private static bool IsDateSign(char c) => c is '\u5E74' or '\u6708' or '\u65E5' or '\uB144' or '\uC6D4' or '\uC77C';

    private static bool IsInWord(char c) =>
        char.IsLetter(c) && !IsDateSign(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
