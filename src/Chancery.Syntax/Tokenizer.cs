using System.Buffers;
using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>Divides a sentence into syntactic words as Universal Dependencies treebanks do.</summary>
public sealed class Tokenizer(WritingRules rules)
{
    private const int LongestWord = 256;
    private const int LongestChunk = 1024;

    /// <summary>How far the next line may stand in, and how long what it has of a parted word may be.</summary>
    private const int LongestIndent = 16;
    private const int LongestRest = 20;
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create("()\"“”,;<>");

    /// <summary>Appends the words of a sentence, in text order. Every character that is no white space lies in one of them.</summary>
    public void Tokenize(string text, TextRange sentence, List<Word> words)
    {
        int position = sentence.Start;
        while (position < sentence.End)
        {
            if (Chars.IsSpace(text[position]))
            {
                position++;
                continue;
            }

            int chunkEnd = position + 1;
            while (chunkEnd < sentence.End && chunkEnd - position < LongestChunk && !Chars.IsSpace(text[chunkEnd]))
                chunkEnd++;
            while (position < chunkEnd)
                position = ReadWord(text, position, chunkEnd, sentence, words);
        }
    }

    private int ReadWord(string text, int start, int end, TextRange sentence, List<Word> words)
    {
        char c = text[start];
        int next;
        if (char.IsAsciiLetterOrDigit(c) && AddressEnd(text, start, end) is int address and > 0)
            next = address;
        else if (char.IsDigit(c) || (c is '.' or '+' or '-' && StartsNumber(text, start, end, sentence.Start)))
            next = NumberEnd(text, start, end);
        else if (IsWordStart(text, start, end))
            return ReadLetters(text, start, end, sentence, words);
        else if (Chars.IsApostrophe(c) && ApostropheWordEnd(text, start, end) is int contracted and > 0)
            return AddParts(text, start, contracted, words);
        else
            next = SymbolEnd(text, start, end);
        words.Add(new Word(TextRange.FromBounds(start, next), null, false));
        return next;
    }

    private static bool IsWordStart(string text, int position, int end) =>
        Chars.IsWordPart(text[position]) || IsAstralLetter(text, position, end);

    private static bool IsAstralLetter(string text, int position, int end) =>
        char.IsHighSurrogate(text[position]) && position + 1 < end && char.IsLetter(text, position);

