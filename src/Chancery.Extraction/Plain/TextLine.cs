using System.Buffers;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A paragraph of a plain text: one line, or several that were broken at a column.</summary>
/// <param name="Range">Without the white space around it.</param>
/// <param name="Text">Its characters, a broken line joined by spaces.</param>
/// <param name="AfterBlank">True when an empty line stands before it.</param>
internal sealed record TextLine(TextRange Range, string Text, bool AfterBlank)
{
    private const int MostWords = 400;
    private List<LineWord>? words;

    /// <summary>The mark by which an agency closes a report, behind the last sentence of the line; empty where none stands.</summary>
    public TextRange EndMark { get; init; }

    /// <summary>How many signs of white space stand before it.</summary>
    public int Indent { get; init; }

    public List<LineWord> Words => words ??= LineWord.Of(Text, MostWords);

    /// <summary>True when its last sign ends a sentence.</summary>
    public bool EndsSentence => Sentences.EndsOne(Text);

    /// <summary>True for an item of a list that goes on with a semicolon, and for what opens such a list: "The Council," "1. Condemns the raid;".</summary>
    public bool IsItem { get; init; }

    /// <summary>True for a line that by its length and end is running text.</summary>
    public bool IsProse => IsItem || EndsSentence && Words.Count >= 8 || Words.Count >= 40 || EndsStatement && Words.Count >= 5;

    /// <summary>True when its last sign is a full stop, which headlines do without; "Home / News / Envoy called in..." was cut off.</summary>
    public bool EndsStatement => !Text.EndsWith("...", StringComparison.Ordinal) && Text[^1] is '.' or '\u3002' or '\u0964' or '\u06D4';
}

/// <summary>Plain text cut into paragraphs.</summary>
internal static class TextLines
{
    private const int WidestColumn = 100;
    private const int LeastOpen = 50;

    /// <summary>The narrowest lines of a column, and how many of them must go on in small letters: menus do not.</summary>
    private const int LeastNarrow = 24;
    private const int FewestNarrow = 12;
    private const int FewestItems = 2;
    private const int LongestOpening = 15;
    private const int LongestItem = 120;
    private const int LeastIndent = 2;

    /// <summary>Before the headline and the byline of some agencies' copy.</summary>
    public const char FieldSign = '^';

    /// <summary>"; and".</summary>
    private const int LongestJoint = 6;
    private const int TabWidth = 8;
    private const int LongestInitials = 3;
    private const int MostInitials = 6;
    private static readonly SearchValues<char> Initials = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029\f\v");

    public static List<TextLine> Of(string text, int limit, EndMarks marks)
    {
        List<TextLine> lines = Split(text, limit, marks);
        lines = IsBrokenAtColumn(lines) ? Join(lines, text) : lines;
        MarkItems(lines);
        return lines;
    }

    /// <summary>Two lines and more that end with a semicolon are clauses of one sentence: a resolution or a communiqué, with its opening and its last item.</summary>
    private static void MarkItems(List<TextLine> lines)
    {
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (!GoesOn(lines[i]))
                continue;
            int end = i + 1;
            while (end < lines.Count && GoesOn(lines[end]))
                end++;
            if (end - i >= FewestItems)
            {
                int first = i;
                while (first > 0 && i - first < LongestOpening && lines[first - 1].Text[^1] is ',' or ':' && lines[first - 1].Words.Count is > 1 and < LongestItem)
                    first--;
                int last = end < lines.Count && lines[end].EndsStatement && Opening(lines[end].Text) == Opening(lines[end - 1].Text) ? end : end - 1;
                for (int k = first; k <= last; k++)
                    lines[k] = lines[k] with { IsItem = true };
            }

            i = end;
        }

        static bool GoesOn(TextLine line) =>
            line.Words.Count is > 2 and < LongestItem && (line.Text[^1] == ';' || line.Text.LastIndexOf(';') is > 0 and var mark && line.Text.Length - mark <= LongestJoint);

