using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>A report in which the words stand, with the quotations and records among its hits.</summary>
internal sealed record Hit(ReportRow Report, string Snippet, ImmutableArray<(string Id, Quote Quote)> Quotes, ImmutableArray<EventMention> Events, StoredReading Stored);

/// <summary>Reports, quotations, records and actors by words, with the hits highlighted.</summary>
internal static class SearchPage
{
    private const int Size = 12;
    private const int SnippetLength = 220;
    private const int MostInner = 3;

    private static readonly ImmutableArray<Field<Hit>> Fields =
    [
        new("report", hit => hit.Report.Id),
        new("published", hit => hit.Report.Published?.Date.ToString() ?? ""),
        new("outlet", hit => hit.Report.Outlet ?? ""),
        new("title", hit => hit.Report.Title ?? ""),
        new("snippet", hit => hit.Snippet),
        new("quotes", hit => string.Join(' ', hit.Quotes.Select(quote => quote.Id))),
        new("events", hit => string.Join(' ', hit.Events.Select(item => item.Id))),
    ];

    public static View Show(Visit visit)
    {
        string asked = visit.Query("q");
        ImmutableArray<string> terms = TextSearch.Terms(asked);
        long? before = long.TryParse(visit.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out long key) ? key : null;
        ImmutableArray<long> keys = TextSearch.Find(visit.Store, terms, before, Size + 1);
        string? next = keys.Length > Size ? keys[Size - 1].ToString(CultureInfo.InvariantCulture) : null;
        Hit[] hits = [.. keys.Take(Size).Select(found => HitOf(visit, found, terms)).OfType<Hit>()];
        return new View
        {
            Title = asked.Length == 0 ? "Search" : $"Search: {Words.Short(asked, 60)}",
            Section = "search",
            Body = page => Write(page, visit, asked, terms, hits, next),
            Sheet = new Sheet<Hit>(hits, hits, Fields, hit => JsonText.Of(hit, Fields)) { Next = next is null ? null : Links.With("/search.json", ("q", asked), ("after", next)) },
        };
    }

    private static Hit? HitOf(Visit visit, long key, ImmutableArray<string> terms)
    {
        if (visit.Store.Load(key) is not { } stored)
            return null;
        string text = stored.Reading.Document.Text;
        return new Hit(
            ReaderPage.RowOf(stored),
            SnippetOf(stored, terms),
            [.. stored.Reading.Quotes.Where(quote => Holds(quote.Content.In(text), terms)).Take(MostInner).Select(quote => (QuoteIds.Of(stored.Reading.Document, quote), quote))],
            [.. stored.Reading.Events.Where(item => stored.HasText && Holds(item.Evidence.Range.In(text), terms)).Take(MostInner)],
            stored);
    }

