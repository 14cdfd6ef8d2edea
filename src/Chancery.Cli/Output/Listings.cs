using System.Globalization;
using Chancery.Model;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>The columns of the record's rows. A table shows the first words of them; CSV has all.</summary>
internal static class Listings
{
    public static Listing<EventRow> Events { get; } = new(
        [
            new("id", row => row.Event.Id, 24),
            new("date", row => row.Event.Date.Date.IsKnown ? row.Event.Date.Date.ToString() : "", 22),
            new("who", row => Wording.Sides(row.Event, row.Entities), 70),
            new("type", row => row.Event.Type?.Name() ?? "", 9),
            new("act", Act, 30),
            new("factuality", row => Names(row.Event.Factuality), 12),
            new("chain", row => string.Join(" < ", row.Event.Attribution.Select(link => link.Text)), 30),
            new("modes", row => string.Join(' ', row.Event.Modes)),
            new("contexts", row => string.Join(' ', row.Event.Contexts)),
            new("cameo", row => row.Event.Cameo),
            new("quad", row => row.Event.Type is { } type ? ((int)type.Quad()).ToString(CultureInfo.InvariantCulture) : ""),
            new("score", row => Number(row.Event.Score)),
            new("goldstein", row => Number(row.Event.Goldstein)),
            new("actors", row => SideNames(row, row.Event.Actors)),
            new("actor_countries", row => SideCountries(row, row.Event.Actors)),
            new("recipients", row => SideNames(row, row.Event.Recipients)),
            new("recipient_countries", row => SideCountries(row, row.Event.Recipients)),
            new("date_start", row => Iso(row.Event.Date.Date.Start)),
            new("date_end", row => Iso(row.Event.Date.Date.End)),
            new("date_precision", row => Names(row.Event.Date.Date.Precision)),
            new("date_basis", row => row.Event.Date.Basis),
            new("place", row => row.Event.Place?.Name ?? ""),
            new("place_country", row => row.Event.Place?.Country.ToString() ?? ""),
            new("historical", row => row.Event.Historical ? "yes" : "no"),
            new("confidence", row => Number(row.Event.Confidence)),
            new("evidence", row => row.Evidence ?? ""),
            new("rule", row => row.Event.Evidence.Rule.ToString()),
            new("outlet", row => row.Report.Outlet ?? ""),
            new("published", row => row.Report.Published?.Date.ToString() ?? ""),
            new("published_basis", row => row.Report.Published?.Basis ?? ""),
            new("report", row => row.Report.Id),
            new("uri", row => row.Report.Uri),
            new("knowledge", row => row.Report.Knowledge),
        ],
        RowJson.Of);

    /// <summary>The same with what an agreement has of its own.</summary>
    public static Listing<EventRow> Agreements { get; } = new(
        [
            .. Events.Columns.Take(3),
            new("status", row => row.Event.Agreement is { } agreement ? Wording.Of(agreement.Status) : "", 10),
            new("what", Act, 40),
            new("fields", row => string.Join(' ', row.Event.Agreement?.Fields ?? []), 20),
            new("number", row => string.Join(", ", row.Event.Quantities.Select(quantity => $"{quantity.Value.ToString(CultureInfo.InvariantCulture)} {quantity.Unit}")), 20),
            new("horizon", row => row.Event.Agreement?.Horizon?.ToString() ?? "", 22),
            .. Events.Columns.Skip(5),
        ],
        RowJson.Of);

    public static Listing<QuoteRow> Quotes { get; } = new(
        [
            new("id", row => row.Id, 24),
            new("published", row => row.Report.Published?.Date.ToString() ?? "", 22),
            new("speaker", row => row.Speaker ?? "", 32),
            new("country", row => row.SpeakerCountry.ToString(), 7),
            new("form", row => Names(row.Quote.Form), 8),
            new("words", row => row.Words, 90),
            new("chain", row => string.Join(" < ", row.Quote.Attribution.Select(link => link.Text)), 30),
            new("outlet", row => row.Report.Outlet ?? ""),
            new("published_basis", row => row.Report.Published?.Basis ?? ""),
            new("report", row => row.Report.Id),
            new("uri", row => row.Report.Uri),
        ],
        RowJson.Of);

    public static Listing<ReportSummary> Reports { get; } = new(
        [
            new("id", row => row.Report.Id, 39) { Short = row => ShortId(row.Report.Id) },
            new("published", row => row.Report.Published?.Date.ToString() ?? "", 22),
            new("outlet", row => row.Report.Outlet ?? "", 24),
            new("title", row => row.Report.Title ?? "", 60),
            new("events", row => row.Events.ToString(CultureInfo.InvariantCulture), 6),
            new("quotes", row => row.Quotes.ToString(CultureInfo.InvariantCulture), 6),
            new("notes", row => row.Notes.ToString(CultureInfo.InvariantCulture), 5),
            new("uri", row => row.Report.Uri, 40),
            new("basis", row => row.Report.Published?.Basis ?? ""),
            new("language", row => row.Report.Language),
            new("text_sha256", row => row.Report.TextHash),
            new("knowledge", row => row.Report.Knowledge),
        ],
        RowJson.Of);

    /// <summary>The word that names the act with its object; the mode where no text is kept.</summary>
    public static string Act(EventRow row)
    {
        string about = row.Event.About is { } what ? ": " + what.Text : "";
        return (row.Trigger ?? string.Join(' ', row.Event.Modes.DefaultIfEmpty(row.Event.Cameo))) + about;
    }

    /// <summary>Enough of a report's id to name it: the other commands take the start of one.</summary>
    public static string ShortId(string id) => id.StartsWith("sha256:", StringComparison.Ordinal) && id.Length > 19 ? id[7..19] : id;

    private static string SideNames(EventRow row, IEnumerable<Side> sides) => string.Join("; ", sides.Select(side => row.Entities[side.Entity].Name));

    private static string SideCountries(EventRow row, IEnumerable<Side> sides) =>
        string.Join("; ", sides.Select(side => row.Entities[side.Entity].Country.ToString()));

    private static string Names<T>(T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
