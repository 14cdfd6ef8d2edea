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
    /// <summary>Of a pair: neither rejected nor of an old version of a report. Most records have neither; then no row is asked.</summary>
    internal static string Standing(SqliteConnection connection) =>
        connection.Ask("SELECT EXISTS (SELECT 1 FROM documents WHERE current = 0) OR EXISTS (SELECT 1 FROM corrections WHERE kind = 'reject' AND undone = 0)") == 0
            ? "1"
            : """
                event NOT IN (
                  SELECT e.key FROM documents d CROSS JOIN events e ON e.document = d.key WHERE d.current = 0
                  UNION ALL SELECT e.key FROM corrections c CROSS JOIN events e ON e.id = c.target WHERE c.kind = 'reject' AND c.undone = 0)
                """;

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<DyadMonth> Months(RecordStore store, string left, string right) => store.Guard(() =>
    {
        var found = new SortedDictionary<(string Month, string Source), DyadMonth>();

        // The table of pairs holds all that is asked for, in the order of a direction; no event is looked up.
        using var statement = new Statement(store.Connection, $"""
            SELECT month, factuality, count(*), count(score), coalesce(sum(score), 0.0), coalesce(sum(goldstein), 0.0)
            FROM pairs WHERE source = ?1 AND target = ?2 AND historical = 0 AND {Standing(store.Connection)}
            GROUP BY month, factuality
            """, 2);
        foreach ((string source, string target) in left == right ? [(left, right)] : new[] { (left, right), (right, left) })
        {
            using SqliteDataReader row = statement.Query(source, target);
            while (row.Read())
            {
                (string, string) place = (row.GetString(0), source);
                DyadMonth month = found.GetValueOrDefault(place, new DyadMonth(source, row.GetString(0), 0, 0, 0, 0, 0, 0));
                found[place] = row.GetString(1) switch
                {
                    "happened" or "ongoing" => month with
                    {
                        Events = month.Events + row.GetInt64(2),
                        Scored = month.Scored + row.GetInt64(3),
                        Score = month.Score + row.GetDouble(4),
                        Goldstein = month.Goldstein + row.GetDouble(5),
                    },
                    "negated" => month with { Denied = month.Denied + row.GetInt64(2) },
                    _ => month with { Planned = month.Planned + row.GetInt64(2) },
                };
            }
        }

        return found.Values.ToImmutableArray();
    });
}
