using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Two countries: what they do to each other by the month, their contacts, agreements, quotes and plans, and who contradicts.</summary>
internal static class DyadPage
{
    private const int Shown = 12;
    private const int PairsShown = 60;
    private const int DenialsAsked = 12;

    private static readonly ImmutableArray<Field<DyadMonth>> Fields =
    [
        new("source", row => row.Source),
        new("month", row => row.Month),
        new("events", row => row.Events.ToString(CultureInfo.InvariantCulture)),
        new("score_sum", row => Words.Number(row.Score)),
        new("score_mean", row => row.Scored > 0 ? Words.Number(row.Score / row.Scored) : ""),
        new("goldstein_sum", row => Words.Number(row.Goldstein)),
        new("planned", row => row.Planned.ToString(CultureInfo.InvariantCulture)),
        new("denied", row => row.Denied.ToString(CultureInfo.InvariantCulture)),
    ];

    private static readonly ImmutableArray<Field<PairCount>> PairFields =
    [
        new("left", row => row.Left),
        new("right", row => row.Right),
        new("events", row => row.Events.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The pairs that deal most with each other, and a form for any other.</summary>
    public static View ShowAll(Visit visit)
    {
        if (visit.Query("a") is { Length: > 0 } left && visit.Query("b") is { Length: > 0 } right)
            return ShowPair(visit, left, right);
        ImmutableArray<PairCount> pairs = Pairs.Busiest(visit.Store, PairsShown);
        return new View
        {
            Title = "Dyads",
            Section = "dyad",
            Body = page =>
            {
                page.Write($"""
                    <h1>Dyads</h1>
                    <form class="filter" action="/dyad">
                    <p class="field"><label for="a">Country</label><input id="a" name="a" placeholder="RUS" required></p>
                    <p class="field"><label for="b">With</label><input id="b" name="b" placeholder="VEN" required></p>
                    <p class="field"><button>Show</button></p>
                    </form>

                    """);
                if (pairs.IsEmpty)
                    page.Write($"<p class=\"trouble\">No two countries deal with each other in this record.</p>\n<p><a href=\"/\">Read some reports</a> first.</p>\n");
                else
                    page.Write($"<h2>Who deals most with whom</h2>\n<ul class=\"pairs\">\n");
                foreach (PairCount pair in pairs)
                    page.Write($"<li><a href=\"{Links.Dyad(pair.Left, pair.Right)}\">{visit.Desk.Country(pair.Left)} – {visit.Desk.Country(pair.Right)}</a> <span class=\"n\">{Words.Number(pair.Events)}</span></li>\n");
                if (!pairs.IsEmpty)
                    page.Write($"</ul>\n");
            },
            Sheet = new Sheet<PairCount>(pairs, pairs, PairFields, row => JsonText.Of(row, PairFields)),
        };
    }

    public static View Show(Visit visit)
    {
        if (visit.Parts.Count != 2)
            throw DeskException.Bad("A dyad has two countries.", "Write the address as /dyad/RUS/VEN.");
        return ShowPair(visit, visit.Parts[0], visit.Parts[1]);
    }

    private static View ShowPair(Visit visit, string left, string right)
    {
        (string a, string b) = (Code(visit, left), Code(visit, right));
        ImmutableArray<DyadMonth> months = visit.Desk.Recall($"dyad {a} {b}", () => Dyads.Months(visit.Store, a, b));
        return new View
        {
            Title = $"{visit.Desk.Country(a)} and {visit.Desk.Country(b)}",
            Section = "dyad",
            IsWide = true,
            Body = page => Write(page, visit, a, b, months),
            Sheet = new Sheet<DyadMonth>(months, months, Fields, row => JsonText.Of(row, Fields)),
        };
    }

    private static string Code(Visit visit, string name)
    {
        NameMeaning meaning = visit.Store.MeaningOf(name);
        return meaning.Countries.FirstOrDefault()
            ?? throw DeskException.Unknown($"'{Words.Short(name, 80)}' is no country of this record.", "Countries are named by their code (NOR) or their name. For persons and bodies use the timeline.");
    }

    private static void Write(Markup page, Visit visit, string a, string b, ImmutableArray<DyadMonth> months)
    {
        Filter pair = Filter.All.And(FilterKey.Between, a, b);
        string names = $"{visit.Desk.Country(a)} and {visit.Desk.Country(b)}";
        page.Write($"<h1>{names}</h1>\n");
        long count = months.Sum(month => month.Events);
        if (months.IsEmpty)
        {
            page.Write($"<p class=\"trouble\">The record holds nothing that these two do to each other.</p>\n<p>See the <a href=\"{Links.With("/timeline", ("who", a))}\">timeline of {visit.Desk.Country(a)}</a> or of <a href=\"{Links.With("/timeline", ("who", b))}\">{visit.Desk.Country(b)}</a>.</p>\n");
            return;
        }

        page.Write($"<p>{Words.Count(count, "record")} told as done, {Words.Number(months.Sum(month => month.Planned))} as planned or possible, {Words.Number(months.Sum(month => month.Denied))} as not so; background is left out. <a href=\"{Links.With("/timeline", ("who", a), ("with", b))}\">On a timeline</a></p>\n");
        DyadPicture.Write(page, a, b, months, visit.Desk.Country);
        WriteMonths(page, visit, a, b, months);
        WriteEvents(page, visit, "Contacts", "Visits, calls, meetings, letters", pair.And(FilterKey.Cameo, "04").And(FilterKey.Factuality, "happened", "ongoing").And(FilterKey.Historical, "no"), $"cameo:04 between:{a},{b}");
        WriteAgreements(page, visit, pair);
        WriteEvents(page, visit, "Planned", "What is told as planned", pair.And(FilterKey.Factuality, "future"), $"factuality:future between:{a},{b}");
        WriteQuotes(page, visit, a, b);
        WriteClaims(page, visit, a, b);
    }

    private static void WriteMonths(Markup page, Visit visit, string a, string b, ImmutableArray<DyadMonth> months)
    {
        const int most = 120;
        IGrouping<string, DyadMonth>[] rows = [.. months.GroupBy(month => month.Month).OrderByDescending(group => group.Key, StringComparer.Ordinal)];
        page.Write($"<details class=\"twin\"><summary>The same as a table ({Words.Count(rows.Length, "row")})</summary>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Months\"><table><caption class=\"unseen\">Both directions by the month</caption><thead><tr><th scope=\"col\">Month</th><th scope=\"col\">Who acts</th><th scope=\"col\" class=\"n\">n</th><th scope=\"col\" class=\"n\">PLOVER sum</th><th scope=\"col\" class=\"n\">mean</th><th scope=\"col\" class=\"n\">Goldstein sum</th><th scope=\"col\" class=\"n\">planned</th><th scope=\"col\" class=\"n\">not so</th></tr></thead>\n<tbody>\n");
        foreach (IGrouping<string, DyadMonth> group in rows.Take(most))
        {
            foreach (DyadMonth row in group)
                page.Write($"<tr><td>{(row.Month.Length == 0 ? "no single month" : row.Month)}</td><td>{visit.Desk.Country(row.Source)}</td><td class=\"n\">{row.Events}</td><td class=\"n\">{Words.Number(row.Score)}</td><td class=\"n\">{(row.Scored > 0 ? Words.Number(row.Score / row.Scored) : "")}</td><td class=\"n\">{Words.Number(row.Goldstein)}</td><td class=\"n\">{row.Planned}</td><td class=\"n\">{row.Denied}</td></tr>\n");
        }

        page.Write($"</tbody></table></div>\n");
        if (rows.Length > most)
            page.Write($"<p>Older months are in the <a href=\"{Links.Dyad(a, b)}.csv\">CSV</a>.</p>\n");
        page.Write($"</details>\n");
    }

    private static void WriteEvents(Markup page, Visit visit, string heading, string caption, Filter filter, string all)
    {
        EventRow[] rows = [.. visit.Store.Events(filter, EventOrder.Newest, Shown + 1)];
        page.Write($"<h2>{heading}</h2>\n");
        if (rows.Length == 0)
        {
            page.Write($"<p class=\"faint\">None in the record.</p>\n");
            return;
        }

        EventTable.Write(page, [.. rows.Take(Shown)], caption);
        if (rows.Length > Shown)
            page.Write($"<p><a href=\"{Links.With("/timeline", ("filter", all))}\">All of them</a></p>\n");
    }

    private static void WriteAgreements(Markup page, Visit visit, Filter pair)
    {
        EventRow[] rows = [.. visit.Store.Events(pair.And(FilterKey.Agreement, "any"), EventOrder.Newest, Shown)];
        page.Write($"<h2>Agreements</h2>\n");
        if (rows.Length == 0)
            page.Write($"<p class=\"faint\">None in the record.</p>\n");
        else
            AgreementsPage.WriteTable(page, rows, "Agreements of the two");
    }

    private static void WriteQuotes(Markup page, Visit visit, string a, string b)
    {
        ImmutableArray<QuoteRow> rows = a == b ? [] : Sayings.Between(visit.Store, (a, visit.Desk.Country(a)), (b, visit.Desk.Country(b)), Shown);
        page.Write($"<h2>Quotes</h2>\n");
        if (rows.IsEmpty)
            page.Write($"<p class=\"faint\">No words of the one that name the other.</p>\n");
        else
            QuotesPage.Write(page, visit, rows, "Words of the one that name the other, the newest first");
    }

    private static void WriteClaims(Markup page, Visit visit, string a, string b)
    {
        page.Write($"<h2>Who contradicts</h2>\n");
        ImmutableArray<ClaimRow> claims = Claims.Between(visit.Store, a, b, DenialsAsked);
        if (claims.IsEmpty)
        {
            page.Write($"<p class=\"faint\">Nobody says of an act of these two that it happened where another says that it did not.</p>\n");
            return;
        }

        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Contradictions\"><table class=\"stack\"><caption class=\"unseen\">Tellings that contradict each other, those of one act together</caption><thead><tr><th scope=\"col\">Act</th><th scope=\"col\">Says</th><th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">What</th><th scope=\"col\">On whose word</th></tr></thead>\n<tbody>\n");
        foreach (ClaimRow claim in claims.Take(2 * Shown))
        {
            page.Write($"<tr><td class=\"n\">{claim.Group}</td><td><strong>{claim.Says}</strong></td><td class=\"when\">{Words.Of(claim.Row.Event.Date.Date)}</td><td>{Words.Short(EventTable.Sides(claim.Row), 80)}</td><td><a href=\"{Links.Record(claim.Row.Event.Id)}\"><bdi>{Words.Short(EventTable.Act(claim.Row), 80)}</bdi></a></td><td>");
            EventTable.WriteChain(page, claim.Row.Event.Attribution);
            page.Write($"</td></tr>\n");
        }

        page.Write($"</tbody></table></div>\n");
    }
}
