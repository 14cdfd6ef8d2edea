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

    public bool OpensAt(int at) => at < text.Length && IsDouble(text[at], out _);

    public void Read(TextRange paragraph, int block, bool nextOpens, ImmutableArray<QuoteSpan>.Builder spans, List<Diagnostic> problems)
    {
        int open = -1;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!IsDouble(text[i], out bool closer))
                continue;
            if (open < 0)
            {
                // A closing mark that nothing opened closes what began with its paragraph, when that is all it can be.
                if (Opens(i, paragraph, closer))
                    open = i;
                else if (closer)
                    problems.Add(Unbalanced(i));
                continue;
            }

            if (Closes(i, open, paragraph, closer))
            {
                Add(open, i, block, spans);
                open = -1;
            }
        }

        if (open < 0)
            return;
        if (!nextOpens)
            problems.Add(Unbalanced(open));
        TextRange inner = Trim(open + 1, paragraph.End);
        if (!inner.IsEmpty)
            spans.Add(new QuoteSpan(TextRange.FromBounds(open, paragraph.End), inner, block, Single: false, Continues: nextOpens));
    }

    public void ReadSingle(TextRange range, int block, ImmutableArray<QuoteSpan>.Builder spans)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            if (!IsSingleOpen(i))
                continue;
            int close = CloseOfSingle(i, range.End);
            if (close < 0)
                continue;
            TextRange inner = Trim(i + 1, close);
            if (!inner.IsEmpty)
                spans.Add(new QuoteSpan(TextRange.FromBounds(i, close + 1), inner, block, Single: true, Continues: false));
            i = close;
        }
    }

    private void Add(int open, int close, int block, ImmutableArray<QuoteSpan>.Builder spans)
    {
        TextRange inner = Trim(open + 1, close);
        if (!inner.IsEmpty)
            spans.Add(new QuoteSpan(TextRange.FromBounds(open, close + 1), inner, block, Single: false, Continues: false));
    }

    private TextRange Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextRange.FromBounds(start, end);
    }

    private bool IsDouble(char c, out bool closer)
    {
        closer = false;
        bool any = false;
        foreach (QuotationMarks pair in marks)
        {
            if (pair.Single)
                continue;
            any |= pair.Open == c || pair.Close == c;
            closer |= pair.Close == c;
        }

        return any;
    }

    private bool IsOpener(char c)
    {
        foreach (QuotationMarks pair in marks)
        {
            if (!pair.Single && pair.Open == c)
                return true;
        }

        return false;
    }

    // A mark that can stand on both sides opens after white space or a bracket and before no white space.
    private bool Opens(int at, TextRange paragraph, bool closer)
    {
        if (!closer)
            return true;
        if (!IsOpener(text[at]))
            return false;
        bool spaceBefore = at == paragraph.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '–' or '—' or '/';
        return spaceBefore || (at + 1 < paragraph.End && char.IsLetterOrDigit(text[at + 1]));
    }

    private bool Closes(int at, int open, TextRange paragraph, bool closer)
    {
        bool opener = IsOpener(text[at]);
        if (!opener)
            return true;
        bool spaceBefore = char.IsWhiteSpace(text[at - 1]);
        bool wordAfter = at + 1 < paragraph.End && char.IsLetterOrDigit(text[at + 1]);
        if (closer && text[open] == text[at])
            return true;
        if (closer)
            return !(spaceBefore && wordAfter);

        // An opening mark that stands before a word of saying closes: a peace, “said the minister.
        return wordAfter && spaceBefore && CueFollows(at + 1);
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
            known |= pair.Single && pair.Open == c;
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
                mark |= pair.Single && pair.Open == text[open] && pair.Close == text[i];
            if (!mark || (i + 1 < end && char.IsLetterOrDigit(text[i + 1])) || char.IsWhiteSpace(text[i - 1]))
                continue;
            if (text[i - 1] != 's' || i + 1 >= end || text[i + 1] != ' ')
                return i;
            if (fallback < 0)
                fallback = i;
        }

        return fallback;
    }

    private static Diagnostic Unbalanced(int at) =>
        new(DiagnosticId.UnbalancedQuote, Severity.Note, new TextRange(at, 1), "a quotation mark without its partner");
}
