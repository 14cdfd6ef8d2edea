using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The twenty columns of ICEWS, tab-separated, and after them what ICEWS has no place for: how exact the date is and how it was reached, and whether it happened.</summary>
/// <remarks>One row for each actor with each recipient, so an event id may stand on several rows, as in ICEWS itself.</remarks>
public static class IcewsExport
{
    private static readonly string[] Columns =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
        "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country",
        "Latitude", "Longitude", "Date Precision", "Date End", "Date Basis", "Factuality",
    ];

    /// <param name="text">Left open.</param>
    /// <param name="rows">What is written.</param>
    /// <param name="country">How ICEWS spells a country; "" for none.</param>
    public static void Write(TextWriter text, IEnumerable<EventRow> rows, Func<CountryCode, string> country)
    {
        text.Write(string.Join('\t', Columns) + "\n");
        foreach (EventRow row in rows)
        {
            foreach (DirectedRow directed in DirectedRow.Of(row))
                text.Write(string.Join('\t', Fields(directed, country).Select(ExportText.Line)) + "\n");
        }
    }

    private static string?[] Fields(DirectedRow directed, Func<CountryCode, string> country)
    {
        EventRow row = directed.Row;
        EventMention item = row.Event;
        return
        [
            item.Id,
            DateColumns.Iso(item.Date.Date.Start ?? item.Date.Date.End),
            directed.Source?.Name,
            ExportText.Sectors(directed.Source),
            country(directed.Source?.Country ?? default),
            string.Join(' ', [item.Type?.Name() ?? "statement", .. item.Modes]),
            item.Cameo,
            item.Goldstein?.ToString("0.0", CultureInfo.InvariantCulture),
            directed.Target?.Name,
            ExportText.Sectors(directed.Target),
            country(directed.Target?.Country ?? default),
            row.Report.Id,
            "",
            row.Report.Outlet,
            item.Place?.Name,
            "",
            "",
            country(item.Place?.Country ?? default),
            "",
            "",
            Names.Of(item.Date.Date.Precision),
            DateColumns.Iso(item.Date.Date.End),
            item.Date.Basis,
            Names.Of(item.Factuality) + (item.Historical ? " historical" : ""),
        ];
    }
}
