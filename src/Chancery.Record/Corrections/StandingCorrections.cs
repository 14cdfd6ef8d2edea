using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Lays edits, merges and splits over the tables, so that every filter, view and export sees them, and keeps beside them what the readings said.</summary>
/// <remarks>A document is always brought from what its reading said to what all standing corrections make of it, whether one was added, undone or the text read anew.</remarks>
internal sealed class StandingCorrections(SqliteConnection connection)
{
    /// <summary>Columns of events that an edit may set; nothing else is put into a statement.</summary>
    private static readonly ImmutableHashSet<string> Editable =
    [
        "type", "quad", "modes", "score", "contexts", "cameo", "goldstein", "date_start", "date_end", "date_precision", "date_expression", "date_basis", "day",
        "place_name", "place_country", "place_start", "place_end", "factuality", "historical",
    ];

    /// <summary>Brings the documents that a correction speaks of up to date with it, after it was added or undone.</summary>
    public void Follow(Correction correction)
    {
        foreach (long document in DocumentsOf(correction))
            Apply(document);
    }

    public void Apply(long document)
    {
        Run("""
            DELETE FROM pairs WHERE (source, target, day, event) IN (
              SELECT a.country, b.country, a.day, a.event FROM events e JOIN sides a ON a.event = e.key JOIN sides b ON b.event = e.key
              WHERE e.document = ?1 AND a.country IS NOT NULL AND b.country IS NOT NULL)
            """, document);
        Restore(document);
        ApplyToEntities(document);
        foreach (Correction edit in CorrectionTable.EditsOf(connection, document))
            ApplyEdit(document, edit);
        Run("""
            UPDATE sides SET
              country = (SELECT n.country FROM entities n WHERE n.document = ?1 AND n.position = sides.entity),
              name = (SELECT n.name FROM entities n WHERE n.document = ?1 AND n.position = sides.entity),
              day = (SELECT e.day FROM events e WHERE e.key = sides.event)
            WHERE event IN (SELECT key FROM events WHERE document = ?1)
            """, document);
        Run("""
            INSERT OR IGNORE INTO pairs (source, target, day, event, last, month, type, cameo, factuality, historical, denied, agreement, score, goldstein)
            SELECT a.country, b.country, e.day, e.key, e.date_end,
              CASE WHEN substr(e.date_start, 1, 7) = substr(e.date_end, 1, 7) THEN substr(e.date_start, 1, 7) ELSE '' END,
              e.type, e.cameo, e.factuality, e.historical,
              e.factuality = 'negated' OR EXISTS (SELECT 1 FROM chains c WHERE c.event = e.key AND c.stance = 'denies'),
              e.agreement_status, e.score, e.goldstein
            FROM events e
            JOIN sides a ON a.event = e.key AND a.role = 'actor' AND a.country IS NOT NULL
            JOIN sides b ON b.event = e.key AND b.country IS NOT NULL AND (b.role = 'recipient' OR (b.role = 'actor' AND b.country <> a.country))
            WHERE e.document = ?1
            """, document);
        Run("""
            INSERT INTO pair_counts (one, other, events)
            SELECT one, other, count(*) FROM (
              SELECT DISTINCT min(a.country, b.country) AS one, max(a.country, b.country) AS other, e.key
              FROM events e
              JOIN sides a ON a.event = e.key AND a.role = 'actor' AND a.country IS NOT NULL
              JOIN sides b ON b.event = e.key AND b.country <> a.country AND b.role IN ('recipient', 'actor')
              WHERE e.document = ?1)
            WHERE true GROUP BY one, other
            ON CONFLICT (one, other) DO UPDATE SET events = events + excluded.events
            """, document);
        Run("""
            UPDATE quotes SET
              speaker_name = (SELECT n.name FROM entities n WHERE n.document = ?1 AND n.position = quotes.speaker_entity),
              speaker_country = (SELECT n.country FROM entities n WHERE n.document = ?1 AND n.position = quotes.speaker_entity)
            WHERE document = ?1 AND speaker_entity IS NOT NULL
            """, document);
    }

