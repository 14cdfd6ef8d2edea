using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

        // The table of pairs holds all that is asked for, in the order of a direction; no event is looked up, and nothing is sorted: days come in order, so a month is seldom left.
        using var statement = new Statement(store.Connection, $"""
            SELECT month, factuality, score, goldstein FROM pairs WHERE source = ?1 AND target = ?2 AND historical = 0 AND {Standing(store.Connection)}
            """, 2);
        foreach ((string source, string target) in left == right ? [(left, right)] : new[] { (left, right), (right, left) })
        {
            var sums = new Dictionary<long, MonthSum>();
            using RowCursor row = statement.Query(source, target);
            while (row.Read())
                CollectionsMarshal.GetValueRefOrAddDefault(sums, Packed(row.Bytes(0)), out _).Add(row);
            foreach ((long packed, MonthSum sum) in sums)
            {
                string month = Unpacked(packed);
                found[(month, source)] = sum.Of(source, month);
            }
        }

        return found.Values.ToImmutableArray();
    });

    /// <summary>The seven bytes of a month as one number; 0 for none.</summary>
    private static long Packed(ReadOnlySpan<byte> month)
    {
        long packed = 0;
        foreach (byte letter in month)
            packed = (packed << 8) | letter;
        return packed;
    }

    private static string Unpacked(long packed)
    {
        string month = "";
        for (; packed != 0; packed >>= 8)
            month = (char)(packed & 255) + month;
        return month;
    }

    /// <summary>What is summed of one direction in one month.</summary>
    private struct MonthSum
    {
        private long events;
        private long scored;
        private long planned;
        private long denied;
        private double score;
        private double goldstein;

        public void Add(RowCursor row)
        {
            ReadOnlySpan<byte> factuality = row.Bytes(1);
            if (factuality.SequenceEqual("happened"u8) || factuality.SequenceEqual("ongoing"u8))
            {
                events++;
                scored += row.IsDBNull(2) ? 0 : 1;
                score += row.GetDouble(2);
                goldstein += row.GetDouble(3);
            }
            else if (factuality.SequenceEqual("negated"u8))
            {
                denied++;
            }
            else
            {
                planned++;
            }
        }

        public readonly DyadMonth Of(string source, string month) => new(source, month, events, scored, score, goldstein, planned, denied);
    }
}
