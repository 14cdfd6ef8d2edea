using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Events in order of time: a picture with a lane for each pair or actor, and the same as a table.</summary>
internal static class TimelinePage
{
    private const int Size = 60;

    public static View Show(Visit visit)
    {
        Filter filter = FilterOf(visit);
        RowPage<EventRow> rows = Paging.Events(visit, filter, Size);
        return new View
        {
            Title = TitleOf(visit),
            Section = "timeline",
            IsWide = true,
            Body = page => Write(page, visit, filter, rows),
            Sheet = new Sheet<EventRow>(rows.Items, visit.Store.Events(filter), Rows.Events, RowJson.Of) { Next = Paging.NextJson(visit, rows.Next) },
        };
    }

    /// <summary>One or two names of the address, what its filter asks for, and no background unless it is asked for.</summary>
    private static Filter FilterOf(Visit visit)
    {
        Filter filter = Together(visit, visit.Query("who"), visit.Query("with")).And(visit.Filter);
        bool asksForHistory = visit.IsOn("history") || filter.Terms.Any(term => term.Key == FilterKey.Historical);
        return asksForHistory ? filter : filter.And(FilterKey.Historical, "no");
    }

    /// <summary>Events in which those take part who are named; two countries with each other.</summary>
    public static Filter Together(Visit visit, string who, string with)
    {
        string[] names = [.. new[] { who, with }.Where(name => name.Length > 0)];
        NameMeaning[] meanings = [.. names.Select(name => visit.Store.MeaningOf(name))];
        for (int i = 0; i < names.Length; i++)
        {
            if (meanings[i].IsNothing)
                throw DeskException.Unknown($"Nobody in this record is called '{Words.Short(names[i], 80)}'.", "Countries are named by their code (NOR) or their name, persons by their name as the reports write it; the page of actors lists them.");
        }

        if (names.Length == 2 && meanings.All(meaning => !meaning.Countries.IsEmpty))
            return Filter.All.And(FilterKey.Between, names[0], names[1]);
        return names.Aggregate(Filter.All, (filter, name) => filter.And(FilterKey.Side, name));
    }

    private static string TitleOf(Visit visit)
    {
        string[] names = [.. new[] { visit.Query("who"), visit.Query("with") }.Where(name => name.Length > 0).Select(name => Words.Short(visit.Desk.Country(name), 60))];
        return names.Length == 0 ? "Timeline" : $"Timeline: {string.Join(" and ", names)}";
    }

    private static void Write(Markup page, Visit visit, Filter filter, RowPage<EventRow> rows)
    {
        page.Write($"<h1>{TitleOf(visit)}</h1>\n");
        bool byActor = visit.Query("lanes") == "actor";
        FilterForm.Write(page, visit, "since:2019-01 type:CONSULT factuality:happened", form =>
        {
            form.Write($"<p class=\"field\"><label for=\"who\">Who</label><input id=\"who\" name=\"who\" value=\"{visit.Query("who")}\" placeholder=\"RUS\"></p>\n");
            form.Write($"<p class=\"field\"><label for=\"with\">With</label><input id=\"with\" name=\"with\" value=\"{visit.Query("with")}\" placeholder=\"VEN\"></p>\n");
            form.Write($"<p class=\"field\"><label for=\"lanes\">Lanes by</label><select id=\"lanes\" name=\"lanes\"><option value=\"dyad\"{new Markup.Flag("selected", !byActor)}>pair</option><option value=\"actor\"{new Markup.Flag("selected", byActor)}>actor</option></select></p>\n");
            form.Write($"<p class=\"field check\"><label><input type=\"checkbox\" name=\"history\" value=\"1\"{new Markup.Flag("checked", visit.IsOn("history"))}> with background</label></p>\n");
        });
        if (rows.Items.Count == 0)
        {
            FilterForm.WriteNothing(page, visit, "No record", filter);
            return;
        }

        ImmutableArray<OutcomeRow> outcomes = Outcomes.Of(rows.Items);
        TimelinePicture.Write(page, visit, rows.Items, byActor, outcomes);
        EventTable.Write(page, rows.Items, "The same records as a table");
        Paging.WriteLinks(page, visit, rows.Next);
    }
}