    /// <summary>What the reading says of an event where an edit says otherwise: column and value.</summary>
    public static ImmutableArray<(string Name, string Value)> OriginalsOf(SqliteConnection connection, string id)
    {
        using var rows = new Statement(connection, "SELECT o.name, o.value FROM originals o JOIN events e ON e.key = o.event WHERE e.id = ?1 ORDER BY o.name", 1);
        using RowCursor row = rows.Query(id);
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        while (row.Read())
            found.Add((row.GetString(0), row.IsDBNull(1) ? "" : Convert.ToString(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture) ?? ""));
        return found.ToImmutable();
    }

    private List<long> DocumentsOf(Correction correction)
    {
        using Statement rows = correction.Kind switch
        {
            CorrectionKind.Edit => new(connection, "SELECT DISTINCT document FROM events WHERE id = ?1", 1),
            CorrectionKind.Merge or CorrectionKind.Split => new(connection, """
                SELECT DISTINCT document FROM entities WHERE name = ?1 COLLATE NOCASE UNION SELECT document FROM entities WHERE read_as IS NOT NULL
                """, 1),
            _ => new(connection, "SELECT 0 WHERE ?1 IS NULL", 1),
        };
        var keys = new List<long>();
        using RowCursor row = rows.Query(correction.Target);
        while (row.Read())
            keys.Add(row.GetInt64(0));
        return keys;
    }

    /// <summary>Puts back what the reading said.</summary>
    private void Restore(long document)
    {
        var said = new List<(long Event, string Name, object? Value)>();
        using (var rows = new Statement(connection, "SELECT o.event, o.name, o.value FROM originals o JOIN events e ON e.key = o.event WHERE e.document = ?1", 1))
        using (RowCursor row = rows.Query(document))
        {
            while (row.Read())
                said.Add((row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetValue(2)));
        }

        foreach ((long key, string name, object? value) in said)
        {
            if (EventFields.IsSide(name))
                WriteSides(key, name, (string)value!);
            else
                SetColumn(key, name, value);
        }

        Run("DELETE FROM originals WHERE event IN (SELECT key FROM events WHERE document = ?1)", document);
        Run("""
            UPDATE entities SET name = read_as ->> 'name', country = read_as ->> 'country', known = read_as ->> 'known', read_as = NULL
            WHERE document = ?1 AND read_as IS NOT NULL
            """, document);
    }

    private void ApplyToEntities(long document)
    {
        foreach (Correction correction in CorrectionTable.OfEntities(connection))
        {
            bool merges = correction.Kind == CorrectionKind.Merge;
            using var rows = new Statement(connection, """
                UPDATE entities SET
                  read_as = coalesce(read_as, json_object('name', name, 'country', country, 'known', known)),
                  name = ?3, country = coalesce(?4, country), known = ?5
                WHERE document = ?1 AND name = ?2
                  AND (?6 IS NULL OR document IN (SELECT key FROM documents WHERE id = ?6))
                """, 6);
            (string? country, string? known) = merges ? Meant(correction.Value!) : (null, null);
            rows.Run(document, correction.Target, correction.Value, country, known, merges ? null : correction.Field);
        }
    }

    /// <summary>Country and key of the one who is called so.</summary>
    private (string? Country, string? Known) Meant(string name)
    {
        using var rows = new Statement(connection, "SELECT country, known FROM entities WHERE name = ?1 COLLATE NOCASE AND read_as IS NULL ORDER BY known IS NULL, country IS NULL LIMIT 1", 1);
        using RowCursor row = rows.Query(name);
        return row.Read() ? (row.Text(0), row.Text(1)) : (null, null);
    }

