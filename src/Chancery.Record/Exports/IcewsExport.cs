using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The twenty columns of ICEWS, tab-separated, and after them what ICEWS has no place for: how exact the date is and how it was reached, and whether it happened.</summary>
/// <remarks>One row for each actor with each recipient, so an event id may stand on several rows, as in ICEWS itself. Countries are ISO codes.</remarks>
public static class IcewsExport
{
    private static readonly string[] Columns =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
        "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country",
        "Latitude", "Longitude", "Date Precision", "Date End", "Date Basis", "Factuality",
    ];

    public static void Write(TextWriter text, IEnumerable<EventRow> rows)
    {
        text.Write(string.Join('\t', Columns) + "\n");
        foreach (EventRow row in rows)
        {
            foreach (DirectedRow directed in DirectedRow.Of(row))
                text.Write(string.Join('\t', Fields(directed).Select(ExportText.Line)) + "\n");
        }
    }

    private static string?[] Fields(DirectedRow directed)
    {
        EventRow row = directed.Row;
        EventMention item = row.Event;
        return
        [
            item.Id,
            DateColumns.Iso(item.Date.Date.Start ?? item.Date.Date.End),
            directed.Source?.Name,
            ExportText.Sectors(directed.Source),
            directed.Source?.Country.ToString(),
            string.Join(' ', [item.Type?.Name() ?? "statement", .. item.Modes]),
            item.Cameo,
            item.Goldstein?.ToString("0.0", CultureInfo.InvariantCulture),
            directed.Target?.Name,
            ExportText.Sectors(directed.Target),
            directed.Target?.Country.ToString(),
            row.Report.Id,
            "",
            row.Report.Outlet,
            item.Place?.Name,
            "",
            "",
            item.Place?.Country.ToString(),
            "",
            "",
            Names.Of(item.Date.Date.Precision),
            DateColumns.Iso(item.Date.Date.End),
            item.Date.Basis,
            Names.Of(item.Factuality) + (item.Historical ? " historical" : ""),
        ];
    }
}
