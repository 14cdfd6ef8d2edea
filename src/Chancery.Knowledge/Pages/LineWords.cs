using System.Collections.Immutable;

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
        var scan = new WordScan(line, stackalloc char[WordScan.LongestWord]);
        while (words.Count < limit && scan.Read())
            words.Add(new LineWord(scan.Word.ToString(), scan.Start, scan.End) { IsNumber = scan.IsNumber });
        return words;
    }

    /// <summary>The words of a line without their places.</summary>
    public static ImmutableArray<string> TextsOf(ReadOnlySpan<char> line)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (LineWord word in Of(line))
            texts.Add(word.Text);
        return texts.ToImmutable();
    }

    /// <summary>Han, kana: scripts that put no space between words.</summary>
    public static bool IsIdeograph(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}

/// <summary>Reads the words of a line one after another into one buffer.</summary>
internal ref struct WordScan
{
    /// <summary>Of a longer word only the beginning is read.</summary>
    public const int LongestWord = 64;

    private readonly ReadOnlySpan<char> line;
    private readonly Span<char> buffer;
    private int next;
    private int length;

    /// <param name="line">The characters.</param>
    /// <param name="buffer">Holds <see cref="LongestWord"/> characters.</param>
    public WordScan(ReadOnlySpan<char> line, Span<char> buffer)
    {
        this.line = line;
        this.buffer = buffer;
    }

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool IsNumber { get; private set; }

    /// <summary>In lower case, without apostrophes; good until the next word is read.</summary>
    public readonly ReadOnlySpan<char> Word => buffer[..length];

    /// <summary>False at the end of the line.</summary>
    public bool Read()
    {
        int i = next;
        while (i < line.Length && (line[i] < Folded.Length ? Folded[line[i]] == 0 : !char.IsLetterOrDigit(line[i]) && line[i] != '\u00A9'))
            i++;
        if (i >= line.Length)
            return false;
        Start = i;
        length = 0;
        IsNumber = false;
        if (line[i] == '\u00A9' || LineWord.IsIdeograph(line[i]))
        {
            buffer[length++] = line[i++];
        }
        else
        {
            i = ReadLetters(i);
        }

        End = next = i;
        return true;
    }

    private int ReadLetters(int i)
    {
        IsNumber = true;
        for (; i < line.Length; i++)
        {
            char c = line[i];
            if (c < Folded.Length)
            {
                byte folded = Folded[c];
                if (folded == 0 && c != '\'')
                    break;
                if (folded == 0)
                    continue;
                IsNumber &= folded <= '9';
                if (length < buffer.Length)
                    buffer[length++] = (char)folded;
                continue;
            }

            bool isApostrophe = c is '\u2019' or '\u02BC';
            if (!isApostrophe && (!char.IsLetterOrDigit(c) && !IsMark(c) || LineWord.IsIdeograph(c)))
                break;
            if (isApostrophe)
                continue;
            IsNumber &= char.IsDigit(c);
            if (length < buffer.Length)
                buffer[length++] = char.ToLowerInvariant(c);
        }

        return i;
    }

    /// <summary>Letters and digits of ASCII in lower case, nought for all else.</summary>
    private static ReadOnlySpan<byte> Folded =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    private static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}

/// <summary>The words of a line as pieces of one buffer.</summary>
internal ref struct FoldedLine
{
    private readonly Span<char> letters;
    private readonly Span<int> ends;
    private int filled;

    /// <param name="line">The characters.</param>
    /// <param name="letters">As long as the line.</param>
    /// <param name="ends">One for each word that is read; the others are not read.</param>
    public FoldedLine(ReadOnlySpan<char> line, Span<char> letters, Span<int> ends)
    {
        this.letters = letters;
        this.ends = ends;
        var scan = new WordScan(line, stackalloc char[WordScan.LongestWord]);
        while (Count < ends.Length && scan.Read())
        {
            scan.Word.CopyTo(letters[filled..]);
            filled += scan.Word.Length;
            ends[Count++] = filled;
        }
    }

    public int Count { get; private set; }

    public readonly ReadOnlySpan<char> this[int word] => letters[(word == 0 ? 0 : ends[word - 1])..ends[word]];

    /// <summary>True for digits alone.</summary>
    public readonly bool IsNumber(int word)
    {
        foreach (char c in this[word])
        {
            if (!char.IsDigit(c))
                return false;
        }

        return true;
    }
}
