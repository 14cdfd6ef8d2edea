using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the marks themselves and the signs beside them tell of an utterance.</summary>
internal sealed partial class DirectSpeech
{
    // A comma, a question, an exclamation or nothing ends what a cue may follow; a full stop ends the telling too.
    private bool EndsOpen(QuoteSpan span)
    {
        char last = parsed.Text[span.Inner.End - 1];
        if (last == ']' && span.Inner.Length > 1)
            last = parsed.Text[span.Inner.End - 2];
        if (last is ',' or ';' or '?' or '!' or '-' or '—' or '–' or '…')
            return true;
        int after = span.Outer.End;
        return after < parsed.Text.Length && parsed.Text[after] == ',' && IsUtterance(span);
    }

    private int EndOfSentence(int first, int end)
    {
        if (first >= words.Count)
            return first;
        int stop = TokenPlaces.SentenceOf(parsed, first).EndToken;

        // A mark at the end of a quotation may have been counted to the next sentence.
        if (stop <= first + 1 && stop < words.Count)
            stop = TokenPlaces.SentenceOf(parsed, stop).EndToken;
        while (stop > first && words[stop - 1].Range.Start >= end)
            stop--;
        return stop;
    }

    private bool IsUtterance(QuoteSpan span)
    {
        int from = TokenPlaces.FirstFrom(parsed, span.Inner.Start), to = TokenPlaces.FirstFrom(parsed, span.Inner.End);
        if (to - from < WordsOfFragment)
            return EndsSentence(span) && to > from && OpensSentence(span) && !span.Single;
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return true;
        }

        return false;
    }

    private bool OpensSentence(QuoteSpan span)
    {
        int at = span.Outer.Start - 1;
        while (at >= 0 && parsed.Text[at] is ' ' or '\u00a0')
            at--;
        return at < 0 || parsed.Text[at] is '.' or '!' or '?' or '\n' or '\r' or ':' or '”' or '"' or '…';
    }

    private bool EndsSentence(QuoteSpan span) => parsed.Text[span.Inner.End - 1] is '.' or '!' or '?' or '…';

    private bool FillsBlock(QuoteSpan span) => parsed.Document.Body[span.Block].Range.Length <= span.Outer.Length + 2;

    private bool EndsBlock(QuoteSpan span) => span.Outer.End >= parsed.Document.Body[span.Block].Range.End - 1;

    private int SentencesBetween(QuoteSpan left, QuoteSpan right)
    {
        int from = TokenPlaces.FirstFrom(parsed, left.Outer.End), to = TokenPlaces.FirstFrom(parsed, right.Outer.Start);
        int count = 0;
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos == PartOfSpeech.Punct && words.Form(i) is "." or "!" or "?")
                count++;
        }

        return count;
    }
}
