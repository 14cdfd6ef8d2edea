using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Reads the marks of one text, left to right.</summary>
internal sealed class MarkReader
{
    private readonly string text;
    private readonly ImmutableArray<QuotationMarks> marks;
    private readonly SpeechCues cues;
    private readonly ParsedDocument parsed;

    public MarkReader(ParsedDocument parsed, Language language)
    {
        this.parsed = parsed;
        text = parsed.Text;
        marks = language.QuotationMarks;
        cues = language.SpeechCues;
    }

    public bool OpensAt(int at) => at < text.Length && MarkAt(at) is { Length: > 0 };

    /// <summary>Whether a single mark opens at a place.</summary>
    public bool OpensSingleAt(int at) => at < text.Length && IsSingleOpen(at);

    public void Read(TextRange paragraph, int block, bool nextOpens, ImmutableArray<QuoteSpan>.Builder spans, List<Diagnostic> problems)
    {
        TextRange open = default;
        int before = spans.Count;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            Mark mark = MarkAt(i);
            if (mark.Length == 0 || i + mark.Length > paragraph.End)
                continue;
            var range = new TextRange(i, mark.Length);
            i = range.End - 1;
            if (open.IsEmpty)
            {
                if (Opens(mark, range, paragraph))
                    open = range;
                else if (mark.Closer)
                {
                    problems.Add(Unbalanced(range));
                    AddRest(range, paragraph, block, before, spans);
                }

                continue;
            }

            if (Closes(mark, range, open, paragraph))
            {
                Add(open, range, paragraph, block, single: false, spans);
                open = default;
            }
        }

