using System.Buffers;
using System.Text.RegularExpressions;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>When a page was published, from what it declares, its address and what it shows, in this order of trust.</summary>
internal sealed partial class PageDate
{
    private const int NearHeadline = 12;
    private const int LongestLine = 300;
    private const int ShortLine = 120;
    private const int LongestFieldName = 21;
    private const int LongestField = 200;
    private static readonly SearchValues<string> PublicationNames = SearchValues.Create(["publi", "created"], StringComparison.OrdinalIgnoreCase);
    private readonly JudgedPage page;
    private readonly PageTree tree;
    private readonly PageKnowledge pages;
    private readonly string?[] reasons;
    private readonly string? language;

    private PageDate(JudgedPage page, PageKnowledge pages)
    {
        this.page = page;
        this.pages = pages;
        tree = page.Tree;
        reasons = page.Reasons;
        language = page.Language;
    }

    /// <param name="page">The page with its judged lines.</param>
    /// <param name="address">The address that it was fetched from, where known.</param>
    /// <param name="html">The page as written, for dates in its scripts, the last resort.</param>
    /// <param name="pages">What is known of dates.</param>
    public static DatedBasis? Find(JudgedPage page, string? address, string html, PageKnowledge pages)
    {
        var finder = new PageDate(page, pages);
        LinkedData data = page.Data;
        return finder.Local(finder.Declared(data.Published, "json-ld")
                ?? finder.Meta(DeclaredDay.Published, "meta")
                ?? finder.Time(time => time.Marked && !time.Modified, "time element"), address)
            ?? finder.Address(address, DatePrecision.Day)
            ?? finder.Beside()
            ?? finder.Local(finder.Declared(data.Created, "json-ld, created")
                ?? finder.Meta(DeclaredDay.Created, "meta, created"), address)
            ?? finder.Labelled()
            ?? finder.Time(time => !time.Modified && !finder.IsElsewhere(time.Line), "time element")
            ?? finder.Declared(data.Modified, "json-ld, modified")
            ?? finder.Meta(DeclaredDay.Modified, "meta, modified")
            ?? finder.Time(time => time.Modified, "time element, modified")
            ?? finder.InScript(html)
            ?? finder.Address(address, DatePrecision.Month)
            ?? finder.WithoutYear(html);
    }

