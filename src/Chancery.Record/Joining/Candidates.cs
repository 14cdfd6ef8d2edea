using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Finds the events of a store that may be other tellings of one, so that few are loaded however large the store is.</summary>
internal sealed class Candidates(SqliteConnection connection, EventQuery events)
{
    /// <summary>So many tellings at most are held against one.</summary>
    private const int Most = 2000;

    /// <summary>No date but an open one or a range reaches further than this beyond its first day.</summary>
    private const int YearDays = 366;

    /// <returns>The telling itself among them; none when it is rejected or of an old version.</returns>
    public ImmutableArray<EventRow> Of(string eventId)
    {
        using var named = new Statement(connection, "SELECT key FROM events WHERE id = ?1", 1);
        if (events.Of(Holding(Keys(named.Query(eventId.Storable())), Filter.All)).FirstOrDefault() is not { } row)
            return [];
        var keys = new HashSet<long> { row.Key };
        foreach (CandidateSearch search in Happenings.CandidatesOf(row))
        {
            keys.UnionWith(search.Kind switch
            {
                CandidateKind.Near => Holding(Near(search), search.Filter),
                CandidateKind.Recalling => Holding(SameSides(Recalling(search, row.Event.Cameo), search.Sides), search.Filter),
                CandidateKind.SameSides => SameSides(All(search.Filter), search.Sides),
                CandidateKind.NearCopies => NearCopies(All(search.Filter), row.Report.Likeness),
                _ => All(search.Filter),
            });
        }

        return [.. events.Of(keys.Take(Most))];
    }

    private IEnumerable<long> All(Filter filter) => new EventPlan(filter.WithoutRejected(), connection, isPaged: false).Keys(newestFirst: false, null, null);

    /// <summary>Those of the days given that name one side alone or two of those asked for. Only the indexes of sides are read, but for those that name one of them.</summary>
    private HashSet<long> Near(CandidateSearch search)
    {
        var sidesOf = new Dictionary<long, int>();
        (string first, string last) = (DateColumns.Iso(search.First)!, DateColumns.Iso(search.Last)!);
        using var byCountry = new Statement(connection, "SELECT event FROM sides INDEXED BY sides_by_country WHERE country = ?1 AND role = ?2 AND day >= ?3 AND day <= ?4", 4);
        using var byName = new Statement(connection, "SELECT event FROM sides INDEXED BY sides_by_name WHERE name = ?1 COLLATE NOCASE AND role = ?2 AND day >= ?3 AND day <= ?4 AND country IS NULL", 4);
        for (int i = 0; i < Math.Min(search.Sides.Length, 31); i++)
        {
            foreach (string role in (ReadOnlySpan<string>)["actor", "recipient"])
            {
                using RowCursor row = (CountryCode.TryParse(search.Sides[i], out _) ? byCountry : byName).Query(search.Sides[i], role, first, last);
                while (row.Read())
                    CollectionsMarshal.GetValueRefOrAddDefault(sidesOf, row.GetInt64(0), out _) |= 1 << i;
            }
        }

        using var other = new Statement(connection, "SELECT 1 FROM sides WHERE event = ?1 AND role <> 'except' AND coalesce(country, name) <> ?2 LIMIT 1", 2);
        HashSet<long> found = [];
        foreach ((long key, int sides) in sidesOf)
        {
            if (!int.IsPow2(sides) || !other.TryAsk([], key, search.Sides[int.TrailingZeroCount(sides)]))
                found.Add(key);
        }

        found.UnionWith(SameSides(Lasting(search.First), search.Sides));
        return found;
    }

    /// <summary>What began before a day and lasts until it.</summary>
    private List<long> Lasting(DateOnly day)
    {
        using var statement = new Statement(connection, $"""
            SELECT e.key FROM {EventSource.Long.From} WHERE {EventSource.Long.Where} AND e.day >= ?2 AND e.day < ?1 AND e.date_end >= ?1
            UNION ALL SELECT e.key FROM {EventSource.Wide.From} WHERE {EventSource.Wide.Where} AND e.day > '' AND e.day < ?2 AND (e.date_end >= ?1 OR e.date_end IS NULL)
            """, 2);
        return Keys(statement.Query(DateColumns.Iso(day), DateColumns.Iso(DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - YearDays)))));
    }

    private List<long> Recalling(CandidateSearch search, string cameo)
    {
        using var statement = new Statement(connection, """
            SELECT key FROM events INDEXED BY events_recalled
            WHERE historical = 1 AND date_start IS NULL AND date_end IS NOT NULL AND cameo = ?1 AND day >= ?2 AND day <= ?3
            """, 3);
        return Keys(statement.Query(cameo, DateColumns.Iso(search.First), DateColumns.Iso(search.Last)));
    }

    /// <summary>Those of which a filter holds, rejected ones and old versions left out.</summary>
    private List<long> Holding(IReadOnlyCollection<long> keys, Filter filter)
    {
        if (keys.Count == 0)
            return [];
        var sql = new FilterSql(connection, "e.document");
        string where = sql.OfEvents(filter.WithoutRejected());
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; see FilterSql.
        command.CommandText = $"SELECT e.key FROM json_each({sql.Bind(Packed(keys))}) k CROSS JOIN events e ON e.key = k.value WHERE {where}";
#pragma warning restore CA2100
        sql.Give(command);
        var found = new List<long>();
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
            found.Add(row.GetInt64(0));
        return found;
    }

    private List<long> NearCopies(IEnumerable<long> keys, long likeness)
    {
        using var statement = new Statement(connection, "SELECT e.key, d.likeness FROM json_each(?1) k CROSS JOIN events e ON e.key = k.value CROSS JOIN documents d ON d.key = e.document", 1);
        using RowCursor row = statement.Query(Packed(keys));
        var near = new List<long>();
        while (row.Read())
        {
            if (Likeness.AreNearCopies(likeness, row.GetInt64(1)))
                near.Add(row.GetInt64(0));
        }

        return near;
    }

    private List<long> SameSides(IEnumerable<long> keys, ImmutableArray<string> sides)
    {
        using var statement = new Statement(connection, """
            SELECT k.value FROM json_each(?1) k CROSS JOIN sides s ON s.event = k.value AND s.role <> 'except'
            GROUP BY k.value
            HAVING count(DISTINCT coalesce(s.country, s.name)) = 1
              OR count(DISTINCT CASE WHEN coalesce(s.country, s.name) IN (SELECT value FROM json_each(?2)) THEN coalesce(s.country, s.name) END) > 1
            """, 2);
        return Keys(statement.Query(Packed(keys), Record.Packed.Strings(sides)));
    }

    private static string Packed(IEnumerable<long> keys) => string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', keys)}]");

    private static List<long> Keys(RowCursor row)
    {
        using (row)
        {
            var keys = new List<long>();
            while (row.Read())
                keys.Add(row.GetInt64(0));
            return keys;
        }
    }
}
