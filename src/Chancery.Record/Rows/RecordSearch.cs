using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

public enum RecordKind : byte
{
    Event,
    Quote,
    Report,
}

/// <summary>A record that an id names.</summary>
/// <param name="Kind">Which sort of record.</param>
/// <param name="Id">The whole id.</param>
/// <param name="Document">The row of its report.</param>
/// <param name="Position">Index among the events or quotes of the reading.</param>
public readonly record struct FoundRecord(RecordKind Kind, string Id, long Document, int Position);

internal static class RecordSearch
{
    /// <summary>Fewer characters than these name only what they name in full.</summary>
    private const int ShortestPrefix = 4;

    public static ImmutableArray<FoundRecord> Find(SqliteConnection connection, string id)
    {
        string given = id.Storable();
        using var exact = new Statement(connection, """
            SELECT 0, id, document, position FROM events WHERE id = ?1
            UNION ALL SELECT 1, id, document, position FROM quotes WHERE id = ?1
            UNION ALL SELECT 2, id, key, 0 FROM documents WHERE id = ?1 OR id = 'sha256:' || ?1
            UNION ALL SELECT 2, d.id, d.key, 0 FROM documents d WHERE d.key IN (SELECT document FROM addresses WHERE uri = ?1) AND d.current = 1
            LIMIT 20
            """, 1);
        ImmutableArray<FoundRecord> found = Read(exact, given);
        if (!found.IsEmpty || given.Length < ShortestPrefix)
            return found;

        // A range of the index: everything from the prefix to the prefix with the last character there is.
        using var prefix = new Statement(connection, """
            SELECT 0, id, document, position FROM events WHERE id >= ?1 AND id < ?1 || char(1114111)
            UNION ALL SELECT 1, id, document, position FROM quotes WHERE id >= ?1 AND id < ?1 || char(1114111)
            UNION ALL SELECT 2, id, key, 0 FROM documents WHERE id >= ?1 AND id < ?1 || char(1114111)
            UNION ALL SELECT 2, id, key, 0 FROM documents WHERE id >= 'sha256:' || ?1 AND id < 'sha256:' || ?1 || char(1114111)
            LIMIT 20
            """, 1);
        return Read(prefix, given);
    }

    private static ImmutableArray<FoundRecord> Read(Statement statement, string id)
    {
        var found = ImmutableArray.CreateBuilder<FoundRecord>();
        using RowCursor row = statement.Query(id);
        while (row.Read())
            found.Add(new FoundRecord((RecordKind)row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3)));
        return found.ToImmutable();
    }
}
