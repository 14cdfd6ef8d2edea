using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Outlet, sources, dateline and day of publication of a plain text, from its source lines, dateline and what its container gave.</summary>
internal static class TextOrigin
{
    public static Origin Find(RawDocument raw, string text, JudgedText judged, IReadOnlyList<Block> body, KnowledgeBase knowledge, string language)
    {
        PageKnowledge pages = knowledge.Pages;
        var sources = new List<SourceLine>();
        DatedBasis? shown = null;
        int last = LastKept(judged);
        bool isForeign = false;
        for (int i = 0; i < judged.Lines.Count; i++)
        {
            // What follows links to other reports and comments is dated by them.
            isForeign |= i > last && judged.Reasons[i] is "related link" or "navigation" or "comment" or "page furniture";
            if (judged.Reasons[i] == "source line")
                sources.Add(SourceLine.Read(judged.Lines[i].Text, pages, language));
            else if (!isForeign && judged.Reasons[i] is "date line" or "byline" && DateScan.Find(judged.Lines[i].Text, pages.Calendars, language).Find(date => date.IsDay) is { IsDay: true } date)
                shown ??= new DatedBasis(date.Value, "visible date");
        }

        WrittenDateline? written = null;
        foreach (Block block in body.Where(block => block.Kind == BlockKind.Paragraph).Take(3))
            written ??= Datelines.Find(text, block.Range, pages.Calendars, language);

        DatedBasis? published = Given(raw, pages, language)
            ?? sources.Where(source => source.Date is not null).Select(source => new DatedBasis(source.Date!.Value, "source line")).FirstOrDefault()
            ?? shown
            ?? sources.Where(source => source.Address is not null).Select(source => Addressed(source.Address!, pages)).FirstOrDefault(date => date is not null)
            ?? (raw.Uri.Contains("://", StringComparison.Ordinal) ? Addressed(raw.Uri, pages) : null)
            ?? (written?.Date is { IsDay: true } full ? new DatedBasis(full.Value, "dateline") : null);
        PartialDate? datelineDate = null;
        if (written?.Date is { } day)
        {
            datelineDate = DatelineYear.Resolve(day, published, text, body, knowledge, language);
            if (published is null && datelineDate is { IsKnown: true } resolved)
                published = new DatedBasis(resolved, "dateline, year from the text");
        }

        Dateline? dateline = written?.Place is { } place ? new Dateline(written.Range, place, datelineDate, written.Agency) : null;
        (string? outlet, ImmutableArray<string> via) = Publishers.Of(raw.Outlet, raw.Uri, sources, written?.Agency, knowledge.Outlets);
        return new Origin(outlet, via, published, dateline);
    }

    private static int LastKept(JudgedText judged)
    {
        int last = judged.Lines.Count - 1;
        while (last >= 0 && judged.Reasons[last] is not null)
            last--;
        return last;
    }

    private static DatedBasis? Given(RawDocument raw, PageKnowledge pages, string language) =>
        raw.Published is { } given && DeclaredDate.Read(given, pages.Calendars, language) is { } date ? new DatedBasis(date, "given") : null;

    private static DatedBasis? Addressed(string address, PageKnowledge pages) =>
        AddressDate.Read(address, pages.Calendars) is { } date ? new DatedBasis(date, "url") : null;
}
