using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One side of a contradiction.</summary>
/// <param name="Group">Rows with one number contradict each other.</param>
/// <param name="Says">so, not so, or denied.</param>
/// <param name="Row">The telling.</param>
public sealed record ClaimRow(int Group, string Says, EventRow Row);

/// <summary>Finds tellings of one act that contradict each other. No winner is declared.</summary>
public static class Claims
{
    /// <summary>So many tellings are held against one that says that an act did not happen.</summary>
    private const int MostAgainst = 4;

    /// <summary>A date reaches back no further than this before its first day, but for open ones.</summary>
    private const int YearDays = 366;

    /// <summary>Contradictions between tellings of what two countries do to each other.</summary>
    /// <param name="store">The record.</param>
    /// <param name="left">A country's code.</param>
    /// <param name="right">Another's.</param>
    /// <param name="most">So many tellings that deny an act are looked at, the newest first.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<ClaimRow> Between(RecordStore store, string left, string right, int most)
    {
        var keys = new List<long>();
        store.Guard(() =>
        {
            string standing = Dyads.Standing(store.Connection);
            using var denied = new Statement(store.Connection, $"""
                SELECT event, source, target, day, coalesce(last, '9999-12-31'), type, cameo FROM pairs WHERE source = ?1 AND target = ?2 AND denied = 1 AND {standing}
                UNION SELECT event, source, target, day, coalesce(last, '9999-12-31'), type, cameo FROM pairs WHERE source = ?2 AND target = ?1 AND denied = 1 AND {standing}
                ORDER BY 4 DESC, 1 DESC LIMIT ?3
                """, 3);
            const string alike = "source = ?1 AND target = ?2 AND type IS ?3 AND (type IS NOT NULL OR cameo = ?4) AND denied = 0";
            using var dated = new Statement(store.Connection, $"""
                SELECT event FROM pairs WHERE {alike} AND day >= ?5 AND day <= ?6 AND (last >= ?7 OR last IS NULL) AND {standing} ORDER BY day DESC LIMIT {MostAgainst}
                """, 7);
            using var undated = new Statement(store.Connection, $"SELECT event FROM pairs WHERE {alike} AND {standing} ORDER BY day DESC LIMIT {MostAgainst}", 4);
            using RowCursor row = denied.Query(left, right, most);
            while (row.Read())
            {
                keys.Add(row.GetInt64(0));
                string day = row.GetString(3);
                using RowCursor other = day.Length == 0
                    ? undated.Query(row.GetString(1), row.GetString(2), row.Text(5), row.GetString(6))
                    : dated.Query(row.GetString(1), row.GetString(2), row.Text(5), row.GetString(6), Before(day), row.GetString(4), day);
                while (other.Read())
                    keys.Add(other.GetInt64(0));
            }

            return true;
        });
        return Of(store.EventsOf(keys.Distinct()));
    }

    private static string Before(string day) =>
        DateColumns.Read(day, day, "day").Start is { } first && first.DayNumber > YearDays ? DateColumns.Iso(first.AddDays(-YearDays))! : day;

    public static ImmutableArray<ClaimRow> Of(IEnumerable<EventRow> rows)
    {
        var claims = ImmutableArray.CreateBuilder<ClaimRow>();
        int number = 0;
        foreach (IGrouping<string, EventRow> group in rows.GroupBy(Key, StringComparer.Ordinal))
        {
            EventRow[] tellings = [.. group];
            foreach (EventRow no in tellings.Where(row => Says(row.Event) != "so"))
            {
                EventRow[] yes = [.. tellings.Where(row => Says(row.Event) == "so" && row.Event.Date.Date.MayOverlap(no.Event.Date.Date))];
                if (yes.Length == 0)
                    continue;
                number++;
                claims.Add(new ClaimRow(number, Says(no.Event), no));
                claims.AddRange(yes.Select(row => new ClaimRow(number, "so", row)));
            }
        }

        return claims.ToImmutable();
    }

    /// <summary>Type and who takes part, by country or name.</summary>
    private static string Key(EventRow row) =>
        $"{row.Event.Type?.Name() ?? row.Event.Cameo}|{Names(row, row.Event.Actors)}|{Names(row, row.Event.Recipients)}";

    private static string Names(EventRow row, IEnumerable<Side> sides) => string.Join(
        ';',
        sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Name : entity.Country.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static string Says(EventMention item)
    {
        if (item.Attribution.Any(link => link.Stance == Stance.Denies))
            return "denied";
        return item.Factuality == Factuality.Negated ? "not so" : "so";
    }
}
