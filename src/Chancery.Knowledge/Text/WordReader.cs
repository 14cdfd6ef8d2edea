namespace Chancery.Knowledge;

/// <summary>What stands between two words, as flags. Space, hyphen and nothing are always free; the rest only where a name has it too.</summary>
[Flags]
internal enum Gap : byte
{
    None = 0,
    Period = 1,
    Comma = 2,
    Bracket = 4,
    Ampersand = 8,
    Slash = 16,

    /// <summary>Anything else: no name goes across it.</summary>
    Break = 128,
}

/// <summary>
/// Walks over the words of a text as names see them: letters and digits folded, apostrophes within a word dropped,
/// initials with periods joined (<c>U.S.</c>, <c>J. K.</c>), a possessive ending known apart. Allocates nothing.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Folding folding, Span<char> buffer)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int position = 0;

    /// <summary>First code unit of the word.</summary>
    public int Start { get; private set; }

    /// <summary>After its last code unit, a possessive ending and a closing period of initials included.</summary>
    public int End { get; private set; }

    /// <summary>After the word without its possessive ending; equals <see cref="End"/> when there is none.</summary>
    public int BareEnd { get; private set; }

    /// <summary>What stands before the word.</summary>
    public Gap Before { get; private set; }

    public bool IsCapitalized { get; private set; }

    /// <summary>Initials such as <c>J.</c> or <c>U.S.</c>.</summary>
    public bool IsInitials { get; private set; }

    /// <summary>The folded word with its possessive ending.</summary>
    public readonly ReadOnlySpan<char> Folded => buffer[..Length];

    /// <summary>The folded word without it.</summary>
    public readonly ReadOnlySpan<char> Bare => buffer[..BareLength];

    public readonly bool HasPossessive => BareLength != Length;

    private int Length { get; set; }

    private int BareLength { get; set; }

    /// <summary>Goes on to the next word; false at the end.</summary>
    public bool Read()
    {
        Before = Gap.None;
        int at = position;
        int lines = 0;
        while (at < text.Length && !IsWordChar(text[at]))
        {
            Before |= GapOf(text[at], ref lines);
            at++;
        }

        if (at >= text.Length)
            return false;
        Start = at;
        IsCapitalized = char.IsUpper(text[at]);
        IsInitials = false;
        Length = BareLength = 0;
        if (!ReadInitials(ref at))
            ReadWord(ref at);
        position = End = at;
        return true;
    }

    private void ReadWord(ref int at)
    {
        int bareEnd = -1;
        while (at < text.Length)
        {
            char c = text[at];
            if (IsWordChar(c))
            {
                Add(c);
                at++;
                continue;
            }

            bool next = at + 1 < text.Length && IsWordChar(text[at + 1]);
            if (next && IsApostrophe(c))
            {
                bareEnd = -1;
                if (text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !IsWordChar(text[at + 2]) && !IsApostrophe(text[at + 2])))
                {
                    bareEnd = at;
                    BareLength = Length;
                }

                at++;
                continue;
            }

            // G-7 and M-23 are written with and without the hyphen.
            if (next && c == '-' && char.IsLetter(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) && at - Start <= 4)
            {
                at++;
                continue;
            }

            break;
        }

        BareEnd = bareEnd < 0 ? at : bareEnd;
        if (bareEnd < 0)
            BareLength = Length;
    }

    /// <summary>Letters each with its period, with or without a space between: one word.</summary>
    private bool ReadInitials(ref int at)
    {
        int end = at;
        int next = at;
        while (next + 1 < text.Length && char.IsLetter(text[next]) && text[next + 1] == '.')
        {
            end = next + 2;
            next = end;
            if (next + 2 < text.Length && text[next] == ' ' && char.IsUpper(text[next + 1]) && text[next + 2] == '.')
                next++;
        }

        if (end == at)
        {
            IsInitials = IsCapitalized && (at + 1 >= text.Length || !IsWordChar(text[at + 1]) && !IsApostrophe(text[at + 1]));
            return false;
        }

        // "U.S": the last letter may lack its period.
        if (next == end && end - at >= 2 && end < text.Length && char.IsUpper(text[end]) && (end + 1 >= text.Length || !IsWordChar(text[end + 1])))
            end++;
        for (int i = at; i < end; i++)
        {
            if (IsWordChar(text[i]))
                Add(text[i]);
        }

        BareLength = Length;
        BareEnd = end;
        if (end + 1 < text.Length && IsApostrophe(text[end]) && text[end + 1] is 's' or 'S' && (end + 2 >= text.Length || !IsWordChar(text[end + 2])))
            end += 2;
        at = end;
        IsInitials = true;
        return true;
    }

    private void Add(char c)
    {
        char folded = folding.Fold(c, out string? rest);
        if (rest is not null)
        {
            foreach (char part in rest)
                Push(part);
        }
        else if (folded != Folding.Nothing)
        {
            Push(folded);
        }
    }

    private void Push(char c)
    {
        if (Length < buffer.Length)
            buffer[Length++] = c;
    }

    private readonly Gap GapOf(char c, ref int lines)
    {
        switch (c)
        {
            case ' ' or '-' or '\t':
                return Gap.None;
            case '.':
                return Gap.Period;
            case ',':
                return Gap.Comma;
            case '(' or ')':
                return Gap.Bracket;
            case '&':
                return Gap.Ampersand;
            case '/':
                return Gap.Slash;
            case '\n':
                return ++lines > 1 ? Gap.Break : Gap.None;
            case '\r':
                return Gap.None;
            default:
                return folding.Fold(c, out _) is ' ' or '-' or Folding.Nothing ? Gap.None : IsApostrophe(c) ? Gap.None : Gap.Break;
        }
    }

    private static bool IsWordChar(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !IsApostrophe(c) || c is >= '\u0300' and <= '\u036F' || char.IsSurrogate(c);

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\u02BF' or '\u02BE' or '`' or '\u00B4';
}