    /// <summary>
    /// A moment declared in universal time is often a day off for the place where the page was published: an address or a line
    /// beside the headline that names the day before or after is followed.
    /// </summary>
    private DatedBasis? Local(DatedBasis? declared, string? address)
    {
        if (declared?.Date.Start is not { } day)
            return declared;
        DatedBasis? shown = Address(address, DatePrecision.Day) ?? Heading();
        return shown?.Date.Start is { } other && Math.Abs(other.DayNumber - day.DayNumber) == 1 ? shown : declared;
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
        DatedBasis? elsewhere = null;
        foreach (PageTime time in tree.Times)
        {
            if (!fits(time) || Declared(time.Value, basis) is not { } date)
                continue;
            if (!IsElsewhere(time.Line))
                return date;
            if (elsewhere is not null && elsewhere.Date != date.Date)
                return null;
            elsewhere = date;
        }

        return elsewhere;
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

    /// <summary>A date beside the headline, at the beginning of the text or at its end.</summary>
    private DatedBasis? Beside()
    {
        int lastText = Array.FindLastIndex(reasons, reason => reason is null);
        return Heading()
            ?? (FirstText is >= 0 and int first ? InOpening(tree.Lines[first].Text) : null)
            ?? (lastText >= 0 ? Among(lastText, lastText + NearHeadline) : null);
    }

    // A heading that is no title may stand above the day.
    private int FirstText
    {
        get
        {
            for (int i = Math.Max(page.Headline, 0); i < reasons.Length; i++)
            {
                if (reasons[i] is null && tree.Lines[i].Kind != LineKind.Heading)
                    return i;
            }

            return -1;
        }
    }

    /// <summary>A date between the headline and the text, else above the headline.</summary>
    private DatedBasis? Heading()
    {
        int firstText = FirstText;
        int headline = page.Headline >= 0 ? page.Headline : Math.Max(0, firstText - NearHeadline);
        int end = firstText < 0 ? headline + NearHeadline : Math.Min(Math.Max(firstText, headline + 3), headline + 3 * NearHeadline);
        return Among(headline, end) ?? Among(Math.Max(0, headline - NearHeadline), headline);
    }

    private DatedBasis? Among(int from, int end)
    {
        DatedBasis? best = null;
        for (int i = Math.Max(0, from); i < Math.Min(end, reasons.Length); i++)
        {
            PageLine line = tree.Lines[i];
            if (line.LinkShare > 0.6 || reasons[i] is "comment" or "cookie notice" or "legal line" || reasons[i] == "related link" && line.LinkShare > 0)
                continue;
            foreach (PageTime time in tree.Times)
            {
                if (time.Line == i && !time.Modified && Declared(time.Value, "time element") is { } date)
                    return date;
            }

            if (line.Text.Length > LongestLine)
                continue;
            foreach (FoundDate date in DateScan.Find(line.Text, pages.Calendars, language))
            {
                if (!date.IsDay)
                    continue;
                var found = new DatedBasis(date.Value, "visible date");
                if (reasons[i] is "date line" or "byline" || line.Text.Length < 80 || date.Range.Length * 2 > line.Text.Length)
                    return found;
                best ??= reasons[i] is null ? null : found;
            }
        }

        return best;
    }

    /// <summary>
    /// A day and month beside the headline ("Thursday 23 Sept., 14:07"), with the year of the copyright where the day of the week
    /// or the addresses of the page's pictures ("/2004/09/") agree with it.
    /// </summary>
    private DatedBasis? WithoutYear(string html)
    {
        int year = Imprint.YearOf(tree);
        if (year > 0)
        {
            foreach ((FoundDate date, int weekday) in Yearless())
            {
                if (date.Day > DateTime.DaysInMonth(year, date.Month))
                    continue;
                var day = new DateOnly(year, date.Month, date.Day);
                string address = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{year}/{date.Month:00}/");
                if (weekday > 0 ? weekday == ((int)day.DayOfWeek + 6) % 7 + 1 : IsOfPicture(html, address))
                    return new DatedBasis(PartialDate.Day(day), "visible date, year of the copyright");
            }
        }

        return null;
    }

    /// <summary>The first day and month beside the headline, with the day of the week that stands with it or 0; null where none stands.</summary>
    public static (FoundDate Date, int Weekday)? DayAlone(JudgedPage page, PageKnowledge pages)
    {
        List<(FoundDate Date, int Weekday)> found = new PageDate(page, pages).Yearless();
        return found.Count > 0 ? found[0] : null;
    }

    private List<(FoundDate Date, int Weekday)> Yearless()
    {
        var found = new List<(FoundDate Date, int Weekday)>();
        int from = Math.Max(0, (page.Headline >= 0 ? page.Headline : FirstText) - NearHeadline);
        for (int i = from; i < Math.Min(FirstText, reasons.Length); i++)
        {
            string line = tree.Lines[i].Text;
            if (line.Length > ShortLine || tree.Lines[i].LinkShare > 0.6)
                continue;
            foreach (FoundDate date in DateScan.Find(line, pages.Calendars, language))
            {
                if (date.HasYear || date.Day == 0)
                    continue;
                int weekday = 0;
                foreach (LineWord word in LineWord.Of(line))
                {
                    // "Wed 28 - Thu 29 December": the one that stands last before the day.
                    if (pages.Calendars.All.Weekday(word.Text) is > 0 and var named && (weekday == 0 || word.Start < date.Range.Start))
                        weekday = named;
                }

                found.Add((date, weekday));
            }
        }

        return found;
    }

    // "src="/media/2019/03/a.jpg"": an address within the quotes of a picture's source, and none of a link to an archive.
    private static bool IsOfPicture(string html, string address)
    {
        for (int at = html.IndexOf(address, StringComparison.Ordinal); at >= 0; at = html.IndexOf(address, at + 1, StringComparison.Ordinal))
        {
            int open = html.AsSpan(0, at).LastIndexOfAny('"', '\'');
            if (open > 0 && html.AsSpan(0, open).TrimEnd() is [.., '='] and var before && before[..^1].TrimEnd() is var name && (name.EndsWith("src", StringComparison.OrdinalIgnoreCase) || name.EndsWith("srcset", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>The date of a dateline, within the first words of the text and parted from what follows.</summary>
    private DatedBasis? InOpening(string text)
    {
        foreach (FoundDate date in DateScan.Find(text.AsSpan(0, Math.Min(80, text.Length)), pages.Calendars, language))
        {
            ReadOnlySpan<char> rest = text.AsSpan(date.Range.End).TrimStart();
            if (date.IsDay && date.Range.Start < 40 && rest.Length > 0 && rest[0] is '-' or '\u2013' or '\u2014' or ':' or ')' or '.' or '/' or '|' or '(')
                return new DatedBasis(date.Value, "dateline");
        }

        // "MINISTRY OF TRADE — Briefing, 3 May 2016, Oslo": a line over the text with a day set off in it.
        if (text.Length <= ShortLine && !text.EndsWith('.') && DateScan.Find(text, pages.Calendars, language) is [{ IsDay: true } day] && text.AsSpan(0, day.Range.Start).TrimEnd() is [.., ','] && text.AsSpan(day.Range.End).TrimStart() is [] or [',', ..])
            return new DatedBasis(day.Value, "visible date");
        return null;
    }

    /// <summary>A line anywhere that says that it is the date of this page.</summary>
    private DatedBasis? Labelled()
    {
        for (int i = 0; i < reasons.Length; i++)
        {
            string line = tree.Lines[i].Text;
            if (line.Length > LongestLine || !IsLabelled(i))
                continue;
            foreach (FoundDate date in DateScan.Find(line, pages.Calendars, language))
            {
                if (date.IsDay)
                    return new DatedBasis(date.Value, "visible date");
            }
        }

        return null;
    }

    private bool IsLabelled(int line) =>
        reasons[line] is "date line" or "byline"
        || reasons[line] is "footer" or "page furniture" or "outside the report" && pages.Phrases.Find(tree.Lines[line].Text, LineSigns.MostWords)?.Reason is "date line" or "byline";

    /// <summary>A field of a script that is named a publication. Its name is looked for first, the field around it only then.</summary>
    private DatedBasis? InScript(string html)
    {
        int at = 0;
        while (true)
        {
            int next = html.AsSpan(at).IndexOfAny(PublicationNames);
            if (next < 0)
                return null;
            at += next;
            int start = Math.Max(0, at - LongestFieldName);
            Match match = PublicationField().Match(html, start, Math.Min(html.Length - start, LongestField));
            if (match.Success && Declared(match.Groups[1].Value, "script") is { } date)
                return date;
            at++;
        }
    }

    /// <summary>A line of a list of other reports, of comments, of the foot.</summary>
    private bool IsElsewhere(int line) =>
        line < reasons.Length && reasons[line] is "related link" or "comment" or "footer" or "navigation" or "sidebar" or "legal line" or "advertisement" or "cookie notice" or "newsletter";

    // "publishedDate":"2016-11-04T20:37:27Z", 'first-publication': '2019-07-30 09:35'
    [GeneratedRegex("""["']?[\w-]{0,20}(?:publi|created_?at|date_?created)[\w-]{0,20}["']?\s*[:=]\s*["']([^"']{8,40})["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PublicationField();
}