        if (open.IsEmpty)
            return;
        if (!nextOpens)
            problems.Add(Unbalanced(open));
        TextRange inner = Trim(open.End, paragraph.End);
        if (!inner.IsEmpty)
            spans.Add(new QuoteSpan(TextRange.FromBounds(open.Start, paragraph.End), inner, block, paragraph, Single: false, Continues: nextOpens));
    }

    /// <summary>Reads single marks alone.</summary>
    /// <param name="range">The characters to read, and the room of what is found.</param>
    /// <param name="block">Index of the paragraph.</param>
    /// <param name="nextOpens">The range is a whole paragraph, and the next one opens with a single mark.</param>
    /// <param name="spans">Takes what is found.</param>
    public void ReadSingle(TextRange range, int block, bool nextOpens, ImmutableArray<QuoteSpan>.Builder spans)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            if (!IsSingleOpen(i))
                continue;
            int close = CloseOfSingle(i, range.End);
            if (close < 0 && nextOpens && i == range.Start)
            {
                spans.Add(new QuoteSpan(range, Trim(i + 1, range.End), block, range, Single: true, Continues: true));
                return;
            }

            if (close < 0)
                continue;
            Add(new TextRange(i, 1), new TextRange(close, 1), range, block, single: true, spans);
            i = close;
        }
    }

    private void Add(TextRange open, TextRange close, TextRange room, int block, bool single, ImmutableArray<QuoteSpan>.Builder spans)
    {
        TextRange inner = Trim(open.End, close.Start);
        if (!inner.IsEmpty)
            spans.Add(new QuoteSpan(open.Union(close), inner, block, room, single, Continues: false));
    }

    // A closing mark without partner after a quotation that ended with a sentence: whole sentences between belong to it, unless they tell of speaking.
    private void AddRest(TextRange close, TextRange paragraph, int block, int before, ImmutableArray<QuoteSpan>.Builder spans)
    {
        if (spans.Count == before || !IsStop(spans[^1].Inner.End - 1))
            return;
        TextRange rest = Trim(spans[^1].Outer.End, close.Start);
        if (rest.IsEmpty || !char.IsUpper(text[rest.Start]) || !IsStop(rest.End - 1) || TellsOfSpeech(rest))
            return;
        spans.Add(new QuoteSpan(TextRange.FromBounds(rest.Start, close.End), rest, block, paragraph, Single: false, Continues: false));
    }

    private bool IsStop(int at) => text[at] is '.' or '!' or '?' or '…';

    private bool TellsOfSpeech(TextRange range)
    {
        for (int i = TokenPlaces.FirstFrom(parsed, range.Start); i < parsed.Tokens.Length && parsed.Tokens[i].Range.Start < range.End; i++)
        {
            if (parsed.Tokens[i].Pos == PartOfSpeech.Verb && CueFollows(parsed.Tokens[i].Range.Start))
                return true;
        }

        return false;
    }

    private TextRange Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextRange.FromBounds(start, end);
    }

    /// <summary>What stands at a place: how long the mark is, and on which sides it can stand.</summary>
    private readonly record struct Mark(string Text, int Length, bool Opener, bool Closer);

    private Mark MarkAt(int at)
    {
        Mark best = default;
        foreach (QuotationMarks pair in marks)
        {
            if (pair.Single)
                continue;
            foreach (string mark in (ReadOnlySpan<string>)[pair.Open, pair.Close])
            {
                if (text[at] == mark[0] && mark.Length >= best.Length && (mark.Length == 1 || (at + 1 < text.Length && text[at + 1] == mark[1])))
                    best = new Mark(mark, mark.Length, IsOpener(mark), IsCloser(mark));
            }
        }

        return best;
    }

    private bool IsOpener(string mark)
    {
        foreach (QuotationMarks pair in marks)
        {
            if (!pair.Single && pair.Open == mark)
                return true;
        }

        return false;
    }

    private bool IsCloser(string mark)
    {
        foreach (QuotationMarks pair in marks)
        {
            if (!pair.Single && pair.Close == mark)
                return true;
        }

        return false;
    }

    // A mark that can stand on both sides opens after white space or a bracket, or before a word.
    private bool Opens(Mark mark, TextRange range, TextRange paragraph)
    {
        if (!mark.Opener || !mark.Closer)
            return mark.Opener;
        int at = range.Start;
        bool spaceBefore = at == paragraph.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '–' or '—' or '/';
        return spaceBefore || (range.End < paragraph.End && char.IsLetterOrDigit(text[range.End]));
    }

    private bool Closes(Mark mark, TextRange range, TextRange open, TextRange paragraph)
    {
        if (!mark.Opener)
            return true;
        bool same = open.In(text).SequenceEqual(range.In(text));
        if (mark.Closer && same)
            return true;
        bool spaceBefore = char.IsWhiteSpace(text[range.Start - 1]);
        bool wordAfter = range.End < paragraph.End && char.IsLetterOrDigit(text[range.End]);
        if (mark.Closer)
            return !(spaceBefore && wordAfter);

        // An opening mark that stands before a word of saying closes: a peace, “said the minister.
        return wordAfter && spaceBefore && CueFollows(range.End);
    }

    private bool CueFollows(int at)
    {
        int token = TokenPlaces.At(parsed, at);
        return token >= 0 && cues.From(parsed.Tokens[token].Lemma.ToLowerInvariant()).Any(cue => cue.Has(CueFrames.Quote));
    }

    private bool IsSingleOpen(int at)
    {
        char c = text[at];
        bool known = false;
        foreach (QuotationMarks pair in marks)
            known |= pair.Single && pair.Open[0] == c;
        return known
            && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–')
            && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
    }

    // The closing single mark stands before no letter; after an s it may be an apostrophe, then a later one is preferred.
    private int CloseOfSingle(int open, int end)
    {
        int fallback = -1;
        for (int i = open + 2; i < end; i++)
        {
            bool mark = false;
            foreach (QuotationMarks pair in marks)
                mark |= pair.Single && pair.Open[0] == text[open] && pair.Close[0] == text[i];
            if (!mark || (i + 1 < end && char.IsLetterOrDigit(text[i + 1])) || char.IsWhiteSpace(text[i - 1]))
                continue;
            if (text[i - 1] != 's' || i + 1 >= end || text[i + 1] != ' ')
                return i;
            if (fallback < 0)
                fallback = i;
        }

        return fallback;
    }

    private static Diagnostic Unbalanced(TextRange mark) =>
        new(DiagnosticId.UnbalancedQuote, Severity.Note, mark, "a quotation mark without its partner");
}
