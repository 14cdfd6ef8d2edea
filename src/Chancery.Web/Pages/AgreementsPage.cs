using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>Agreements as they stand in each telling: offered, negotiated, signed, in force, ended.</summary>
internal static class AgreementsPage
{
    private const int Size = 60;

    public static View Show(Visit visit)
    {
        string status = visit.Query("status");
        if (status.Length > 0 && !Enum.TryParse(status.Replace(" ", "", StringComparison.Ordinal), true, out AgreementStatus _))
            throw DeskException.Bad($"'{Words.Short(status, 40)}' is no status of an agreement.", "Choose one of the list on the page.");
        Filter filter = TimelinePage.Together(visit, visit.Query("who"), visit.Query("with")).And(FilterKey.Agreement, status.Length > 0 ? status : "any").And(visit.Filter);
        RowPage<EventRow> rows = Paging.Events(visit, filter, Size);
        return new View
        {
            Title = "Agreements",
            Section = "agreements",
            IsWide = true,
            Body = page => Write(page, visit, filter, rows, status),
            Sheet = new Sheet<EventRow>(rows.Items, visit.Store.Events(filter), Rows.Events, RowJson.Of) { Next = Paging.NextJson(visit, rows.Next) },
        };
    }

    /// <summary>The rows of a table of agreements.</summary>
    public static void WriteTable(Markup page, IEnumerable<EventRow> rows, string caption)
    {
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table class=\"agreements stack\">\n<caption class=\"unseen\">{caption}</caption>\n<thead><tr><th scope=\"col\">When</th><th scope=\"col\">Parties</th><th scope=\"col\">Agreement</th><th scope=\"col\">Status</th><th scope=\"col\">On</th><th scope=\"col\">Until</th><th scope=\"col\">Outlet</th></tr></thead>\n<tbody>\n");
        foreach (EventRow row in rows)
        {
            if (row.Event.Agreement is not { } agreement)
                continue;
            page.Write($"<tr><td class=\"when\">{Words.Of(row.Event.Date.Date)}</td><td class=\"who\">");
            EventTable.WriteSides(page, row.Event, row.Entities);
            page.Write($"</td><td><a href=\"{Links.Record(row.Event.Id)}\"><bdi>{Words.Short(row.Event.About?.Text ?? EventTable.Act(row), 110)}</bdi></a></td><td><strong>{Words.Of(agreement.Status)}</strong>{(row.Event.Factuality is Factuality.Happened or Factuality.Ongoing ? "" : $", {Words.Of(row.Event.Factuality)}")}</td><td>{string.Join(", ", agreement.Fields)}</td><td>{(agreement.Horizon is { } horizon ? Words.Of(horizon) : "")}</td><td><bdi>{row.Report.Outlet ?? "unknown"}</bdi></td></tr>\n");
        }

        page.Write($"</tbody>\n</table>\n</div>\n");
    }

    private static void Write(Markup page, Visit visit, Filter filter, RowPage<EventRow> rows, string status)
    {
        page.Write($"<h1>Agreements</h1>\n");
        FilterForm.Write(page, visit, "field:military since:2019", form =>
        {
            form.Write($"<p class=\"field\"><label for=\"who\">Party</label><input id=\"who\" name=\"who\" value=\"{visit.Query("who")}\" placeholder=\"CHN\"></p>\n<p class=\"field\"><label for=\"with\">With</label><input id=\"with\" name=\"with\" value=\"{visit.Query("with")}\"></p>\n");
            form.Write($"<p class=\"field\"><label for=\"status\">Status</label><select id=\"status\" name=\"status\"><option value=\"\">any</option>");
            foreach (AgreementStatus each in Enum.GetValues<AgreementStatus>())
                form.Write($"<option{new Markup.Flag("selected", Words.Of(each) == status)}>{Words.Of(each)}</option>");
            form.Write($"</select></p>\n");
        });
        if (rows.Items.Count == 0)
        {
            FilterForm.WriteNothing(page, visit, "No agreement", filter);
            return;
        }

        WriteTable(page, rows.Items, "Agreements by day, the undated last");
        Paging.WriteLinks(page, visit, rows.Next);
    }
}
