using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>What those of one country say of another.</summary>
public static class Sayings
{
    /// <summary>So many reports are looked through of those that tell of the two, and of those that name both.</summary>
    private const int MostReports = 100;

    /// <summary>Reports that name both are looked for among so many that came last; a larger record has enough that tell of the two.</summary>
    private const int NewestReports = 20_000;

    /// <summary>Words of those of either country in which somebody or something of the other is named, the newest first.</summary>
    /// <param name="store">The record.</param>
    /// <param name="left">A country with its name as reports write it.</param>
    /// <param name="right">Another.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<QuoteRow> Between(RecordStore store, (string Code, string Name) left, (string Code, string Name) right, int most) => store.Guard(() =>
    {
        var reports = new HashSet<long>(Telling(store.Connection, left.Code, right.Code));
        if (reports.Count < MostReports)
            reports.UnionWith(Naming(store.Connection, left.Name, right.Name));
        using var statement = new Statement(store.Connection, """
            SELECT q.key FROM json_each(?1) k CROSS JOIN documents d ON d.key = k.value CROSS JOIN quotes q INDEXED BY quotes_by_document ON q.document = d.key
            WHERE d.current = 1 AND q.speaker_country IN (?2, ?3) AND EXISTS (
                SELECT 1 FROM entities n CROSS JOIN json_each(n.mentions) m
                WHERE n.document = q.document AND n.country = CASE q.speaker_country WHEN ?2 THEN ?3 ELSE ?2 END
                  AND m.value ->> 0 >= q.content_start AND m.value ->> 1 <= q.content_end)
              AND q.id NOT IN (SELECT target FROM corrections WHERE kind = 'reject' AND undone = 0)
            ORDER BY q.day DESC, q.document DESC, q.position LIMIT ?4
            """, 4);
        return ReportQuery.QuotesOf(store.Connection, Keys(statement.Query($"[{string.Join(',', reports)}]", left.Code, right.Code, most))).ToImmutableArray();
    });

    /// <summary>The newest reports in which the two deal with each other.</summary>
    private static List<long> Telling(SqliteConnection connection, string left, string right)
    {
        using var statement = new Statement(connection, """
            SELECT e.document FROM (
              SELECT day, event FROM pairs WHERE source = ?1 AND target = ?2 UNION SELECT day, event FROM pairs WHERE source = ?2 AND target = ?1
              ORDER BY 1 DESC, 2 DESC LIMIT ?3) p CROSS JOIN events e ON e.key = p.event
            """, 3);
        return Keys(statement.Query(left, right, MostReports));
    }

    private static List<long> Naming(SqliteConnection connection, string left, string right)
    {
        using var statement = new Statement(connection, """
            SELECT rowid FROM texts WHERE texts MATCH ?1 AND rowid > (SELECT max(key) FROM documents) - ?2 ORDER BY rowid DESC LIMIT ?3
            """, 3);
        return Keys(statement.Query($"{NameSearch.Phrase(left)} {NameSearch.Phrase(right)}", NewestReports, MostReports));
    }

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