    private static bool Holds(ReadOnlySpan<char> words, ImmutableArray<string> terms)
    {
        foreach (string term in terms)
        {
            if (words.Contains(term, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>What stands about the first of the words in the body.</summary>
    private static string SnippetOf(StoredReading stored, ImmutableArray<string> terms)
    {
        string text = stored.Reading.Document.Text;
        foreach (Block block in stored.Reading.Document.Body)
        {
            string words = block.Range.Of(text);
            int at = terms.Select(term => words.IndexOf(term, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
            if (at < 0)
                continue;
            int start = Math.Max(0, at - (SnippetLength / 3));
            int blank = start == 0 ? 0 : words.IndexOf(' ', start) + 1;
            start = blank > at ? start : blank;
            return (start > 0 ? "… " : "") + Words.Short(words[start..], SnippetLength);
        }

        return "";
    }

    private static void Write(Markup page, Visit visit, string asked, ImmutableArray<string> terms, Hit[] hits, string? next)
    {
        page.Write($"<h1>Search</h1>\n");
        if (asked.Length == 0)
        {
            page.Write($"<p>Enter words above: reports that hold all of them are shown, with the quotations and records in which they stand. Words in quotation marks stand beside each other.</p>\n");
            return;
        }

        WriteDirect(page, visit, asked);
        if (hits.Length == 0)
        {
            page.Write($"<p class=\"trouble\">No report holds <bdi>{Words.Short(asked, 200)}</bdi>.</p>\n<p>Take a word away, or look through <a href=\"/reports\">all reports</a>.</p>\n");
            return;
        }

        page.Write($"<ol class=\"hits\">\n");
        foreach (Hit hit in hits)
            WriteHit(page, hit, terms);
        page.Write($"</ol>\n");
        if (next is not null)
            page.Write($"<nav class=\"pages\" aria-label=\"Pages\"><a rel=\"next\" href=\"{Links.With("/search", ("q", asked), ("after", next))}\">Next page</a></nav>\n");
    }

    /// <summary>A record of that id, and those who bear the name.</summary>
    private static void WriteDirect(Markup page, Visit visit, string asked)
    {
        FoundRecord[] records = [.. visit.Store.FindRecords(asked).DistinctBy(record => record.Id).Take(MostInner)];
        ImmutableArray<NameRow> actors = NameList.Named(visit.Store, asked);
        if (records.Length == 0 && actors.IsEmpty)
            return;
        page.Write($"<p class=\"note\">");
        foreach (FoundRecord record in records)
            page.Write($"{(record.Kind == RecordKind.Report ? "Report" : "Record")} <a href=\"{(record.Kind == RecordKind.Report ? Links.Report(record.Id) : Links.Record(record.Id))}\">{record.Id}</a> ");
        foreach (NameRow actor in actors)
            page.Write($"Actor <a href=\"{Links.Actor(actor.Name)}\"><bdi>{actor.Name}</bdi></a>, in {Words.Count(actor.Uses, "report")} ");
        page.Write($"</p>\n");
    }

    private static void WriteHit(Markup page, Hit hit, ImmutableArray<string> terms)
    {
        string text = hit.Stored.Reading.Document.Text;
        page.Write($"<li><p class=\"kicker\"><bdi>{hit.Report.Outlet ?? "outlet unknown"}</bdi> · {(hit.Report.Published is { } date ? Words.Of(date.Date) : "undated")}</p>\n<h2><a href=\"{Links.Report(hit.Report.Id)}\" lang=\"{hit.Report.Language}\">");
        WriteMarked(page, Words.Short(hit.Report.Title ?? hit.Report.Uri, 120), terms);
        page.Write($"</a></h2>\n<p class=\"snippet\" lang=\"{hit.Report.Language}\" dir=\"auto\">");
        WriteMarked(page, hit.Snippet, terms);
        page.Write($"</p>\n");
        if (hit.Quotes.Length + hit.Events.Length > 0)
            page.Write($"<ul class=\"inner\">\n");
        foreach ((string id, Quote quote) in hit.Quotes)
        {
            page.Write($"<li>Quote: <a href=\"{Links.Record(id)}\">");
            WriteMarked(page, Words.Short(quote.Content.Of(text), 140), terms);
            page.Write($"</a></li>\n");
        }

        foreach (EventMention item in hit.Events)
        {
            page.Write($"<li>");
            EventTable.WriteMark(page, item);
            page.Write($"<span class=\"type\">{Words.TypeOf(item)}</span> <a href=\"{Links.Record(item.Id)}\"><bdi>{Words.Short(EventTable.Sides(item, hit.Stored.Reading.Entities), 90)}</bdi>, {Words.Of(item.Date.Date)}</a></li>\n");
        }

        if (hit.Quotes.Length + hit.Events.Length > 0)
            page.Write($"</ul>\n");
        page.Write($"</li>\n");
    }

    private static void WriteMarked(Markup page, string text, ImmutableArray<string> terms)
    {
        int at = 0;
        while (at < text.Length)
        {
            (int place, int length) = (-1, 0);
            foreach (string term in terms)
            {
                int found = text.IndexOf(term, at, StringComparison.OrdinalIgnoreCase);
                if (found >= 0 && (place < 0 || found < place))
                    (place, length) = (found, term.Length);
            }

            if (place < 0)
                break;
            page.Write($"{text.AsSpan(at, place - at)}<mark>{text.AsSpan(place, length)}</mark>");
            at = place + length;
        }

        page.Write($"{text.AsSpan(at)}");
    }
}
