using System.Collections.Immutable;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>The start: what the record holds, and a place to drop reports.</summary>
internal static class StartPage
{
    private const int NewestShown = 12;
    private const int MostWarnings = 3;

    public static View Show(Visit visit)
    {
        Totals totals = Totals.Of(visit.Store);
        return new View
        {
            Title = "The desk",
            IsWide = true,
            Body = page =>
            {
                page.Write($"<h1 class=\"unseen\">The desk</h1>\n<div class=\"start\">\n<section class=\"drop\">\n");
                WriteForm(page, visit);
                page.Write($"</section>\n<section class=\"state\">\n");
                if (totals.Reports == 0)
                    WriteEmpty(page, visit);
                else
                    WriteTotals(page, visit, totals);
                page.Write($"</section>\n</div>\n");
                if (totals.Reports > 0)
                    WriteNewest(page, visit);
            },
            Sheet = ReportsPage.SheetOf(visit, visit.Store.Reports(Filter.All, NewestShown)),
        };
    }

    /// <summary>The reports of a run or of the record, one a row.</summary>
    public static void WriteReportRow(Markup page, ReportRow report, int events, int quotes, int? dropped, IEnumerable<string> warnings)
    {
        page.Write($"<tr><td class=\"when\">");
        WritePublished(page, report.Published);
        page.Write($"</td><td class=\"outlet\"><bdi>{report.Outlet ?? "outlet unknown"}</bdi></td><td class=\"title\"><a href=\"{Links.Report(report.Id)}\" lang=\"{report.Language}\"><bdi>{Words.Short(report.Title ?? report.Uri, 110)}</bdi></a>");
        foreach (string warning in warnings)
            page.Write($"<span class=\"warning\">{warning}</span>");
        page.Write($"</td><td class=\"n\">{Words.Number(events)}</td><td class=\"n\">{Words.Number(quotes)}</td><td class=\"n\">{(dropped is { } lines ? Words.Number(lines) : "")}</td></tr>\n");
    }

    public static void WriteReportHead(Markup page, string caption, bool isShown)
    {
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table class=\"reports\">\n<caption{new Markup.Flag("class=\"unseen\"", !isShown)}>{caption}</caption>\n");
        page.Write($"<thead><tr><th scope=\"col\">Published</th><th scope=\"col\">Outlet</th><th scope=\"col\">Report</th><th scope=\"col\" class=\"n\">Records</th><th scope=\"col\" class=\"n\">Quotes</th><th scope=\"col\" class=\"n\">Dropped</th></tr></thead>\n<tbody>\n");
    }

    public static void WritePublished(Markup page, DatedBasis? published)
    {
        if (published is { } date)
            page.Write($"{Words.Of(date.Date)} <span class=\"faint\">{(date.Date.Precision == DatePrecision.Day ? "" : $"{Words.Lower(date.Date.Precision)}, ")}{date.Basis}</span>");
        else
            page.Write($"undated <span class=\"faint\">nothing in the copy says when</span>");
    }

    private static void WriteForm(Markup page, Visit visit)
    {
        long mega = visit.Desk.Options.Limits.UploadBytes >> 20;
        page.Write($"""
            <h2>Read reports</h2>
            <form class="upload" action="/read" method="post" enctype="multipart/form-data" data-upload>
            <input type="hidden" name="{FormTokens.Field}" value="{visit.FormToken}">
            <div class="zone" data-zone>
            <label for="files">Drop files here, or choose them</label>
            <input id="files" name="files" type="file" multiple accept=".txt,.text,.html,.htm,.xhtml,.mhtml,.mht,.jsonl,.ndjson,.xml,.rss,.atom,.warc,.gz,.zip">
            <p class="hint">Text, saved pages, JSONL, feeds, WARC, zip; {mega} MB at once. Nothing leaves this machine.</p>
            </div>
            <label for="text">or paste a report</label>
            <textarea id="text" name="text" rows="6" spellcheck="false" dir="auto"></textarea>
            <p><button class="primary">Read</button></p>
            </form>

            """);
    }

    private static void WriteEmpty(Markup page, Visit visit)
    {
        page.Write($"<h2>The record is empty</h2>\n<p>Nothing has been read into <bdi>{Path.GetFileName(visit.Desk.Options.StorePath)}</bdi> yet. Drop reports on the left");
        if (visit.Desk.Options.SamplesFolder is null)
        {
            page.Write($".</p>\n");
            return;
        }

        page.Write($"""
            , or begin with the sample pile: sixteen files written for trying the program out.</p>
            <form action="/read/samples" method="post"><input type="hidden" name="{FormTokens.Field}" value="{visit.FormToken}"><p><button class="primary">Read the sample pile</button></p></form>

            """);
    }

    private static void WriteTotals(Markup page, Visit visit, Totals totals)
    {
        page.Write($"<h2>The record</h2>\n<dl class=\"figures\">\n");
        WriteFigure(page, totals.Reports, "reports", "/reports");
        WriteFigure(page, totals.Events, "records", "/timeline");
        WriteFigure(page, totals.Quotes, "quotes", "/quotes");
        page.Write($"</dl>\n");
        if (totals.First is { } first && totals.Last is { } last)
            page.Write($"<p>Acts from {Words.Day(DateOnly.Parse(first))} to {Words.Day(DateOnly.Parse(last))}.</p>\n");
        page.Write($"<h3>Who deals with whom</h3>\n<ul class=\"pairs\">\n");
        foreach (PairCount pair in Pairs.Busiest(visit.Store, 10))
            page.Write($"<li><a href=\"{Links.Dyad(pair.Left, pair.Right)}\">{visit.Desk.Country(pair.Left)} – {visit.Desk.Country(pair.Right)}</a> <span class=\"n\">{Words.Number(pair.Events)}</span></li>\n");
        page.Write($"</ul>\n");
        ReadingRun[] open = [.. visit.Desk.Readings.Newest.Where(run => !run.IsDone)];
        foreach (ReadingRun run in open)
            page.Write($"<p class=\"note\"><a href=\"/readings/{run.Id}\">An upload is being read</a>: {Words.Count(run.Reports.Length, "report")} so far.</p>\n");
    }

    private static void WriteFigure(Markup page, long value, string noun, string path) =>
        page.Write($"<div><dt><a href=\"{path}\">{noun}</a></dt><dd>{Words.Number(value)}</dd></div>\n");

    private static void WriteNewest(Markup page, Visit visit)
    {
        page.Write($"<section>\n<h2>Reports read last</h2>\n");
        WriteReportHead(page, "Reports read last", false);
        foreach (ReportSummary report in Sharing.NewestReports(visit.Store, NewestShown))
            WriteReportRow(page, report.Report, report.Events, report.Quotes, report.Dropped, report.Notes == 0 ? [] : Sharing.WarningsOf(visit.Store, report.Report.Key, MostWarnings));

        page.Write($"</tbody>\n</table>\n</div>\n<p><a href=\"/reports\">All reports</a></p>\n</section>\n");
    }

    public static ImmutableArray<string> WarningsOf(Reading reading) =>
        [.. reading.Diagnostics.Where(item => item.Severity != Severity.Note).Select(item => item.Message).Distinct().Take(MostWarnings)];
}