    /// <summary>Web and mail addresses and file names, without the punctuation that follows them.</summary>
    private static int AddressEnd(string text, int start, int end)
    {
        ReadOnlySpan<char> chunk = text.AsSpan(start, end - start);
        int at = chunk.IndexOf('@');
        bool address = chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || (at > 0 && chunk[(at + 1)..].Contains('.') && chunk[..at].IndexOfAny(NotInAddress) < 0);
        if (!address)
            return 0;
        int stop = chunk.IndexOfAny("<>\"“”");
        int length = stop > 0 ? stop : chunk.Length;
        while (length > 1 && chunk[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
            length--;
        return start + length;
    }

    private static bool StartsNumber(string text, int start, int end, int sentenceStart)
    {
        if (start + 1 >= end || !char.IsAsciiDigit(text[start + 1]))
            return false;
        return text[start] == '.' || start == sentenceStart || Chars.IsSpace(text[start - 1]);
    }

    /// <summary>Digits with separators between them, and letters that belong to them: 1,000.5, 9/11, 31st, 1980s.</summary>
    private static int NumberEnd(string text, int start, int end)
    {
        int i = start + 1;
        while (i < end)
        {
            char c = text[i];
            bool digitNext = i + 1 < end && char.IsAsciiDigit(text[i + 1]);
            if (char.IsDigit(c))
                i++;
            else if (c is '.' or ',' or ':' or '/' or '\'' && digitNext)
                i += 2;
            else if (c == '-' && digitNext && JoinsDigits(text, start, i, end))
                i += 2;
            else
                break;
        }

        int letters = i;
        while (letters < end && Chars.IsWordPart(text[letters]) && !char.IsDigit(text[letters]))
            letters++;
        ReadOnlySpan<char> unit = text.AsSpan(i, letters - i);
        bool time = unit.Equals("am", StringComparison.OrdinalIgnoreCase) || unit.Equals("pm", StringComparison.OrdinalIgnoreCase)
            || (unit.Length == 1 && unit[0] is 'a' or 'p' or 'A' or 'P' && letters < end && text[letters] == '.');
        return time ? i : letters;
    }

    /// <summary>Telephone numbers and ISO dates keep their hyphens; spans of years and scores do not.</summary>
    private static bool JoinsDigits(string text, int start, int hyphen, int end)
    {
        int before = 0;
        while (hyphen - before > start && char.IsAsciiDigit(text[hyphen - before - 1]))
            before++;
        int after = 0;
        while (hyphen + 1 + after < end && char.IsAsciiDigit(text[hyphen + 1 + after]))
            after++;
        bool date = (before == 4 && after == 2 && hyphen + 3 < end && text[hyphen + 3] == '-') || (before == 2 && hyphen - before > start && text[hyphen - before - 1] == '-');
        return date || (before == 3 && after is 3 or 4) || (before >= 3 && after >= 3 && before != after);
    }

    private int ReadLetters(string text, int start, int end, TextRange sentence, List<Word> words)
    {
        int i = start;
        int limit = Math.Min(end, start + LongestWord);
        while (i < limit)
        {
            char c = text[i];
            if (Chars.IsWordPart(c))
                i++;
            else if (IsAstralLetter(text, i, limit))
                i += 2;
            else if (i + 1 < limit && Joins(text, start, i, limit))
                i++;
            else
                break;
        }

        if (i + 1 == end && Chars.IsHyphen(text[i]) && PartedEnd(text, start, i, sentence.End) is > 0 and var parted)
        {
            words.Add(new Word(TextRange.FromBounds(start, parted), Whole(text, start, i, parted), false));
            return parted;
        }

        if (i < end && text[i] == '.' && KeepsStop(text, start, i, sentence))
            i++;
        else if (i < end && text[i] == '$' && i - start <= 3 && text.AsSpan(start, i - start).IndexOfAnyExceptInRange('A', 'Z') < 0)
            i++;
        return AddParts(text, start, i, words);
    }

    /// <summary>"govern-" at the end of a line and "ment" on the next: where the word ends; -1 for two words.</summary>
    private int PartedEnd(string text, int start, int hyphen, int end)
    {
        int rest = hyphen + 1;
        while (rest < end && rest - hyphen < LongestIndent && Chars.IsSpace(text[rest]))
            rest++;
        int stop = rest;
        while (stop < end && stop - rest < LongestRest && char.IsAsciiLetterLower(text[stop]))
            stop++;
        bool broken = text.AsSpan(hyphen, rest - hyphen).Count('\n') == 1 && char.IsLower(text[hyphen - 1]) && hyphen - start > 1;
        return broken && stop > rest && (stop == end || !Chars.IsWordPart(text[stop])) && rules.IsParted(Whole(text, start, hyphen, stop).ToLowerInvariant(), text[rest..stop]) ? stop : -1;
    }

    /// <summary>Both parts of a word that a line break parts, without the hyphen.</summary>
    private static string Whole(string text, int start, int hyphen, int end) => string.Concat(text.AsSpan(start, hyphen - start), text.AsSpan(hyphen + 1, end - hyphen - 1).TrimStart());

    /// <summary>Whether a character inside a chunk binds the letters around it to one word.</summary>
    private bool Joins(string text, int start, int position, int end)
    {
        char next = text[position + 1];
        if (!Chars.IsWordPart(next))
            return false;
        char c = text[position];
        char previous = text[position - 1];
        if (Chars.IsApostrophe(c) || c == '`')
            return true;
        if (c is '_' or '@')
            return true;
        if (c == '&')
            return char.IsUpper(previous) && char.IsUpper(next);
        if (Chars.IsHyphen(c))
            return position > start && char.IsLetterOrDigit(next) && rules.IsPrefix(text.AsSpan(start, position - start));
        if (c != '.')
            return false;
        bool initial = position - start == 1 || !Chars.IsWordPart(text[position - 2]);
        bool nextInitial = position + 2 >= end || !Chars.IsWordPart(text[position + 2]);
        return (initial && (nextInitial || char.IsUpper(previous) == char.IsUpper(next))) || IsName(text, start, position, end);
    }

    /// <summary>Host and file names without a scheme, as in example.org or report.doc: letters in lower case around every stop.</summary>
    private static bool IsName(string text, int start, int stop, int end)
    {
        int after = stop + 1;
        while (after < end && char.IsAsciiLetterOrDigit(text[after]))
            after++;
        bool ending = after == end || text[after] is '/' or '.' or ',' or ')' or ';' or ':' or '?';
        return ending && after - stop is > 2 and < 6 && stop - start > 1
            && text.AsSpan(stop + 1, after - stop - 1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    private bool KeepsStop(string text, int start, int stop, TextRange sentence)
    {
        AbbreviationKind kind = rules.AbbreviationOf(text.AsSpan(start, stop + 1 - start));
        bool last = Lines.Trim(text, stop + 1, sentence.End).Length == 0;
        if (kind == AbbreviationKind.Number)
            return !last;
        if (kind != AbbreviationKind.None)
            return true;
        bool initials = stop - start is 1 or 3 or 5 or 7;
        for (int i = start; i < stop && initials; i++)
            initials = (i - start) % 2 == 0 ? char.IsLetter(text[i]) : text[i] == '.';
        return initials && (stop - start > 1 || (char.IsUpper(text[start]) && !last));
    }

    /// <summary>Words that begin with an apostrophe: clitics standing alone, 'em, '90s.</summary>
    private int ApostropheWordEnd(string text, int start, int end)
    {
        int i = start + 1;
        while (i < end && (Chars.IsWordPart(text[i]) || (Chars.IsApostrophe(text[i]) && i + 1 < end && Chars.IsWordPart(text[i + 1]))))
            i++;
        if (i == start + 1)
            return 0;
        bool years = i - start == 4 && char.IsAsciiDigit(text[start + 1]) && char.IsAsciiDigit(text[start + 2]) && text[start + 3] == 's';
        Span<char> form = stackalloc char[Math.Min(i - start, 16)];
        Straighten(text.AsSpan(start, form.Length), form);
        return years || (form.Length == i - start && (rules.IsClitic(form) || !rules.PartsOf(form).IsDefault)) ? i : 0;
    }

    /// <summary>Adds a form as the words that it is made of.</summary>
    private int AddParts(string text, int start, int end, List<Word> words)
    {
        int length = end - start;
        Span<char> form = stackalloc char[Math.Min(length, 32)];
        if (length <= 32)
            Straighten(text.AsSpan(start, length), form);
        ImmutableArray<string> parts = length <= 32 ? rules.PartsOf(form) : default;
        int clitic = length <= 32 && parts.IsDefault ? rules.CliticLength(form) : 0;
        if (clitic > 0)
        {
            words.Add(new Word(TextRange.FromBounds(start, end - clitic), null, false));
            words.Add(new Word(TextRange.FromBounds(end - clitic, end), null, true));
        }
        else if (parts.IsDefault)
        {
            words.Add(new Word(TextRange.FromBounds(start, end), null, false));
        }
        else
        {
            AddContraction(start, end, parts, words);
        }

        return end;
    }

    private static void AddContraction(int start, int end, ImmutableArray<string> parts, List<Word> words)
    {
        bool spelled = parts.Sum(part => part.Length) == end - start;
        int position = start;
        for (int i = 0; i < parts.Length; i++)
        {
            TextRange range = spelled ? new TextRange(position, parts[i].Length) : TextRange.FromBounds(start, end);
            words.Add(new Word(range, spelled ? null : parts[i], i > 0));
            position += parts[i].Length;
        }
    }

    private static void Straighten(ReadOnlySpan<char> form, Span<char> into)
    {
        for (int i = 0; i < form.Length; i++)
            into[i] = Chars.IsApostrophe(form[i]) ? '\'' : form[i];
    }

    /// <summary>Runs of one mark (…, --, !!), an emoji with its modifiers, or one character.</summary>
    private static int SymbolEnd(string text, int start, int end)
    {
        char c = text[start];
        int i = start + 1;
        if (c is '.' or '-' or '*' or '=' or '_' or '~' or '#' or '<' or '>' or '|' or '…')
        {
            while (i < end && text[i] == c && i - start < LongestWord)
                i++;
        }
        else if (c is '!' or '?')
        {
            while (i < end && text[i] is '!' or '?' && i - start < LongestWord)
                i++;
        }
        else if ((c is '\'' or '`') && i < end && text[i] == c)
        {
            i++;
        }
        else if (char.IsHighSurrogate(c) && i < end && char.IsLowSurrogate(text[i]))
        {
            i++;
            while (i < end && i - start < 24 && (text[i] is '\u200d' or '\ufe0f' || text[i - 1] == '\u200d' || IsModifier(text, i, end)))
                i += char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
        }

        return i;
    }

    private static bool IsModifier(string text, int position, int end) =>
        position + 1 < end && text[position] == '\ud83c' && text[position + 1] is >= '\udffb' and <= '\udfff';
}
