using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>One event as each outlet tells it, a row each, with what differs marked. No winner is declared.</summary>
internal static class ComparePage
{
    private const int MostRows = 100;

    private static readonly ImmutableArray<Field<EventRow>> Aspects =
    [
        new("When", row => row.Event.Date.Date.IsKnown ? Words.Of(row.Event.Date.Date) : ""),
        new("Where", row => row.Event.Place?.Name ?? ""),
        new("Number", row => string.Join(", ", row.Event.Quantities.Select(Words.Quantity))),
        new("Who", EventTable.Sides),
        new("Label", row => Words.TypeOf(row.Event)),
        new("Chain", row => string.Join(" › ", row.Event.Attribution.Select(link => link.Text))),
        new("Whether", row => Words.Of(row.Event.Factuality) + (row.Event.Historical ? ", background" : "")),
    ];

    public static View Show(Visit visit)
    {
        string[] found = [.. visit.Store.FindRecords(visit.Id).Where(record => record.Kind == RecordKind.Event).Select(record => record.Id).Distinct()];
        if (found.Length != 1)
        {
            throw found.Length == 0
                ? DeskException.Unknown($"There is no event '{Words.Short(visit.Id, 120)}'.", "Its report may have been forgotten. Search for its words instead.")
                : DeskException.Bad($"'{visit.Id}' fits several events.", $"Give more of the id; they are {string.Join(", ", found)}.");
        }

        Happening whole = visit.Store.HappeningOf(found[0])
            ?? throw new DeskException(409, "This event is rejected, or stands in an old version of its report.", "Undo the rejection on the page of the record to compare it again.");
        return new View
        {
            Title = $"Compare: {Words.Short(EventTable.Sides(whole.Tellings[0]), 70)}",
            Section = "compare",
            IsWide = true,
            Body = page => Write(page, whole, found[0]),
            Json = () => ViewJson.Of(whole),
            Sheet = new Sheet<EventRow>(whole.Tellings, whole.Tellings, Rows.Events, RowJson.Of),
        };
    }

    private static void Write(Markup page, Happening whole, string asked)
    {
        EventRow first = whole.Tellings[0];
        page.Write($"<h1>{Words.Short(EventTable.Sides(first), 90)}: {Words.Short(EventTable.Act(first), 60)}</h1>\n");
        int reports = whole.Tellings.Select(row => row.Report.Key).Distinct().Count();
        HashSet<string> differing = [.. Aspects.Where(aspect => whole.Tellings.Select(aspect.Value).Where(value => value.Length > 0).Distinct().Count() > 1).Select(aspect => aspect.Name)];
        if (reports == 1)
        {
            page.Write($"<p>One report alone tells of this; the record holds nothing to compare it with.</p>\n");
        }
        else
        {
            string said = differing.Count == 0 ? "They do not differ" : $"They differ in {string.Join(", ", Aspects.Where(aspect => differing.Contains(aspect.Name)).Select(aspect => aspect.Name.ToLowerInvariant()))}";
            page.Write($"<p>{Words.Count(whole.Tellings.Length, "telling")} in {Words.Count(reports, "report")}, {whole.Independent.ToString(CultureInfo.InvariantCulture)} of them no near copies of each other. {said}. What differs from the first telling is marked; no winner is declared.</p>\n");
        }

        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Tellings side by side\">\n<table class=\"compare\"><caption class=\"unseen\">A row for each telling</caption>\n<thead><tr><th scope=\"col\">Outlet</th>");
        foreach (Field<EventRow> aspect in Aspects)
            page.Write($"<th scope=\"col\">{aspect.Name}{(differing.Contains(aspect.Name) ? " ≠" : "")}</th>");
        page.Write($"<th scope=\"col\">Words</th></tr></thead>\n<tbody>\n");
        foreach (EventRow row in whole.Tellings.Take(MostRows))
            WriteTelling(page, row, first, row.Event.Id == asked);
        page.Write($"</tbody></table></div>\n");
    }

    private static void WriteTelling(Markup page, EventRow row, EventRow first, bool isAsked)
    {
        page.Write($"<tr{new Markup.Flag("class=\"asked\"", isAsked)}><th scope=\"row\"><a href=\"{Links.Report(row.Report.Id)}\"><bdi>{row.Report.Outlet ?? "outlet unknown"}</bdi></a> <span class=\"faint\">{(row.Report.Published is { } date ? Words.Of(date.Date) : "undated")}</span></th>");
        foreach (Field<EventRow> aspect in Aspects)
        {
            string value = aspect.Value(row);
            string other = aspect.Value(first);
            if (value.Length == 0)
                page.Write($"<td class=\"faint\">–<span class=\"unseen\"> nothing said</span></td>");
            else if (other.Length > 0 && value != other)
                page.Write($"<td><mark><span class=\"unseen\">differs: </span>{Words.Short(value, 120)}</mark></td>");
            else
                page.Write($"<td>{Words.Short(value, 120)}</td>");
        }

        page.Write($"<td><a href=\"{Links.Record(row.Event.Id)}\" lang=\"{row.Report.Language}\" dir=\"auto\">{Words.Short(row.Evidence ?? EventTable.Act(row), 220)}</a></td></tr>\n");
    }
}
