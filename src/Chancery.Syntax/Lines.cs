using Chancery.Model;

namespace Chancery.Syntax;

/// <summary>Paragraphs, and which line breaks inside one end a sentence.</summary>
internal static class Lines
{
    private const int NarrowestColumn = 40;

    /// <summary>By how many signs lines of one column may fall short of it.</summary>
    private const int Ragged = 8;

    /// <summary>Ranges between blank lines.</summary>
    public static IEnumerable<TextRange> Paragraphs(string text, TextRange range)
    {
        int start = range.Start;
        int position = start;
        while (position < range.End)
        {
            if (IsBreak(text[position]) && BlankLineEnd(text, position, range.End) is int next and >= 0)
            {
                if (position > start)
                    yield return TextRange.FromBounds(start, position);
                start = position = next;
            }
            else
            {
                position++;
            }
        }

        if (range.End > start)
            yield return TextRange.FromBounds(start, range.End);
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\u000b' or '\u000c';

    /// <summary>Places of line breaks that end a sentence although no full stop stands before them, ascending.</summary>
    public static List<int> SentenceEnds(string text, TextRange paragraph)
    {
        var ends = new List<int>();
        List<TextRange> lines = LinesOf(text, paragraph);
        if (lines.Count < 2)
            return ends;
        // "LIMA, March 3 - Peru …": what stands before a paragraph on its first line belongs to the width of that line.
        int before = Indent(text, paragraph.Start, lines[0].Start);
        int widest = Math.Max(before + lines[0].Length, lines.Skip(1).Max(line => line.Length));
        bool list = widest <= NarrowestColumn && !lines.Any(line => EndsWithTerminator(text, line));
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (EndsSentence(text, lines[i], lines[i + 1], i == 0 ? before : 0, widest, list))
                ends.Add(lines[i].End);
        }

        return ends;
    }

    /// <summary>How many signs stand on the line before a place, white space at its head aside.</summary>
    private static int Indent(string text, int paragraph, int place)
    {
        int start = paragraph;
        while (start > 0 && !IsBreak(text[start - 1]))
            start--;
        while (start < paragraph && Chars.IsSpace(text[start]))
            start++;
        return start < paragraph ? place - start : 0;
    }

    private static bool EndsSentence(string text, TextRange line, TextRange next, int before, int widest, bool list)
    {
        char first = text[next.Start];
        if (list || Chars.IsBullet(first))
            return true;
        char last = text[line.End - 1];
        if (Chars.IsTerminator(last))
            return false; // the scan of full stops judges it
        if (char.IsLower(first) || last is ',' or '-' || !(char.IsLetterOrDigit(first) || Chars.IsOpening(first)))
            return false;
        int firstWord = 0;
        while (firstWord < next.Length && !Chars.IsSpace(text[next.Start + firstWord]))
            firstWord++;
        bool wrapped = widest >= NarrowestColumn && before + line.Length + 1 + firstWord > widest - Ragged;
        return !wrapped;
    }

    private static List<TextRange> LinesOf(string text, TextRange paragraph)
    {
        var lines = new List<TextRange>();
        int start = paragraph.Start;
        for (int i = paragraph.Start; i <= paragraph.End; i++)
        {
            if (i < paragraph.End && !IsBreak(text[i]))
                continue;
            TextRange line = Trim(text, start, i);
            if (!line.IsEmpty)
                lines.Add(line);
            start = i + 1;
        }

        return lines;
    }

    public static TextRange Trim(string text, int start, int end)
    {
        while (start < end && Chars.IsSpace(text[start]))
            start++;
        while (end > start && Chars.IsSpace(text[end - 1]))
            end--;
        return TextRange.FromBounds(start, end);
    }

    private static bool EndsWithTerminator(string text, TextRange line)
    {
        int end = line.End;
        while (end > line.Start && Chars.IsClosing(text[end - 1]))
            end--;
        return end > line.Start && Chars.IsTerminator(text[end - 1]);
    }

    /// <summary>The end of the white space when it holds a second line break; -1 else.</summary>
    private static int BlankLineEnd(string text, int position, int end)
    {
        int breaks = 0;
        while (position < end && Chars.IsSpace(text[position]))
        {
            if (IsBreak(text[position]))
            {
                breaks += text[position] == '\u2029' ? 2 : 1;
                if (text[position] == '\r' && position + 1 < end && text[position + 1] == '\n')
                    position++;
            }

            position++;
        }

        return breaks > 1 ? position : -1;
    }
}
