using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Outlet, sources, dateline and day of publication of a page.</summary>
internal static class PageOrigin
{
    public static Origin Find(RawDocument raw, JudgedPage page, string html, string text, IReadOnlyList<Block> body, KnowledgeBase knowledge)
    {
        PageKnowledge pages = knowledge.Pages;
        string? address = raw.Uri.Contains("://", StringComparison.Ordinal) ? raw.Uri : null;
        var sources = new List<SourceLine>();
        for (int i = 0; i < page.Reasons.Length; i++)
        {
            if (page.Reasons[i] == "source line")
                sources.Add(SourceLine.Read(page.Tree.Lines[i].Text, pages, page.Language));
        }

        WrittenDateline? written = null;
        foreach (Block block in body.Where(block => block.Kind == BlockKind.Paragraph).Take(3))
            written ??= Datelines.Find(text, block.Range, pages.Calendars, page.Language) ?? PlaceOpenings.Find(text, block.Range, knowledge.Entities);

        DatedBasis? published = raw.Published is { } given && DeclaredDate.Read(given, pages.Calendars, page.Language) is { } day
            ? new DatedBasis(day, "given")
            : sources.Where(source => source.Date is not null).Select(source => new DatedBasis(source.Date!.Value, "source line")).FirstOrDefault()
                ?? PageDate.Find(page, address, html, pages);
        if (published is null && PageDate.DayAlone(page, pages) is { } alone && YearOfText.Find(alone.Date, text, body, knowledge, page.Language, alone.Weekday) is { } year && alone.Date.Day <= DateTime.DaysInMonth(year, alone.Date.Month))
            published = new DatedBasis(PartialDate.Day(new DateOnly(year, alone.Date.Month, alone.Date.Day)), "visible date, year from the text");
        PartialDate? datelineDate = null;
        if (written?.Date is { } dated)
        {
            datelineDate = DatelineYear.Resolve(dated, published, text, body, knowledge, page.Language);
            if (published is null && datelineDate is { IsKnown: true } resolved)
                published = new DatedBasis(resolved, "dateline, year from the text");
        }

        // "MINISTRY OF TRADE — Briefing": a body is no place.
        Dateline? dateline = written?.Place is { } place && !Imprint.NamesBody(place.Split(' ')[0], knowledge.Entities) ? new Dateline(written.Range, place, datelineDate, written.Agency) : null;
        string? named = raw.Outlet ?? NameOf(page, address, knowledge);
        (string? outlet, ImmutableArray<string> via) = Publishers.Of(named, "", sources, AgencyInitials.NameOf(written?.Agency, text, knowledge), knowledge.Outlets);
        return new Origin(outlet, via, published, dateline) { Opening = Openings.Of(written) };
    }

    /// <summary>The known outlet of the page's address or its declared name, else the declared name, else the host, else the name in title and copyright.</summary>
    private static string? NameOf(JudgedPage page, string? address, KnowledgeBase knowledge)
    {
        Outlets outlets = knowledge.Outlets;
        string? url = address ?? page.Tree.CanonicalUrl ?? page.Tree.Metas.Find(meta => meta.Name == "og:url").Content;
        string? declared = page.Tree.Metas.Find(meta => meta.Name is "og:site_name" or "application-name" or "dc.publisher" or "publisher").Content ?? page.Data.Publisher;
        string? host = url is null ? null : Publishers.OfAddress(url, outlets);
        if (host is not null && !host.Contains('.', StringComparison.Ordinal))
            return host;
        return declared is { Length: < 80 } ? declared : host ?? ((Imprint.NameOf(page.Tree) ?? Imprint.SiteOf(page.Tree, knowledge.Entities)) is { } name ? Publishers.Known(name, outlets) : null);
    }
}
