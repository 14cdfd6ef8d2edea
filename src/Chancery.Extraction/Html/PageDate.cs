using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>When a page was published, from what it declares, what it shows and its address, in this order of trust.</summary>
internal sealed class PageDate
{
    private const int NearHeadline = 12;
    private readonly PageTree tree;
    private readonly PageKnowledge pages;
    private readonly string?[] reasons;
    private readonly string? language;

    private PageDate(PageTree tree, PageKnowledge pages, string?[] reasons, string? language)
    {
        this.tree = tree;
        this.pages = pages;
        this.reasons = reasons;
        this.language = language;
    }

    /// <param name="tree">The page.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="reasons">The judgement of its lines.</param>
    /// <param name="address">The address that it was fetched from, where known.</param>
    /// <param name="language">Its language, for the order of numbers and for month names.</param>
    /// <param name="pages">What is known of dates.</param>
    public static DatedBasis? Find(PageTree tree, LinkedData data, string?[] reasons, string? address, string? language, PageKnowledge pages)
    {
        var finder = new PageDate(tree, pages, reasons, language);
        return finder.Declared(data.Published, "json-ld")
            ?? finder.Meta(DeclaredDay.Published, "meta")
            ?? finder.Time(time => time.Marked && !time.Modified, "time element")
            ?? finder.Address(address, DatePrecision.Day)
            ?? finder.Declared(data.Created, "json-ld, created")
            ?? finder.Meta(DeclaredDay.Created, "meta, created")
            ?? finder.Visible()
            ?? finder.Time(time => !time.Modified && finder.IsInReport(time.Line), "time element")
            ?? finder.Declared(data.Modified, "json-ld, modified")
            ?? finder.Meta(DeclaredDay.Modified, "meta, modified")
            ?? finder.Time(time => time.Modified, "time element, modified")
            ?? finder.Address(address, DatePrecision.Month);
    }

    private DatedBasis? Declared(string? value, string basis) =>
        value is not null && DeclaredDate.Read(value, pages.Calendars, language) is { } date ? new DatedBasis(date, basis) : null;

    private DatedBasis? Meta(DeclaredDay kind, string basis)
    {
        foreach (PageMeta meta in tree.Metas)
        {
            if (pages.DateMetas.Find(meta.Name) == kind && Declared(meta.Content, basis) is { } date)
                return date;
        }

        return null;
    }

    private DatedBasis? Time(Func<PageTime, bool> fits, string basis)
    {
        foreach (PageTime time in tree.Times)
        {
            if (fits(time) && !IsElsewhere(time.Line) && Declared(time.Value, basis) is { } date)
                return date;
        }

        return null;
    }

    private DatedBasis? Address(string? given, DatePrecision precision)
    {
        foreach (string? address in (ReadOnlySpan<string?>)[given, tree.CanonicalUrl, tree.Metas.Find(meta => meta.Name == "og:url").Content])
        {
            if (address is not null && AddressDate.Read(address, pages.Calendars) is { } date && date.Precision == precision)
                return new DatedBasis(date, "url");
        }

        return null;
    }

    /// <summary>A line beside the headline that is little more than a date, else one that says so itself.</summary>
    private DatedBasis? Visible()
    {
        int headline = Array.IndexOf(reasons, "title");
        int firstText = Array.FindIndex(reasons, reason => reason is null);
        if (headline < 0)
            headline = Math.Max(0, firstText - NearHeadline);
        if (firstText < headline)
            firstText = Array.FindIndex(reasons, headline, reason => reason is null);
        int lastText = Array.FindLastIndex(reasons, reason => reason is null);
        return Among(headline, Math.Max(firstText + 1, headline + NearHeadline), true)
            ?? Among(Math.Max(0, headline - NearHeadline), headline, true)
            ?? Among(Math.Max(0, lastText - 2), lastText + NearHeadline, true)
            ?? Among(0, reasons.Length, false);
    }

    private DatedBasis? Among(int from, int end, bool near)
    {
        DatedBasis? best = null;
        for (int i = Math.Max(0, from); i < Math.Min(end, reasons.Length); i++)
        {
            string line = tree.Lines[i].Text;
            if (line.Length > 200 || IsElsewhere(i))
                continue;
            bool labelled = reasons[i] is "date line" or "byline";
            foreach (FoundDate date in DateScan.Find(line, pages.Calendars, language))
            {
                if (!date.IsDay)
                    continue;
                bool bare = date.Range.Length * 2 > line.Length || line.Length < 60;
                if (labelled || near && bare)
                    return new DatedBasis(date.Value, "visible date");
                if (near && date.Range.Start < 40 || near && line.Length - date.Range.End < 20)
                    best ??= new DatedBasis(date.Value, "visible date");
            }
        }

        return best;
    }

    /// <summary>A line of a list of other reports, of comments, of the foot.</summary>
    private bool IsElsewhere(int line) =>
        line < reasons.Length && reasons[line] is "related link" or "comment" or "footer" or "navigation" or "sidebar" or "legal line" or "advertisement" or "cookie notice" or "newsletter";

    private bool IsInReport(int line) => line >= reasons.Length || !IsElsewhere(line);
}
