using Chancery.Record;

namespace Chancery.Web;

/// <summary>All reports by day, filtered.</summary>
internal static class ReportsPage
{
    private const int Size = 100;

    public static View Show(Visit visit)
    {
        Filter filter = visit.Filter;
        RowPage<ReportSummary> rows = Paging.Reports(visit, filter, Size);
        return new View
        {
            Title = "Reports",
            Section = "reports",
            IsWide = true,
            Body = page =>
            {
                page.Write($"<h1>Reports</h1>\n");
                FilterForm.Write(page, visit, "Terms such as outlet:TASS published:2019 text:\"oil\" dated:no");
                if (rows.Items.Count == 0)
                {
                    FilterForm.WriteNothing(page, visit, "No report", filter);
                    return;
                }

                StartPage.WriteReportHead(page, "Reports by day of publication, those without a day last", false);
                foreach (ReportSummary row in rows.Items)
                    StartPage.WriteReportRow(page, row.Report, row.Events, row.Quotes, row.Dropped, row.Notes > 0 ? [$"{Words.Count(row.Notes, "remark")} on this copy"] : []);
                page.Write($"</tbody>\n</table>\n</div>\n");
                Paging.WriteLinks(page, visit, rows.Next);
            },
            Sheet = new Sheet<ReportSummary>(rows.Items, visit.Store.Reports(filter), Rows.Reports, RowJson.Of) { Next = Paging.NextJson(visit, rows.Next) },
        };
    }

    public static Sheet SheetOf(Visit visit, IEnumerable<ReportSummary> rows) =>
        new Sheet<ReportSummary>(rows, visit.Store.Reports(Filter.All), Rows.Reports, RowJson.Of);
}
