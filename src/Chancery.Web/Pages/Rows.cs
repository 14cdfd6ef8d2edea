using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Web;

/// <summary>The columns of the record's rows as they leave the desk in CSV.</summary>
internal static class Rows
{
    public static ImmutableArray<Field<EventRow>> Events { get; } =
    [
        new("id", row => row.Event.Id),
        new("date", row => row.Event.Date.Date.IsKnown ? row.Event.Date.Date.ToString() : ""),
        new("date_start", row => Iso(row.Event.Date.Date.Start)),
        new("date_end", row => Iso(row.Event.Date.Date.End)),
        new("date_precision", row => Words.Lower(row.Event.Date.Date.Precision)),
        new("date_basis", row => row.Event.Date.Basis),
        new("actors", row => Names(row, row.Event.Actors)),
        new("actor_countries", row => Countries(row, row.Event.Actors)),
        new("recipients", row => Names(row, row.Event.Recipients)),
        new("recipient_countries", row => Countries(row, row.Event.Recipients)),
        new("type", row => row.Event.Type?.Name() ?? ""),
        new("modes", row => string.Join(' ', row.Event.Modes)),
        new("contexts", row => string.Join(' ', row.Event.Contexts)),
        new("cameo", row => row.Event.Cameo),
        new("quad", row => row.Event.Type is { } type ? ((int)type.Quad()).ToString(CultureInfo.InvariantCulture) : ""),
        new("score", row => Words.Number(row.Event.Score)),
        new("goldstein", row => Words.Number(row.Event.Goldstein)),
        new("act", EventTable.Act),
        new("factuality", row => Words.Lower(row.Event.Factuality)),
        new("historical", row => row.Event.Historical ? "yes" : "no"),
        new("chain", row => string.Join(" < ", row.Event.Attribution.Select(link => link.Text))),
        new("place", row => row.Event.Place?.Name ?? ""),
        new("place_country", row => row.Event.Place?.Country.ToString() ?? ""),
        new("agreement", row => row.Event.Agreement is { } agreement ? Words.Of(agreement.Status) : ""),
        new("confidence", row => Words.Number(row.Event.Confidence)),
        new("evidence", row => row.Evidence ?? ""),
        new("rule", row => row.Event.Evidence.Rule.ToString()),
        new("outlet", row => row.Report.Outlet ?? ""),
        new("published", row => row.Report.Published?.Date.ToString() ?? ""),
        new("report", row => row.Report.Id),
        new("uri", row => row.Report.Uri),
        new("knowledge", row => row.Report.Knowledge),
    ];

    public static ImmutableArray<Field<QuoteRow>> Quotes { get; } =
    [
        new("id", row => row.Id),
        new("published", row => row.Report.Published?.Date.ToString() ?? ""),
        new("speaker", row => row.Speaker ?? ""),
        new("country", row => row.SpeakerCountry.ToString()),
        new("form", row => Words.Lower(row.Quote.Form)),
        new("words", row => row.Words),
        new("chain", row => string.Join(" < ", row.Quote.Attribution.Select(link => link.Text))),
        new("outlet", row => row.Report.Outlet ?? ""),
        new("report", row => row.Report.Id),
        new("uri", row => row.Report.Uri),
    ];

    public static ImmutableArray<Field<ReportSummary>> Reports { get; } =
    [
        new("id", row => row.Report.Id),
        new("published", row => row.Report.Published?.Date.ToString() ?? ""),
        new("precision", row => row.Report.Published is { } date ? Words.Lower(date.Date.Precision) : ""),
        new("basis", row => row.Report.Published?.Basis ?? ""),
        new("outlet", row => row.Report.Outlet ?? ""),
        new("title", row => row.Report.Title ?? ""),
        new("events", row => row.Events.ToString(CultureInfo.InvariantCulture)),
        new("quotes", row => row.Quotes.ToString(CultureInfo.InvariantCulture)),
        new("notes", row => row.Notes.ToString(CultureInfo.InvariantCulture)),
        new("language", row => row.Report.Language),
        new("uri", row => row.Report.Uri),
        new("text_sha256", row => row.Report.TextHash),
        new("knowledge", row => row.Report.Knowledge),
    ];

    private static string Names(EventRow row, IEnumerable<Side> sides) => string.Join("; ", sides.Select(side => row.Entities[side.Entity].Name));

    private static string Countries(EventRow row, IEnumerable<Side> sides) =>
        string.Join("; ", sides.Select(side => row.Entities[side.Entity].Country.ToString()));

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
