using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Finds the events of a store that may be other tellings of one, so that few are loaded however large the store is.</summary>
internal sealed class Candidates(SqliteConnection connection, EventQuery events)
{
    /// <summary>So many tellings at most are held against one.</summary>
    private const int Most = 2000;

    /// <returns>The telling itself among them.</returns>
    public ImmutableArray<EventRow> Of(EventRow row)
    {
        var keys = new HashSet<long> { row.Key };
        foreach (CandidateSearch search in Happenings.CandidatesOf(row))
        {
            string found = $"[{string.Join(',', new EventPlan(search.Filter.WithoutRejected(), connection, isPaged: false).Keys(newestFirst: false, null, null))}]";
            keys.UnionWith(search.Kind switch
            {
                CandidateKind.NearCopies => NearCopies(found, row.Report.Likeness),
                CandidateKind.SameSides => SameSides(found, search.Sides),
                _ => JsonSerializer.Deserialize(found, CandidateJson.Default.ListInt64)!,
            });
        }

        return [.. events.Of(keys.Take(Most))];
    }

    private List<long> NearCopies(string keys, long likeness)
    {
        using var statement = new Statement(connection, "SELECT e.key, d.likeness FROM json_each(?1) k CROSS JOIN events e ON e.key = k.value CROSS JOIN documents d ON d.key = e.document", 1);
        using SqliteDataReader row = statement.Query(keys);
        var near = new List<long>();
        while (row.Read())
        {
            if (Likeness.AreNearCopies(likeness, row.GetInt64(1)))
                near.Add(row.GetInt64(0));
        }

        return near;
    }

    private List<long> SameSides(string keys, ImmutableArray<string> sides)
    {
        using var statement = new Statement(connection, """
            SELECT k.value FROM json_each(?1) k CROSS JOIN sides s ON s.event = k.value AND s.role <> 'except'
            GROUP BY k.value
            HAVING count(DISTINCT coalesce(s.country, s.name)) = 1
              OR count(DISTINCT CASE WHEN coalesce(s.country, s.name) IN (SELECT value FROM json_each(?2)) THEN coalesce(s.country, s.name) END) > 1
            """, 2);
        using SqliteDataReader row = statement.Query(keys, Packed.Strings(sides));
        var same = new List<long>();
        while (row.Read())
            same.Add(row.GetInt64(0));
        return same;
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(List<long>))]
internal sealed partial class CandidateJson : System.Text.Json.Serialization.JsonSerializerContext;
