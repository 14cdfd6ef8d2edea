using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>One pass over a paragraph, from full stop to full stop.</summary>
internal sealed class SentenceScan
{
    private readonly WritingRules rules;
    private readonly string text;
    private readonly int end;
    private readonly List<TextRange> sentences;
    private readonly int longestWhole;
    private readonly List<int> lineEnds;
    private int nextLineEnd;
    private int start;
    private int wholeUntil;
    private ListMarker marker;

    public SentenceScan(WritingRules rules, string text, TextRange paragraph, List<TextRange> sentences, int longestWhole)
    {
        this.rules = rules;
        this.text = text;
        this.sentences = sentences;
        this.longestWhole = longestWhole;
        end = paragraph.End;
        start = paragraph.Start;
        lineEnds = Lines.SentenceEnds(text, paragraph);
    }

    public void Run()
    {
        int position = start;
        while (position < end)
        {
            if (nextLineEnd < lineEnds.Count && position >= lineEnds[nextLineEnd])
            {
                nextLineEnd++;
                Close(position);
            }

            char c = text[position];
            if (IsMarkerPlace(position) && ReadMarker(position) is { } found)
            {
                position = found.End;
                continue;
            }

            if (position >= wholeUntil && (c is '(' or '[' or '“' or '"' or '（' or '{'))
                wholeUntil = Math.Max(wholeUntil, CloserOf(position));
            position = Chars.IsTerminator(c) ? AfterTerminator(position) : position + 1;
        }

        Close(end);
    }

    private void Close(int position)
    {
        TextRange sentence = Lines.Trim(text, start, position);
        if (!sentence.IsEmpty)
            sentences.Add(sentence);
        start = position;
    }

    private bool IsMarkerPlace(int position) =>
        position == start || Chars.IsSpace(text[position - 1]) || Chars.IsBullet(text[position]) || Chars.IsBullet(text[position - 1]);

    /// <summary>Takes a bullet or list number; one that continues a list ends the sentence before it.</summary>
    private ListMarker? ReadMarker(int position)
    {
        if (ListMarker.At(text, position, end) is not { } found)
            return null;
        bool opens = Lines.Trim(text, start, position).IsEmpty || marker.End == position || OnlySpace(marker.End, position);
        if (!opens && !found.Continues(marker))
            return null;
        if (!opens)
            Close(position);
        marker = found;
        return found;
    }

    private bool OnlySpace(int from, int to) => from >= start && from > 0 && Lines.Trim(text, from, to).IsEmpty;

    /// <summary>Where the bracket or quotation that opens here is closed; 0 when it is not, or too far off.</summary>
    private int CloserOf(int open)
    {
        (char opening, char closer) = text[open] switch
        {
            '(' => ('(', ')'),
            '[' => ('[', ']'),
            '{' => ('{', '}'),
            '（' => ('（', '）'),
            '“' => ('“', '”'),
            _ => ('\0', '"'),
        };
        if (closer == '"' && !(open + 1 < end && !Chars.IsSpace(text[open + 1]) && (open == start || !Chars.IsWordPart(text[open - 1]))))
            return 0;
        int depth = 0;
        int limit = Math.Min(end, open + longestWhole);
        for (int i = open + 1; i < limit; i++)
        {
            if (text[i] == closer)
            {
                if (depth == 0)
                    return i;
                depth--;
            }
            else if (text[i] == opening)
            {
                depth++;
            }
        }

        return 0;
    }

    /// <summary>Judges a run of full stops, question and exclamation marks; returns where reading goes on.</summary>
    private int AfterTerminator(int first)
    {
        int last = first;
        bool strong = false;
        int dots = 0;
        for (int i = first; i < end; i++)
        {
            char c = text[i];
            if (Chars.IsTerminator(c))
            {
                strong |= c is not ('.' or '…');
                dots += c == '…' ? 3 : c == '.' ? 1 : 0;
                last = i;
            }
            else if (c != ' ' || i + 1 >= end || !Chars.IsTerminator(text[i + 1]) || (i + 2 < end && char.IsLetterOrDigit(text[i + 2])))
            {
                break;
            }
        }

        int after = last + 1;
        while (after < end && (Chars.IsClosing(text[after]) || IsNote(after)))
            after = IsNote(after) ? text.IndexOf(']', after) + 1 : after + 1;
        int next = after;
        bool newLine = false;
        while (next < end && Chars.IsSpace(text[next]))
            newLine |= Lines.IsBreak(text[next++]);
        if (next >= end)
            return end;
        if (after <= wholeUntil)
            return last + 1;
        if (Ends(first, last, after, next, strong, dots, newLine))
            Close(after);
        return last + 1 > after ? last + 1 : after;
    }

    /// <summary>A note's number in brackets after a full stop: <c>.[12]</c></summary>
    private bool IsNote(int position)
    {
        if (text[position] != '[')
            return false;
        int i = position + 1;
        while (i < end && char.IsAsciiDigit(text[i]))
            i++;
        return i > position + 1 && i < end && text[i] == ']';
    }