    private void ApplyEdit(long document, Correction edit)
    {
        foreach (long key in KeysOf(document, edit.Target))
        {
            if (EventFields.IsSide(edit.Field!))
            {
                // Another reading may mean other people; what is no longer there cannot be put in.
                if (SidesNamed(document, edit.Value!) is { } sides)
                {
                    Keep(key, edit.Field!, ReadSides(key, edit.Field!));
                    WriteSides(key, edit.Field!, sides);
                }

                continue;
            }

            foreach ((string column, object? value) in EventFields.ColumnsOf(edit.Field!, edit.Value!))
            {
                using (var old = new Statement(connection, $"INSERT OR IGNORE INTO originals (event, name, value) SELECT key, ?2, {Checked(column)} FROM events WHERE key = ?1", 2))
                    old.Run(key, column);
                SetColumn(key, column, value);
            }
        }
    }

    private List<long> KeysOf(long document, string id)
    {
        using var rows = new Statement(connection, "SELECT key FROM events WHERE document = ?1 AND id = ?2", 2);
        using RowCursor row = rows.Query(document, id);
        var keys = new List<long>();
        while (row.Read())
            keys.Add(row.GetInt64(0));
        return keys;
    }

    private void Keep(long key, string name, string value)
    {
        using var row = new Statement(connection, "INSERT OR IGNORE INTO originals (event, name, value) VALUES (?1, ?2, ?3)", 3);
        row.Run(key, name, value);
    }

    private void SetColumn(long key, string column, object? value)
    {
        using var row = new Statement(connection, $"UPDATE events SET {Checked(column)} = ?2 WHERE key = ?1", 2);
        row.Run(key, Cell.Of(value));
    }

    private static string Checked(string column) =>
        Editable.Contains(column) ? column : throw new StoreException($"the store holds an edit of '{column}', which this program does not know");

    /// <summary>The sides of a role as a JSON array of entity, start, end.</summary>
    private string ReadSides(long key, string role)
    {
        using var rows = new Statement(connection, """
            SELECT coalesce(json_group_array(json_array(entity, start, "end")), '[]')
            FROM (SELECT entity, start, "end" FROM sides WHERE event = ?1 AND role = ?2 ORDER BY position)
            """, 2);
        return (string)rows.Ask(key, role)!;
    }

    private void WriteSides(long key, string role, string packed)
    {
        using var clear = new Statement(connection, "DELETE FROM sides WHERE event = ?1 AND role = ?2", 2);
        clear.Run(key, role);

        // Country, name and day are filled in for all sides of the document together.
        using var add = new Statement(connection, """
            INSERT INTO sides (event, role, position, entity, start, "end", country, name, day)
            SELECT ?1, ?2, x.key, x.value ->> 0, x.value ->> 1, x.value ->> 2, NULL, '', '' FROM json_each(?3) x
            """, 3);
        add.Run(key, role, packed);
    }

    /// <summary>The entities of the report by name or id, as <see cref="ReadSides"/> has them; null when one is not there.</summary>
    /// <remarks>Merges are applied before edits, so a name may be the one before or after them.</remarks>
    public string? SidesNamed(long document, string value)
    {
        using var rows = new Statement(connection, """
            SELECT position, coalesce(mentions ->> '$[0][0]', 0), coalesce(mentions ->> '$[0][1]', 0) FROM entities
            WHERE document = ?1 AND (name = ?2 COLLATE NOCASE OR id = ?2 OR read_as ->> 'name' = ?2 COLLATE NOCASE) ORDER BY id = ?2 DESC, position LIMIT 1
            """, 2);
        string[] names = value == "none" ? [] : value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new List<long[]>();
        foreach (string name in names)
        {
            using RowCursor row = rows.Query(document, name);
            if (!row.Read())
                return null;
            found.Add([row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)]);
        }

        return JsonSerializer.Serialize(found, SideJson.Default.ListInt64Array);
    }

    private void Run(string sql, long document)
    {
        using var row = new Statement(connection, sql, 1);
        row.Run(document);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(List<long[]>))]
internal sealed partial class SideJson : System.Text.Json.Serialization.JsonSerializerContext;
