using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>An upload being read: how far it has come, and what each report gave.</summary>
internal static class ReadingPage
{
    private const int MostShown = 300;

    public static View Show(Visit visit)
    {
        ReadingRun run = visit.Desk.Readings.Find(visit.Id)
            ?? throw DeskException.Unknown("This upload is not known any more.", "The desk was started anew since, or many others have followed. What was read is in the list of reports.");
        bool isDone = run.IsDone;
        ImmutableArray<ReadReport> reports = run.Reports;
        return new View
        {
            Title = isDone ? "Read" : "Reading",
            Section = "reports",
            IsWide = true,
            Refresh = isDone ? null : 2,
            Body = page => Write(page, run, isDone, reports),
            Json = () => Json(run, isDone, reports),
        };
    }

    private static void Write(Markup page, ReadingRun run, bool isDone, ImmutableArray<ReadReport> reports)
    {
        int percent = (int)(100 * run.Share);
        page.Write($"<h1>{(isDone ? "Read" : "Reading …")}</h1>\n<section data-reading=\"/readings/{run.Id}.json\" data-done=\"{(isDone ? "1" : "0")}\">\n");
        page.Write($"<p><label for=\"progress\">{Words.Count(reports.Length, "report")}{(isDone ? " in the record" : " so far")}</label> <progress id=\"progress\" max=\"100\" value=\"{percent}\">{percent} %</progress></p>\n");
        if (run.Problem is { } problem)
            page.Write($"<p class=\"trouble\">{problem}</p>\n");
        StartPage.WriteReportHead(page, "What each report gave", false);
        foreach (ReadReport report in reports.Take(MostShown))
            WriteRow(page, report);
        page.Write($"</tbody>\n</table>\n</div>\n");
        if (reports.Length > MostShown)
            page.Write($"<p>and {Words.Count(reports.Length - MostShown, "more report")}.</p>\n");
        page.Write($"<p class=\"doings\"><a href=\"/reports\">All reports</a> <a href=\"/timeline\">Timeline</a> <a href=\"/\">Read more</a></p>\n</section>\n");
    }

    private static void WriteRow(Markup page, ReadReport report)
    {
        if (report.Reading is not { } reading)
        {
            page.Write($"<tr><td></td><td></td><td class=\"title\"><bdi>{report.Place}</bdi><span class=\"warning\">{report.Problem}</span></td><td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td></tr>\n");
            return;
        }

        Document document = reading.Document;
        var row = new ReportRow(0, document.Id, document.Uri, document.Outlet, document.Title, document.Published, document.Language, "", reading.Knowledge, 0);
        IEnumerable<string> warnings = report.WasKnown ? ["in the record already", .. StartPage.WarningsOf(reading)] : StartPage.WarningsOf(reading);
        StartPage.WriteReportRow(page, row, reading.Events.Length, reading.Quotes.Length, document.Dropped.Length, warnings);
    }

    private static ReadOnlyMemory<byte> Json(ReadingRun run, bool isDone, ImmutableArray<ReadReport> reports) => JsonText.Write(json =>
    {
        json.WriteString("id", run.Id);
        json.WriteBoolean("done", isDone);
        json.WriteNumber("share", Math.Round(run.Share, 3));
        json.WriteString("problem", run.Problem);
        json.WriteStartArray("reports");
        foreach (ReadReport report in reports)
        {
            json.WriteStartObject();
            json.WriteString("place", report.Place);
            json.WriteString("problem", report.Problem);
            json.WriteBoolean("known", report.WasKnown);
            if (report.Reading is { } reading)
            {
                json.WriteString("id", reading.Document.Id);
                json.WriteString("outlet", reading.Document.Outlet);
                json.WriteString("title", reading.Document.Title);
                json.WriteString("published", reading.Document.Published?.Date.ToString());
                json.WriteString("precision", reading.Document.Published is { } date ? Words.Lower(date.Date.Precision) : null);
                json.WriteNumber("events", reading.Events.Length);
                json.WriteNumber("quotes", reading.Quotes.Length);
                json.WriteNumber("dropped", reading.Document.Dropped.Length);
                json.WriteStartArray("warnings");
                foreach (Diagnostic warning in report.Warnings)
                    json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{warning.Id.Name()}: {warning.Message}"));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
