using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>One record in full, with all that it rests on, how to cite it, and what people have said of it.</summary>
internal static class RecordPage
{
    public static View Show(Visit visit)
    {
        FoundRecord found = Find(visit);
        StoredReading stored = visit.Store.Load(found.Document) ?? throw Unknown(visit.Id);
        return found.Kind == RecordKind.Quote ? ShowQuote(visit, stored, found) : ShowEvent(visit, stored, found);
    }

    private static FoundRecord Find(Visit visit)
    {
        FoundRecord[] found = [.. visit.Store.FindRecords(visit.Id).Where(record => record.Kind != RecordKind.Report).DistinctBy(record => record.Id)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw Unknown(visit.Id),
            _ => throw DeskException.Bad($"'{visit.Id}' fits several records.", $"Give more of the id; they are {string.Join(", ", found.Select(record => record.Id))}."),
        };
    }

    private static DeskException Unknown(string id) =>
        DeskException.Unknown($"There is no record '{Words.Short(id, 120)}'.", "Its report may have been forgotten, or read again with newer knowledge that no longer finds it. Search for its words instead.");

    private static View ShowEvent(Visit visit, StoredReading stored, FoundRecord found)
    {
        EventMention item = stored.Reading.Events[found.Position];
        return new View
        {
            Title = $"{SidesOf(item, stored.Reading.Entities)}: {Words.TypeOf(item)}",
            Section = "records",
            Body = page => WriteEvent(page, visit, stored, item, found.Position),
            Sheet = new Sheet<EventRow>([], OneOf(visit, stored, item), Rows.Events, RowJson.Of),
            Json = () => OneOf(visit, stored, item).Select(RowJson.Of).FirstOrDefault(ReadOnlyMemory<byte>.Empty) is { IsEmpty: false } json
                ? json
                : throw DeskException.Unknown("This record is rejected or stands in an old version of its report.", "The page shows it."),
        };
    }

    private static IEnumerable<EventRow> OneOf(Visit visit, StoredReading stored, EventMention item) =>
        visit.Store.Events(Filter.All.And(FilterKey.Report, stored.Reading.Document.Id).And(FilterKey.Rejected, "yes", "no")).Where(row => row.Event.Id == item.Id).Take(1);

    private static string SidesOf(EventMention item, ImmutableArray<Entity> entities) =>
        EventTable.Sides(item, entities) is { Length: > 0 } sides ? Words.Short(sides, 70) : "Record";

    private static void WriteEvent(Markup page, Visit visit, StoredReading stored, EventMention item, int position)
    {
        Reading reading = stored.Reading;
        page.Write($"<article class=\"record-card\">\n<p class=\"kicker\">Record <span class=\"code\">{item.Id}</span></p>\n<h1>");
        EventTable.WriteSides(page, item, reading.Entities);
        page.Write($"</h1>\n");
        CorrectionForms.WriteStanding(page, visit, item.Id);
        WriteEvidence(page, stored, item.Evidence.Range, item.Trigger, Words.Lower(item.Factuality));
        foreach (TextRange also in item.AlsoEvidence)
            WriteEvidence(page, stored, also, default, Words.Lower(item.Factuality));
        page.Write($"<dl class=\"facts\">\n");
        WriteSides(page, visit, "Actor", item.Actors, reading.Entities);
        WriteSides(page, visit, "Recipient", item.Recipients, reading.Entities);
        WriteSides(page, visit, "Left out", item.Except, reading.Entities);
        WriteWhat(page, visit.Desk.Options.Knowledge.Ontology, item);
        if (item.About is { } about)
            WriteFact(page, "About", about.Text, about.Entity is { } who ? reading.Entities[who].Name : null);
        foreach (Quantity quantity in item.Quantities)
            WriteFact(page, "Number", Words.Quantity(quantity), null);
        if (item.Agreement is { } agreement)
            WriteFact(page, "Agreement", Words.Of(agreement.Status), string.Join(", ", agreement.Fields) + (agreement.Horizon is { } horizon ? $" until {Words.Of(horizon)}" : ""));
        WriteFact(page, "When", Words.Of(item.Date.Date), (item.Date.Expression is { } words ? $"“{words}”, " : "") + item.Date.Basis);
        if (item.Place is { } place)
            WriteFact(page, "Where", place.Name, place.Country.IsNone ? null : visit.Desk.Country(place.Country));
        page.Write($"<div><dt>Whether</dt><dd>");
        EventTable.WriteFactuality(page, item);
        page.Write($"</dd></div>\n<div><dt>On whose word</dt><dd>");
        EventTable.WriteChain(page, item.Attribution);
        page.Write($"</dd></div>\n");
        WriteFact(page, "Rule", item.Evidence.Rule.ToString(), $"confidence {Words.Number(item.Confidence)}");
        if (reading.Quotes.FirstOrDefault(quote => quote.Id == item.Quote) is { } spoken)
            page.Write($"<div><dt>In quotation</dt><dd><a href=\"{Links.Record(QuoteIds.Of(reading.Document, spoken))}\">{Words.Short(spoken.Content.Of(reading.Document.Text), 80)}</a></dd></div>\n");
        WriteReport(page, stored, ReaderPage.PlaceOf(stored, position, item.Trigger));
        page.Write($"</dl>\n<p class=\"doings\"><a href=\"{Links.Compare(item.Id)}\">Compare with other outlets</a></p>\n");
        CorrectionForms.Write(page, visit, item.Id, canEdit: true);
        WriteCitations(page, stored, stored.HasText ? item.Evidence.Range.Of(reading.Document.Text) : null, Links.Record(item.Id));
        page.Write($"</article>\n");
    }

