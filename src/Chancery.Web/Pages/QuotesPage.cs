using Chancery.Record;

namespace Chancery.Web;

/// <summary>Who said what, in which words.</summary>
internal static class QuotesPage
{
    private const int Size = 80;

    public static View Show(Visit visit)
    {
        string speaker = visit.Query("speaker");
        Filter filter = (speaker.Length > 0 ? Filter.All.And(FilterKey.Speaker, speaker) : Filter.All).And(visit.Filter);
        RowPage<QuoteRow> rows = Paging.Quotes(visit, filter, Size);
        return new View
        {
            Title = speaker.Length > 0 ? $"Quotes: {Words.Short(visit.Desk.Country(speaker), 60)}" : "Quotes",
            Section = "quotes",
            IsWide = true,
            Body = page =>
            {
                page.Write($"<h1>Quotes</h1>\n");
                FilterForm.Write(page, visit, "text:\"red line\" form:direct since:2019", form =>
                    form.Write($"<p class=\"field\"><label for=\"speaker\">Speaker</label><input id=\"speaker\" name=\"speaker\" value=\"{speaker}\" placeholder=\"FRA, or a name\"></p>\n"));
                if (rows.Items.Count == 0)
                {
                    FilterForm.WriteNothing(page, visit, "No quotation", filter);
                    return;
                }

                Write(page, visit, rows.Items, "Quotations by the day of their report");
                Paging.WriteLinks(page, visit, rows.Next);
            },
            Sheet = new Sheet<QuoteRow>(rows.Items, visit.Store.Quotes(filter), Rows.Quotes, RowJson.Of) { Next = Paging.NextJson(visit, rows.Next) },
        };
    }

    public static void Write(Markup page, Visit visit, IEnumerable<QuoteRow> rows, string caption)
    {
        page.Write($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table class=\"quotes stack\">\n<caption class=\"unseen\">{caption}</caption>\n<thead><tr><th scope=\"col\">Published</th><th scope=\"col\">Speaker</th><th scope=\"col\">Words</th><th scope=\"col\">Form</th><th scope=\"col\">Report</th></tr></thead>\n<tbody>\n");
        foreach (QuoteRow row in rows)
        {
            page.Write($"<tr><td class=\"when\">{(row.Report.Published is { } date ? Words.Of(date.Date) : "undated")}</td><td class=\"speaking\">");
            if (row.Speaker is { } phrase && row.Quote.SpeakerEntity is null)
                page.Write($"<bdi>{Words.Short(phrase, 60)}</bdi>");
            else if (row.Speaker is { } speaker)
                page.Write($"<a class=\"name\" href=\"{Links.Actor(speaker)}\"><bdi>{Words.Short(speaker, 60)}</bdi></a> <span class=\"code\" title=\"{visit.Desk.Country(row.SpeakerCountry)}\">{row.SpeakerCountry.ToString()}</span>");
            else
                page.Write($"<span class=\"faint\">not named</span>");
            page.Write($"</td><td class=\"words\"><a href=\"{Links.Record(row.Id)}\" lang=\"{row.Report.Language}\" dir=\"auto\">{(row.Quote.Form == Model.QuoteForm.Indirect ? "" : "“")}{Words.Short(row.Words, 320)}{(row.Quote.Form == Model.QuoteForm.Indirect ? "" : "”")}</a></td><td>{Words.Lower(row.Quote.Form)}</td><td><a class=\"plain\" href=\"{Links.Report(row.Report.Id)}\"><bdi>{row.Report.Outlet ?? "outlet unknown"}</bdi></a></td></tr>\n");
        }

        page.Write($"</tbody>\n</table>\n</div>\n");
    }
}