        static char Opening(string text) => char.IsDigit(text[0]) ? '1' : char.IsLetter(text[0]) ? 'a' : text[0];
    }

    private static List<TextLine> Split(string text, int limit, EndMarks marks)
    {
        var lines = new List<TextLine>();
        bool blank = true;
        int start = 0;
        while (start < text.Length && lines.Count < limit)
        {
            int end = text.AsSpan(start).IndexOfAny(Breaks);
            end = end < 0 ? text.Length : start + end;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start);
            int lead = line.Length - line.TrimStart().Length;
            int sign = lead + 1 < line.Length && line[lead] == FieldSign && char.IsLetter(line[lead + 1]) ? 1 : 0;
            lead += sign;
            int length = line.Trim().Length - sign;
            if (length > 0)
                lines.Add(Cut(new TextLine(new TextRange(start + lead, length), text.Substring(start + lead, length), blank) { Indent = lead - sign + line[..(lead - sign)].Count('\t') * (TabWidth - 1) }, marks));
            bool pair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            blank = length == 0;
            start = end + (pair ? 2 : 1);
        }

        if (lines.Count > 0)
            lines[^1] = CutAt(lines[^1], InitialsIn(lines[^1].Text));
        return lines;
    }

    /// <summary>"rose by three percent. Enditem": the mark is no word of the report.</summary>
    private static TextLine Cut(TextLine line, EndMarks marks)
    {
        return CutAt(line, marks.StartIn(line.Text));
    }

    private static TextLine CutAt(TextLine line, int mark)
    {
        string told = mark > 0 ? line.Text[..mark].TrimEnd() : line.Text;
        if (mark <= 0 || !Sentences.EndsOne(told))
            return line;
        return line with { Range = line.Range with { Length = told.Length }, Text = told, EndMark = new TextRange(line.Range.Start + mark, line.Text.Length - mark) };
    }

    // "… in 1990. dpa rd wj": the initials of those who wrote and edited, in small letters behind the last sentence of all.
    private static int InitialsIn(string text)
    {
        int start = text.Length;
        int words = 0;
        while (start > 0)
        {
            int space = text.LastIndexOf(' ', start - 1);
            ReadOnlySpan<char> word = text.AsSpan(space + 1, start - space - 1);
            if (word.Length is 0 or > LongestInitials || word.ContainsAnyExcept(Initials))
                break;
            start = Math.Max(space, 0);
            words++;
        }

        return words is > 1 and < MostInitials && start > 0 && text[start - 1] is '.' or '"' ? start + 1 : -1;
    }

    /// <summary>True for text whose paragraphs run over several lines of about one width: long lines without an end go on in small letters.</summary>
    private static bool IsBrokenAtColumn(List<TextLine> lines)
    {
        int inner = 0;
        int open = 0;
        int goesOn = 0;
        int wide = 0;
        int narrow = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            wide += lines[i].Text.Length > WidestColumn ? 1 : 0;
            if (lines[i + 1].AfterBlank)
                continue;
            inner++;
            narrow += lines[i].Text.Length >= LeastNarrow && !lines[i].EndsSentence && char.IsLower(lines[i + 1].Text[0]) ? 1 : 0;
            if (lines[i].Text.Length is < LeastOpen or > WidestColumn || lines[i].EndsSentence)
                continue;
            open++;
            goesOn += char.IsLower(lines[i + 1].Text[0]) ? 1 : 0;
        }

        if (wide * 10 > lines.Count)
            return false;
        return narrow >= FewestNarrow && narrow * 2 >= inner || goesOn >= 3 && goesOn * 3 >= inner || wide == 0 && inner >= 4 && open * 2 > inner && lines.Any(line => line.AfterBlank);
    }

    // "^By ANA LEE": a sign with which an agency opens headline and byline.
    private static bool OpensField(string text, TextLine line) => line.Range.Start > 0 && text[line.Range.Start - 1] == FieldSign;

    private static List<TextLine> Join(List<TextLine> lines, string text)
    {
        int width = lines.Where(line => line.Text.Length <= WidestColumn).Max(line => line.Text.Length);
        // A paragraph without an empty line before it is indented more than the lines that go on in small letters.
        int margin = lines.Where(line => char.IsLower(line.Text[0])).Select(line => line.Indent).DefaultIfEmpty(0).Min() + LeastIndent;
        var joined = new List<TextLine>();
        TextLine? previous = null;
        foreach (TextLine line in lines)
        {
            double full = width * (char.IsLower(line.Text[0]) ? 0.5 : 0.75);
            bool isNew = previous is null || line.AfterBlank || previous.Text.Length < Math.Max(Math.Min(40, 0.8 * width), full) || previous.Text.Length > WidestColumn || previous.Text[^1] == ':' || (line.Indent >= margin && previous.EndsSentence) || OpensField(text, line);
            previous = line;
            if (isNew)
            {
                joined.Add(line);
                continue;
            }

            TextRange range = joined[^1].Range.Union(line.Range);
            joined[^1] = new TextLine(range, range.Of(text).ReplaceLineEndings(" "), joined[^1].AfterBlank) { EndMark = line.EndMark };
        }

        return joined;
    }
}
