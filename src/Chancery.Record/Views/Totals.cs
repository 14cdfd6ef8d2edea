namespace Chancery.Record;

/// <summary>How much a record holds.</summary>
/// <param name="Reports">Newest versions alone.</param>
/// <param name="Events">Of all reports.</param>
/// <param name="Quotes">Of all reports.</param>
/// <param name="First">The first day of an event, ISO 8601; null when none is dated.</param>
/// <param name="Last">The last.</param>
public sealed record Totals(long Reports, long Events, long Quotes, string? First, string? Last)
{
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static Totals Of(RecordStore store) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, """
            SELECT reports, events, quotes, (SELECT min(day) FROM events WHERE day > ''), (SELECT max(day) FROM events WHERE day > '') FROM totals
            """, 0);
        using RowCursor row = statement.Query();
        row.Read();
        return new Totals(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.Text(3), row.Text(4));
    });
}
