using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Web;

/// <summary>Writes stretches of a report with evidence underlined, quotations tinted, and the number of each record after the word that names its act.</summary>
internal sealed class MarkedText
{
    private readonly Markup page;
    private readonly string text;
    private readonly Reading reading;

    /// <summary>Every place at which the marking may change, in order.</summary>
    private readonly ImmutableArray<int> bounds;

    public MarkedText(Markup page, Reading reading)
    {
        this.page = page;
        this.reading = reading;
        text = reading.Document.Text;
        IEnumerable<TextRange> ranges = reading.Events.SelectMany(item => item.AlsoEvidence.Append(item.Evidence.Range).Append(item.Trigger))
            .Concat(reading.Quotes.Select(quote => quote.Content));
        bounds = [.. ranges.SelectMany(range => new[] { range.Start, range.End }).Distinct().Order()];
    }

    public void Write(TextRange range)
    {
        int at = range.Start;
        int next = FirstAfter(at);
        while (at < range.End)
        {
            int end = next < bounds.Length && bounds[next] < range.End ? bounds[next] : range.End;
            WritePiece(TextRange.FromBounds(at, end));
            at = end;
            next++;
        }
    }

    private int FirstAfter(int place)
    {
        int found = bounds.BinarySearch(place + 1);
        return found < 0 ? ~found : found;
    }

    private void WritePiece(TextRange piece)
    {
        Quote? quote = reading.Quotes.FirstOrDefault(quote => quote.Content.Contains(piece));
        int[] records = [.. Enumerable.Range(0, reading.Events.Length).Where(i => Rests(reading.Events[i], piece))];
        int[] named = [.. Enumerable.Range(0, reading.Events.Length).Where(i => reading.Events[i].Trigger.Contains(piece))];
        if (quote is not null)
            page.Write($"<span class=\"said\">");
        if (named.Length > 0)
            page.Write($"<strong class=\"trigger\">");
        if (records.Length > 0)
        {
            // Of several records the one with the shortest evidence says most about these words.
            int first = named.Length > 0 ? named[0] : records.MinBy(i => reading.Events[i].Evidence.Range.Length);
            page.Write($"<span class=\"ev f-{Words.Lower(reading.Events[first].Factuality)}\" data-records=\"{string.Join(' ', records.Select(i => i + 1))}\">{piece.In(text)}</span>");
        }
        else
        {
            page.Write($"{piece.In(text)}");
        }

        if (named.Length > 0)
            page.Write($"</strong>");
        WriteNotes(piece);
        if (quote is null)
            return;
        page.Write($"</span>");
        if (quote.Content.End == piece.End)
            page.Write($"<span class=\"speaker\"><span class=\"unseen\">, says </span><bdi>{SpeakerOf(quote)}</bdi></span>");
    }

    /// <summary>The numbers of the records whose word ends here. What is not simply told as done is labelled.</summary>
    private void WriteNotes(TextRange piece)
    {
        for (int i = 0; i < reading.Events.Length; i++)
        {
            EventMention item = reading.Events[i];
            if (item.Trigger.IsEmpty || item.Trigger.End != piece.End || !item.Trigger.Overlaps(piece))
                continue;
            string label = item.Factuality == Factuality.Happened ? "" : " " + Words.Of(item.Factuality);
            page.Write($"<sup class=\"note-mark\"><a id=\"t{i + 1}\" href=\"#r{i + 1}\" data-record=\"{i + 1}\" aria-label=\"record {i + 1}{label}\">{i + 1}");
            if (label.Length > 0)
                page.Write($"<span class=\"label\">{label}</span>");
            page.Write($"</a></sup>");
        }
    }

    private string SpeakerOf(Quote quote)
    {
        if (quote.SpeakerEntity is { } entity)
            return reading.Entities[entity].Name;
        return quote.Speaker is { IsEmpty: false } named ? Words.Short(named.Of(text), 40) : "speaker not named";
    }

    private static bool Rests(EventMention item, TextRange piece) =>
        item.Evidence.Range.Contains(piece) || item.AlsoEvidence.Any(also => also.Contains(piece));
}
