using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>Outlet, sources, dateline and day of publication of a plain text, from its source lines, dateline and what its container gave.</summary>
internal static class TextOrigin
{
    /// <summary>Words of a line that may stand above a report without being part of it.</summary>
    private const int LongestHead = 12;

    /// <summary>How many kept lines may stand above the day.</summary>
    private const int MostHeads = 2;

    private const int LongestFoot = 25;
    private const int ShortWord = 3;

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
            else if ((!isForeign || IsDated(judged, i, pages)) && judged.Reasons[i] is "date line" or "byline" && DateScan.Find(judged.Lines[i].Text, pages.Calendars, language, FoundDate.EarliestYear).Find(date => date.IsDay) is { IsDay: true } date)
                shown ??= new DatedBasis(date.Value, "visible date");
        }

        WrittenDateline? written = null;
        foreach (Block block in body.Where(block => block.Kind == BlockKind.Paragraph).Take(3))
            written ??= Datelines.Find(text, block.Range, pages.Calendars, language) ?? PlaceOpenings.Find(text, block.Range, knowledge.Entities);

        // "ISTANBUL (Anatolian)" on a line of its own above the report.
        for (int i = 0; i < last && written is null; i++)
        {
            if (judged.Reasons[i] == "date line")
                written = Datelines.Find(text, judged.Lines[i].Range, pages.Calendars, language);
        }

        DatedBasis? published = Given(raw, pages, language)
            ?? sources.Where(source => source.Date is not null).Select(source => new DatedBasis(source.Date!.Value, "source line")).FirstOrDefault()
            ?? shown
            ?? sources.Where(source => source.Address is not null).Select(source => Addressed(source.Address!, pages)).FirstOrDefault(date => date is not null)
            ?? (raw.Uri.Contains("://", StringComparison.Ordinal) ? Addressed(raw.Uri, pages) : null)
            ?? (written?.Date is { IsDay: true } full ? new DatedBasis(full.Value, "dateline") : null)
            ?? Headed(judged, pages, language)
            ?? FootDates.Find(judged, last, pages, language);
        PartialDate? datelineDate = null;
        if (written?.Date is { } day)
        {
            datelineDate = DatelineYear.Resolve(day, published, text, body, knowledge, language);
            if (published is null && datelineDate is { IsKnown: true } resolved)
                published = new DatedBasis(resolved, "dateline, year from the text");
        }

        published ??= Closed(judged, text, body, knowledge, language);
        // "MINISTRY OF TRADE — Briefing": a body is no place.
        Dateline? dateline = written?.Place is { } place && !Imprint.NamesBody(place.Split(' ')[0], knowledge.Entities) ? new Dateline(written.Range, place, datelineDate, written.Agency) : null;
        (string? outlet, ImmutableArray<string> via) = Publishers.Of(raw.Outlet, raw.Uri, sources, AgencyInitials.NameOf(written?.Agency, text, knowledge), knowledge.Outlets);
        outlet ??= PageNames.Find(judged, pages, knowledge.Outlets, language);
        return new Origin(outlet, via, published, dateline) { Opening = Openings.Of(written) };
    }

    /// <summary>"Posted on 31/10/2021", "Last updated: 28 November 2019" at the foot of a page: a line that says of itself what its day is, no comment's.</summary>
    private static bool IsDated(JudgedText judged, int line, PageKnowledge pages)
    {
        if (judged.Reasons[line] != "date line" || judged.Reasons.Contains("comment"))
            return false;
        string text = judged.Lines[line].Text;
        if (pages.Labels.Find(text, out _) == LineLabel.Date)
            return true;
        int end = -1;
        for (int words = 0; words < 2 && (end = text.IndexOf(' ', end + 1)) > 0; words++)
        {
            if (pages.Labels.Lookup(text.AsSpan(0, end)) == LineLabel.Date)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The only day written out above the report ("The Herald, Thursday, 18 December 2014, p. 7", "Asmara, 6 Dec 1994. From our correspondent."),
    /// or at the beginning of its last line ("24 October 2013. Other reporters contributed."); null for none or several.
    /// </summary>
    private static DatedBasis? Headed(JudgedText judged, PageKnowledge pages, string language)
    {
        FoundDate? only = null;
        int heads = 0;
        for (int i = 0; i < judged.Lines.Count; i++)
        {
            bool isKept = judged.Reasons[i] is null && i != judged.Headline;
            bool isLabelled = judged.Lines[i].Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && pages.Labels.Lookup(judged.Lines[i].Text.AsSpan(0, colon)) == LineLabel.Date;
            if (isKept && !isLabelled && judged.Lines[i].Words.Count > LongestHead)
                break;
            // "MANAMA, MAY 21, 1984 - THE FOLLOWING ARE DEVELOPMENTS:" over the report, of whatever year.
            if (judged.Reasons[i] is "navigation" or "page furniture" && only is null && Datelines.Find(judged.Lines[i].Text, new TextRange(0, judged.Lines[i].Text.Length), pages.Calendars, language) is { Place: not null, Date: { IsDay: true } stamped })
                only = stamped;
            foreach (FoundDate date in DateScan.Find(judged.Lines[i].Text, pages.Calendars, language))
            {
                // "freed two men on 3 May 1994" tells of a day in the story.
                if (judged.Reasons[i] is null && !isLabelled && !IsSetOff(judged.Lines[i].Text.AsSpan(0, date.Range.Start)) && !IsClosing(judged.Lines[i].Text, date))
                    continue;
                if (date.IsDay && only is { } other && other.Value != date.Value)
                    return null;
                only = date.IsDay ? date : only;
            }

            // "An interview with the minister" may stand above the line that tells paper, town and day.
            if (isKept && (only is not null || judged.Lines[i].IsProse || ++heads >= MostHeads))
                break;
        }

        if (only is null && LastKept(judged) is >= 0 and var last && judged.Lines[last] is { Words.Count: < LongestFoot } foot
            && DateScan.Find(foot.Text, pages.Calendars, language).Find(date => date is { IsDay: true, Range.Start: 0 }) is { IsDay: true } closing && foot.Text.AsSpan(closing.Range.End) is ['.', ..])
            only = closing;
        return only is { } day ? new DatedBasis(day.Value, "visible date") : null;
    }

    /// <summary>Whether nothing or a mark stands before a day.</summary>
    private static bool IsSetOff(ReadOnlySpan<char> before) => before.TrimEnd() is [] or [.., ',' or '.' or ':' or ';' or '|' or '(' or '[' or '/' or '-' or '–' or '—' or '•'];

    // "Adopted by the Council at its 12th meeting, on 4 May 1993": a day that closes its line behind a comma and a short word.
    private static bool IsClosing(string line, FoundDate date)
    {
        ReadOnlySpan<char> before = line.AsSpan(0, date.Range.Start).TrimEnd();
        int word = before.LastIndexOf(' ');
        return date is { IsDay: true, HasYear: true } && line.AsSpan(date.Range.End).Trim(". ").IsEmpty && word > 0 && before.Length - word <= ShortWord && before[..word].TrimEnd() is [.., ','];
    }

    /// <summary>"Suva, 3 May" on a line of its own above a document whose text tells that day in full.</summary>
    private static DatedBasis? Closed(JudgedText judged, string text, IReadOnlyList<Block> body, KnowledgeBase knowledge, string language)
    {
        for (int i = 0; i < judged.Lines.Count && !(judged.Reasons[i] is null && judged.Lines[i].IsProse && i != judged.Headline); i++)
        {
            if (judged.Reasons[i] == "date line" && DateScan.Find(judged.Lines[i].Text, knowledge.Pages.Calendars, language).Find(date => date is { HasYear: false, Day: > 0 }) is { Day: > 0 } day
                && DatelineYear.Resolve(day, null, text, body, knowledge, language, isDocument: true) is { IsKnown: true } resolved)
                return new DatedBasis(resolved, "visible date, year from the text");
        }

        return null;
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
