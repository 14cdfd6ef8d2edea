namespace Chancery.Syntax;

/// <summary>A bullet or the number of a list item, as in <c>2)</c>, <c>b.</c>, <c>•</c>.</summary>
/// <param name="Style">The character that closes it, with letters and digits apart; '•' for a bullet.</param>
/// <param name="Value">Its place in the list; 0 for a bullet.</param>
/// <param name="End">Where the item's text may begin.</param>
internal readonly record struct ListMarker(int Style, int Value, int End)
{
    private const int BulletStyle = 1;

    /// <summary>The marker at a place, or null.</summary>
    public static ListMarker? At(string text, int position, int end)
    {
        if (Chars.IsBullet(text[position]))
            return new ListMarker(BulletStyle, 0, position + 1);
        int i = text[position] == '(' ? position + 1 : position;
        int first = i;
        int value = 0;
        bool digits = i < end && char.IsAsciiDigit(text[i]);
        if (digits)
        {
            while (i < end && char.IsAsciiDigit(text[i]) && i - first < 3)
                value = (value * 10) + (text[i++] - '0');
        }
        else if (i < end && char.IsAsciiLetterLower(text[i]))
        {
            value = text[i++] - 'a' + 1;
        }

        if (i > first && i + 1 < end && text[i] == '.' && text[i + 1] == ')')
            i++;
        bool closed = i > first && i + 1 < end && text[i] is '.' or ')' && Chars.IsSpace(text[i + 1]);
        if (!closed || (first > position && text[i] == '.'))
            return null;
        return new ListMarker((text[i] * 2) + (digits ? 1 : 0), value, i + 1);
    }

    /// <summary>Whether this is a bullet or the item after another of the same list.</summary>
    public bool Continues(ListMarker previous) =>
        Style == BulletStyle || (Style == previous.Style && Value == previous.Value + 1);

    public static bool IsRoman(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 6 && word.IndexOfAnyExcept("IVX") < 0;
}