    private bool Ends(int first, int last, int after, int next, bool strong, int dots, bool newLine)
    {
        int letter = next;
        while (letter < end && Chars.IsOpening(text[letter]))
            letter++;
        if (letter >= end)
            return false;
        char c = text[letter];
        bool lower = char.IsLower(c);
        bool word = char.IsLetterOrDigit(c) || char.IsSurrogate(c);
        ReadOnlySpan<char> following = WordAt(letter);
        if (next == after)
            return Chars.IsWideTerminator(text[last]) || (next == last + 1 ? EndsWithoutSpace(first, letter, strong || dots > 1) : char.IsUpper(c) && !strong);
        if (ListMarker.At(text, next, end) is { } item && text[item.End - 1] == ')')
            return true;
        if (strong)
            return newLine || (!lower && (word || Chars.IsBullet(c)));
        if (dots > 1)
            return newLine ? !lower : !lower && word && text[next] != '(' && (!char.IsDigit(c) || dots > 3) && !following.SequenceEqual("I");
        AbbreviationKind kind = KindBefore(first, out TextRange form);
        if (kind == AbbreviationKind.None)
            return newLine ? !lower || form.Length > 3 : !lower && (word || c is '$' or '£' or '€' || Chars.IsBullet(c));
        if (lower || !word || Lines.Trim(text, start, form.Start).IsEmpty)
            return false;
        bool starter = rules.IsStarter(following) && (following.Length > 1 || !IsFollowedByStop(letter + 1));
        return kind switch
        {
            AbbreviationKind.Glue => false,
            AbbreviationKind.Title => starter && following.Length > 2 && !rules.IsOpener(following),
            AbbreviationKind.Calendar => starter,
            AbbreviationKind.Number => !char.IsDigit(c) && following.Length > 1 && !ListMarker.IsRoman(following),
            AbbreviationKind.Time => starter || !(StartsWithOpener() || IsCapitals(following)),
            AbbreviationKind.Unit => true,
            _ => starter,
        };
    }

    /// <summary>A full stop after which the space was forgotten: a word before it, a capital after it, and no address around it.</summary>
    private bool EndsWithoutSpace(int first, int letter, bool strong)
    {
        if (!char.IsUpper(text[letter]) || first - 2 < start || IsAddress(first))
            return false;
        ReadOnlySpan<char> following = WordAt(letter);
        bool opens = rules.IsStarter(following) || (letter + following.Length < end && rules.AbbreviationOf(text.AsSpan(letter, following.Length + 1)) == AbbreviationKind.Title);
        if (strong)
            return char.IsLetterOrDigit(text[first - 1]) && following.Length > 1;
        if (char.IsDigit(text[first - 1]))
            return opens;
        return char.IsLower(text[first - 1]) && char.IsLetter(text[first - 2]) && following.Length > 1
            && (opens || (char.IsLower(text[first - 2]) && char.IsLower(following[1]) && following.Length > 3 && NoStopAround(first, letter + following.Length)));
    }

    /// <summary>Whether the words on both sides of a full stop touch no other, as the parts of an address do.</summary>
    private bool NoStopAround(int stop, int after)
    {
        int i = stop;
        while (i > start && char.IsLetter(text[i - 1]))
            i--;
        return (i == start || text[i - 1] != '.') && (after >= end || Chars.IsSpace(text[after]) || text[after] is ',' or '\'' or '’');
    }

    private bool IsAddress(int position)
    {
        int from = position;
        while (from > start && !Chars.IsSpace(text[from - 1]) && position - from < 200)
            from--;
        int to = position;
        while (to < end && !Chars.IsSpace(text[to]) && to - position < 200)
            to++;
        ReadOnlySpan<char> chunk = text.AsSpan(from, to - from);
        return chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.Contains('@');
    }

    /// <summary>What the word before a full stop is; a single capital counts as an initial.</summary>
    private AbbreviationKind KindBefore(int stop, out TextRange form)
    {
        int from = stop;
        while (from > start && stop - from < 24 && !Chars.IsSpace(text[from - 1]) && !Chars.IsOpening(text[from - 1]) && text[from - 1] is not ('/' or '—' or '–'))
            from--;
        form = TextRange.FromBounds(from, stop);
        bool isInitial = form.Length == 1 && char.IsUpper(text[from]);
        // "Mrs. P. Lee": a capital is no page.
        if (!isInitial && rules.AbbreviationOf(text.AsSpan(from, stop + 1 - from)) is var kind and not AbbreviationKind.None)
            return kind;
        if (form.IsEmpty)
            return AbbreviationKind.None;
        if (isInitial)
            return AbbreviationKind.Inner;
        bool initials = form.Length % 2 == 1 && form.Length <= 7;
        for (int i = 0; i < form.Length && initials; i++)
            initials = i % 2 == 0 ? char.IsLetter(text[from + i]) : text[from + i] == '.';
        if (initials && form.Length > 1)
            return AbbreviationKind.Inner;
        bool romanFirst = ListMarker.IsRoman(form.In(text)) && Lines.Trim(text, start, from).IsEmpty;
        return romanFirst ? AbbreviationKind.Glue : AbbreviationKind.None;
    }

    private bool StartsWithOpener()
    {
        int i = start;
        while (i < end && (Chars.IsSpace(text[i]) || Chars.IsOpening(text[i])))
            i++;
        return i < end && rules.IsOpener(WordAt(i));
    }

    private bool IsFollowedByStop(int position) => position < end && text[position] == '.';

    private static bool IsCapitals(ReadOnlySpan<char> word) => word.Length is > 1 and < 5 && !word.ContainsAnyExceptInRange('A', 'Z');

    private ReadOnlySpan<char> WordAt(int position)
    {
        int to = position;
        while (to < end && char.IsLetterOrDigit(text[to]) && to - position < 32)
            to++;
        return text.AsSpan(position, to - position);
    }
}