    private static View ShowQuote(Visit visit, StoredReading stored, FoundRecord found)
    {
        Reading reading = stored.Reading;
        Quote quote = reading.Quotes[found.Position];
        string words = quote.Content.Of(reading.Document.Text);
        string speaker = quote.SpeakerEntity is { } who ? reading.Entities[who].Name : quote.Speaker is { } named && stored.HasText ? named.Of(reading.Document.Text) : "speaker not named";
        IEnumerable<QuoteRow> one = visit.Store.Quotes(Filter.All.And(FilterKey.Report, reading.Document.Id).And(FilterKey.Rejected, "yes", "no")).Where(row => row.Id == found.Id).Take(1);
        return new View
        {
            Title = $"{Words.Short(speaker, 50)}: {Words.Short(words, 60)}",
            Section = "quotes",
            Sheet = new Sheet<QuoteRow>(one, one, Rows.Quotes, RowJson.Of),
            Body = page =>
            {
                page.Write($"<article class=\"record-card\">\n<p class=\"kicker\">Quotation <span class=\"code\">{found.Id}</span></p>\n<h1><bdi>{speaker}</bdi></h1>\n");
                CorrectionForms.WriteStanding(page, visit, found.Id);
                WriteEvidence(page, stored, quote.Content, quote.Cue ?? default, "happened");
                page.Write($"<dl class=\"facts\">\n");
                WriteFact(page, "Form", Words.Lower(quote.Form), null);
                if (quote.Addressee is { } addressee)
                    WriteFact(page, "To", reading.Entities[addressee.Entity].Name, reading.Entities[addressee.Entity].Office);
                page.Write($"<div><dt>On whose word</dt><dd>");
                EventTable.WriteChain(page, quote.Attribution);
                page.Write($"</dd></div>\n");
                WriteFact(page, "Rule", quote.Rule.ToString(), null);
                WriteReport(page, stored, Links.Report(reading.Document.Id));
                page.Write($"</dl>\n");
                CorrectionForms.Write(page, visit, found.Id, canEdit: false);
                WriteCitations(page, stored, words, Links.Record(found.Id));
                page.Write($"</article>\n");
            },
        };
    }

