using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>What one country did to another in a month, told as done; background left out.</summary>
/// <param name="Source">Who acts.</param>
/// <param name="Month">As <c>2019-05</c>; "" for what is not dated to one month.</param>
/// <param name="Events">How many tellings.</param>
/// <param name="Scored">How many of them have PLOVER's score.</param>
/// <param name="Score">Sum of PLOVER's scores.</param>
/// <param name="Goldstein">Sum of Goldstein's scores.</param>
/// <param name="Planned">Told as future or possible; in no other count.</param>
/// <param name="Denied">Told as not so; in no other count.</param>
public readonly record struct DyadMonth(string Source, string Month, long Events, long Scored, double Score, double Goldstein, long Planned, long Denied);

/// <summary>Two countries by the month and the direction.</summary>
public static class Dyads
{
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<DyadMonth> Months(RecordStore store, string left, string right) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, """
            SELECT source, month, sum(done), sum(done AND score IS NOT NULL), sum(done * coalesce(score, 0.0)), sum(done * coalesce(goldstein, 0.0)),
              sum(factuality IN ('future', 'hypothetical')), sum(factuality = 'negated')
            FROM (
              SELECT p.source AS source, e.score AS score, e.goldstein AS goldstein, e.factuality AS factuality, e.factuality IN ('happened', 'ongoing') AS done,
                CASE WHEN substr(e.date_start, 1, 7) = substr(e.date_end, 1, 7) THEN substr(e.date_start, 1, 7) ELSE '' END AS month
              FROM pairs p CROSS JOIN events e ON e.key = p.event
              WHERE ((p.source = ?1 AND p.target = ?2) OR (p.source = ?2 AND p.target = ?1)) AND e.historical = 0
                AND e.document NOT IN (SELECT key FROM documents WHERE current = 0)
                AND e.id NOT IN (SELECT target FROM corrections WHERE kind = 'reject' AND undone = 0))
            GROUP BY source, month ORDER BY month, source
            """, 2);
        using SqliteDataReader row = statement.Query(left, right);
        var found = ImmutableArray.CreateBuilder<DyadMonth>();
        while (row.Read())
        {
            found.Add(new DyadMonth(
                row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4), row.GetDouble(5), row.GetInt64(6), row.GetInt64(7)));
        }

        return found.ToImmutable();
    });
}
