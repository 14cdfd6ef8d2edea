using System.Globalization;

namespace Chancery.Record;

/// <summary>Where a list goes on: after this row. Rows that come or go meanwhile move no other row from its page.</summary>
/// <param name="Day">The day that the row is sorted by, ISO 8601; "" for the undated, which come last.</param>
/// <param name="Key">The row of the event or of the report.</param>
/// <param name="Position">The place among the quotes of the report; 0 for others.</param>
public readonly record struct PageMark(string Day, long Key, int Position = 0)
{
    public static PageMark Of(EventRow row) => new(DateColumns.Iso(row.Event.Date.Date.Start ?? row.Event.Date.Date.End) ?? "", row.Key);

    public static PageMark Of(ReportSummary row) => new(DayOf(row.Report), row.Report.Key);

    public static PageMark Of(QuoteRow row) => new(DayOf(row.Report), row.Report.Key, row.Position);

    /// <summary><c>2019-05-06.1234.0</c>: no character of it needs escaping in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day}.{Key}.{Position}");

    public static bool TryParse(string? text, out PageMark mark)
    {
        mark = default;
        string[] parts = (text ?? "").Split('.');
        if (parts.Length != 3
            || (parts[0].Length > 0 && !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long key)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int position))
            return false;
        mark = new PageMark(parts[0], key, position);
        return true;
    }

    private static string DayOf(ReportRow report) => DateColumns.Iso(report.Published?.Date.Start) ?? "";
}