    /// <summary>The paragraph with the evidence underlined and the word that names the act in bold.</summary>
    private static void WriteEvidence(Markup page, StoredReading stored, TextRange evidence, TextRange word, string factuality)
    {
        Document document = stored.Reading.Document;
        if (!stored.HasText)
        {
            page.Write($"<p class=\"note\">Characters {evidence.Start} to {evidence.End} of the report, whose text is not kept.</p>\n");
            return;
        }

        TextRange whole = document.Body.Select(block => block.Range).FirstOrDefault(range => range.Overlaps(evidence), evidence).Union(evidence);
        page.Write($"<blockquote class=\"evidence\" lang=\"{document.Language}\" dir=\"auto\"><p>{document.Text.AsSpan(whole.Start, evidence.Start - whole.Start)}<span class=\"ev f-{factuality}\">");
        if (evidence.Contains(word) && !word.IsEmpty)
            page.Write($"{document.Text.AsSpan(evidence.Start, word.Start - evidence.Start)}<strong>{word.In(document.Text)}</strong>{document.Text.AsSpan(word.End, evidence.End - word.End)}");
        else
            page.Write($"{evidence.In(document.Text)}");
        page.Write($"</span>{document.Text.AsSpan(evidence.End, whole.End - evidence.End)}</p></blockquote>\n");
    }

    private static void WriteSides(Markup page, Visit visit, string label, ImmutableArray<Side> sides, ImmutableArray<Entity> entities)
    {
        foreach (Entity entity in sides.Select(side => entities[side.Entity]))
        {
            page.Write($"<div><dt>{label}</dt><dd><a href=\"{Links.Actor(entity.Name)}\"><bdi>{entity.Name}</bdi></a> <span class=\"faint\">{(entity.Office is { } office ? office + ", " : "")}{(entity.Country.IsNone ? "no country" : visit.Desk.Country(entity.Country))} {Words.Sectors(entity.Sectors)}</span>");
            if (!entity.Candidates.IsEmpty)
                page.Write($"<span class=\"faint\">; may be {string.Join(", ", entity.Candidates)}</span>");
            page.Write($"</dd></div>\n");
        }
    }

    private static void WriteWhat(Markup page, Ontology ontology, EventMention item)
    {
        page.Write($"<div><dt>What</dt><dd>");
        EventTable.WriteMark(page, item);
        page.Write($"<span class=\"type\">{Words.TypeOf(item)}</span> <span class=\"faint\">{(item.Type is { } type ? Words.Of(type.Quad()) : "a statement, which PLOVER does not code")}{(item.Score is { } score ? $", PLOVER score {Words.Number(score)}" : "")}{(item.Contexts.IsEmpty ? "" : "; context " + string.Join(", ", item.Contexts))}</span></dd></div>\n");
        WriteFact(page, "CAMEO", $"{item.Cameo} {ontology.Cameo(item.Cameo)?.Name}".TrimEnd(), item.Goldstein is { } goldstein ? $"Goldstein {Words.Number(goldstein)}" : null);
    }

    private static void WriteReport(Markup page, StoredReading stored, string place)
    {
        Document document = stored.Reading.Document;
        page.Write($"<div><dt>Report</dt><dd><a href=\"{place}\"><bdi>{Words.Short(document.Title ?? document.Uri, 110)}</bdi></a> <span class=\"faint\"><bdi>{document.Outlet ?? "outlet unknown"}</bdi>, ");
        StartPage.WritePublished(page, document.Published);
        page.Write($"</span></dd></div>\n");
    }

    private static void WriteFact(Markup page, string label, string value, string? beside)
    {
        page.Write($"<div><dt>{label}</dt><dd><bdi>{value}</bdi>");
        if (!string.IsNullOrEmpty(beside))
            page.Write($" <span class=\"faint\"><bdi>{beside}</bdi></span>");
        page.Write($"</dd></div>\n");
    }

    private static void WriteCitations(Markup page, StoredReading stored, string? evidence, string permalink)
    {
        ReportRow report = ReaderPage.RowOf(stored);
        page.Write($"<section class=\"cite\"><h2>Cite</h2>\n<p>Permalink <a href=\"{permalink}\">{permalink}</a></p>\n");
        foreach (CitationStyle style in Enum.GetValues<CitationStyle>())
            page.Write($"<h3 id=\"cite-{Words.Lower(style)}\">{(style == CitationStyle.Apa ? "APA" : style == CitationStyle.Bibtex ? "BibTeX" : "Chicago")}</h3><pre tabindex=\"0\" role=\"region\" aria-labelledby=\"cite-{Words.Lower(style)}\">{Citations.Cite(report, style, evidence is null ? null : Words.Short(evidence, 300))}</pre>\n");
        page.Write($"</section>\n");
    }
}
