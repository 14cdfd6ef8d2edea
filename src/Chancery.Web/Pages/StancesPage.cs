using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Who stands how to a country, a person or a body on a day: a row for each actor, a column for each contender or issue.</summary>
internal static class StancesPage
{
    /// <summary>So many tellings before the day are looked at.</summary>
    private const int MostTellings = 200;

    private const int MostColumns = 7;
    private const int MostRows = 60;
    private const int HistoryShown = 12;

    /// <summary>Outlets are held against each other over this time; an older telling has been overtaken, not contradicted.</summary>
    private const int DaysCompared = 180;

    private static readonly ImmutableArray<Field<StanceTelling>> Fields =
    [
        new("holder", row => row.Holder),
        new("camp", row => Words.Lower(row.Camp)),
        new("toward", row => row.Toward),
        new("issues", row => string.Join(' ', row.Issues)),
        new("attitude", row => row.Attitude),
        new("day", row => row.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        new("outlet", row => row.Outlet),
        new("event", row => row.Event),
    ];

    public static View Show(Visit visit)
    {
        string toward = visit.Query("toward");
        if (toward.Length == 0)
            return ShowChoice(visit);
        DateOnly? on = DayOf(visit);
        bool byIssue = visit.Query("by") == "issue";
        NameMeaning meaning = visit.Store.MeaningOf(toward);
        if (meaning.IsNothing)
            throw DeskException.Unknown($"Nobody in this record is called '{Words.Short(toward, 80)}'.", "Countries are named by their code (VEN) or their name, persons by their name as the reports write it.");
        StanceTelling[] tellings = [.. Tellings(visit, toward, meaning, on)];
        return new View
        {
            Title = $"Stances toward {visit.Desk.Country(toward)}",
            Section = "stances",
            IsWide = true,
            Body = page => Write(page, visit, toward, on, byIssue, tellings),
            Sheet = new Sheet<StanceTelling>(tellings, tellings, Fields, row => JsonText.Of(row, Fields)),
        };
    }

    private static DateOnly? DayOf(Visit visit)
    {
        string given = visit.Query("on");
        if (given.Length == 0)
            return null;
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw DeskException.Bad($"'{Words.Short(given, 40)}' is no day.", "Write it as 2019-05-06.");
    }

    private static View ShowChoice(Visit visit)
    {
        ImmutableArray<NameRow> states = NameList.Page(visit.Store, "", "", NameMark.Start, 40);
        return new View
        {
            Title = "Stances",
            Section = "stances",
            Body = page =>
            {
                page.Write($"<h1>Stances</h1>\n<p>Who recognises, backs, helps, opposes, threatens or sanctions a country, a person or a body, on a day of your choice.</p>\n");
                WriteForm(page, visit, "", false);
                if (states.IsEmpty)
                {
                    page.Write($"<p class=\"trouble\">The record is empty.</p>\n<p><a href=\"/\">Read some reports</a> first.</p>\n");
                    return;
                }

                page.Write($"<h2>Toward whom</h2>\n<ul class=\"pairs\">\n");
                foreach (NameRow row in states)
                    page.Write($"<li><a href=\"{Links.With("/stances", ("toward", row.Name))}\"><bdi>{row.Name}</bdi></a> <span class=\"n\">{Words.Number(row.Uses)}</span></li>\n");
                page.Write($"</ul>\n");
            },
        };
    }

    /// <summary>Acts toward those who are meant, and recognitions that speak of them; the newest before the day.</summary>
    private static IEnumerable<StanceTelling> Tellings(Visit visit, string toward, NameMeaning meaning, DateOnly? on)
    {
        Filter acts = Filter.All.And(FilterKey.Historical, "no").And(FilterKey.Type, "SUPPORT", "AID", "ACCUSE", "REJECT", "PROTEST", "THREATEN", "SANCTION", "COERCE", "ASSAULT");
        if (on is { } day)
            acts = acts.And(FilterKey.Until, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        IEnumerable<EventRow> rows = visit.Store.Events(acts.And(FilterKey.Recipient, toward), EventOrder.Newest, MostTellings, withWords: false)
            .Concat(visit.Store.Events(acts.And(FilterKey.Cameo, "054").And(FilterKey.About, toward), EventOrder.Newest, MostTellings / 4, withWords: false))
            .DistinctBy(row => row.Key);
        foreach (EventRow row in rows)
        {
            if (Stances.AttitudeOf(row.Event) is not { } attitude)
                continue;
            foreach (Entity target in Stances.Targets(row).Where(target => meaning.Countries.Contains(target.Country.ToString()) || meaning.Entities.Contains(target.Name)))
            {
                foreach (Entity holder in row.Event.Actors.Select(side => row.Entities[side.Entity]).Where(holder => holder.Name != target.Name))
                    yield return TellingOf(visit, row, attitude, holder, target);
            }
        }
    }

    private static StanceTelling TellingOf(Visit visit, EventRow row, string attitude, Entity holder, Entity target)
    {
        PartialDate date = row.Event.Date.Date;
        return new StanceTelling(
            holder.Country.IsNone ? holder.Name : visit.Desk.Country(holder.Country),
            Stances.CampOf(holder),
            target.Name,
            row.Event.Contexts,
            attitude,
            date.End ?? date.Start ?? row.Report.Published?.Date.Start,
            row.Report.Outlet ?? "outlet unknown",
            row.Event.Id);
    }

    private static void Write(Markup page, Visit visit, string toward, DateOnly? on, bool byIssue, StanceTelling[] tellings)
    {
        string when = on is { } day ? $" on {Words.Day(day)}" : "";
        page.Write($"<h1>Stances toward {visit.Desk.Country(toward)}{when}</h1>\n");
        WriteForm(page, visit, toward, byIssue);
        if (tellings.Length == 0)
        {
            page.Write($"<p class=\"trouble\">No act in the record tells how anybody stood to them{(on is null ? "" : " until that day")}.</p>\n<p>Silence is no stance; <a href=\"{Links.With("/timeline", ("who", toward))}\">the timeline</a> shows all that the record holds.</p>\n");
            return;
        }

        (string Column, StanceTelling Telling)[] placed = [.. tellings.SelectMany(telling => (byIssue ? telling.Issues.DefaultIfEmpty("no issue named") : [telling.Toward]).Select(column => (column, telling)))];
        string[] columns = [.. placed.GroupBy(item => item.Column).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
        var rows = placed.GroupBy(item => (item.Telling.Holder, item.Telling.Camp)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Holder, StringComparer.Ordinal).ToArray();
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Stances\"><table class=\"matrix\"><caption class=\"unseen\">Stances of actors by {(byIssue ? "issue" : "contender")}{when}</caption>\n<thead><tr><th scope=\"col\">Actor</th>");
        foreach (string column in columns.Take(MostColumns))
            page.Write($"<th scope=\"col\"><bdi>{Words.Short(column, 40)}</bdi></th>");
        page.Write($"</tr></thead>\n<tbody>\n");
        foreach (var row in rows.Take(MostRows))
        {
            page.Write($"<tr><th scope=\"row\"><bdi>{row.Key.Holder}</bdi>{(row.Key.Camp == Camp.Government ? "" : row.Key.Camp == Camp.Opposition ? ", opposition" : ", others")}</th>");
            foreach (string column in columns.Take(MostColumns))
                WriteCell(page, [.. row.Where(item => item.Column == column).Select(item => item.Telling).OrderByDescending(telling => telling.Day ?? DateOnly.MinValue)]);
            page.Write($"</tr>\n");
        }

        page.Write($"</tbody></table></div>\n");
        if (rows.Length > MostRows || columns.Length > MostColumns)
            page.Write($"<p>{Words.Count(Math.Max(0, rows.Length - MostRows), "more actor")} and {Words.Count(Math.Max(0, columns.Length - MostColumns), "more column")} in the <a href=\"{visit.As(".csv")}\">CSV</a>.</p>\n");
        page.Write($"<p class=\"faint\">A cell shows the newest telling; it is split where outlets differ within half a year. Open it for its history. Read from at most {MostTellings} tellings before the day.</p>\n");
    }

    private static void WriteCell(Markup page, StanceTelling[] tellings)
    {
        if (tellings.Length == 0)
        {
            page.Write($"<td class=\"silent\"><span class=\"unseen\">nothing told</span></td>");
            return;
        }

        DateOnly newest = tellings[0].Day ?? DateOnly.MinValue;
        StanceTelling[] now = [.. tellings.Where(telling => newest.DayNumber - (telling.Day ?? DateOnly.MinValue).DayNumber <= DaysCompared).GroupBy(telling => telling.Outlet).Select(group => group.First())];
        StanceTelling[] sides = [.. now.GroupBy(telling => telling.IsFriendly).Select(group => group.First())];
        page.Write($"<td{new Markup.Flag("class=\"split\"", sides.Length > 1)}><details class=\"stance\"><summary>");
        foreach (StanceTelling side in sides)
        {
            page.Write($"<span class=\"attitude {(side.IsFriendly ? "pro" : "con")}\">{side.Attitude}</span>");
            if (sides.Length > 1)
                page.Write($" <span class=\"faint\"><bdi>{Words.Short(side.Outlet, 30)}</bdi></span>");
            page.Write($" <span class=\"faint\">{(side.Day is { } day ? Words.Day(day) : "undated")}</span> ");
        }

        page.Write($"</summary><ul>\n");
        foreach (StanceTelling telling in tellings.Take(HistoryShown))
            page.Write($"<li><a href=\"{Links.Record(telling.Event)}\">{(telling.Day is { } day ? Words.Day(day) : "undated")}</a> {telling.Attitude} <span class=\"faint\"><bdi>{Words.Short(telling.Outlet, 40)}</bdi></span></li>\n");
        if (tellings.Length > HistoryShown)
            page.Write($"<li>and {tellings.Length - HistoryShown} older</li>\n");
        page.Write($"</ul></details></td>");
    }

    private static void WriteForm(Markup page, Visit visit, string toward, bool byIssue) => page.Write($"""
        <form class="filter" action="/stances">
        <p class="field grow"><label for="toward">Toward</label><input id="toward" name="toward" value="{toward}" placeholder="VEN, or a name" required></p>
        <p class="field"><label for="on">On the day</label><input id="on" name="on" placeholder="2019-05-06" value="{visit.Query("on")}"></p>
        <p class="field"><label for="by">Columns by</label><select id="by" name="by"><option value="contender"{new Markup.Flag("selected", !byIssue)}>contender</option><option value="issue"{new Markup.Flag("selected", byIssue)}>issue</option></select></p>
        <p class="field"><button>Show</button></p>
        </form>

        """);

    /// <summary>One telling of how somebody stands to somebody.</summary>
    private sealed record StanceTelling(string Holder, Camp Camp, string Toward, ImmutableArray<string> Issues, string Attitude, DateOnly? Day, string Outlet, string Event)
    {
        public bool IsFriendly => Attitude is "recognises" or "backs" or "helps";
    }
}
