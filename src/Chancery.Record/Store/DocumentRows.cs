using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A stored document by its row, its id and an address.</summary>
public readonly record struct DocumentName(long Key, string Id, string Uri);

/// <summary>Finds, places and removes documents.</summary>
internal sealed class DocumentRows : IDisposable
{
    /// <summary>Everything that hangs on a document, the events' own tables before the events.</summary>
    private static readonly string[] Clearing =
    [
        """
        DELETE FROM pairs WHERE (source, target, day, event) IN (
          SELECT a.country, b.country, a.day, a.event FROM events e JOIN sides a ON a.event = e.key JOIN sides b ON b.event = e.key
          WHERE e.document = ?1 AND a.country IS NOT NULL AND b.country IS NOT NULL)
        """,
        "DELETE FROM sides WHERE event IN (SELECT key FROM events WHERE document = ?1)",
        "DELETE FROM chains WHERE event IN (SELECT key FROM events WHERE document = ?1)",
        "DELETE FROM originals WHERE event IN (SELECT key FROM events WHERE document = ?1)",
        "DELETE FROM events WHERE document = ?1",
        "DELETE FROM quotes WHERE document = ?1",
        "DELETE FROM entities WHERE document = ?1",
        "DELETE FROM dates WHERE document = ?1",
        "DELETE FROM diagnostics WHERE document = ?1",
        "DELETE FROM contents WHERE document = ?1",
        "DELETE FROM documents WHERE key = ?1",
    ];

    private readonly Statement[] clear;
    private readonly Statement words;
    private readonly Statement unindex;
    private readonly Statement known;
    private readonly Statement same;
    private readonly Statement lastKey;
    private readonly Statement bytesHash;
    private readonly Statement latest;
    private readonly Statement place;
    private readonly Statement replace;
    private readonly Statement refresh;
    private readonly Statement neighbours;
    private readonly Statement named;
    private readonly Statement old;
    private readonly Statement addresses;
    private readonly Statement[] forget;

    public DocumentRows(SqliteConnection connection)
    {
        clear = [.. Clearing.Select(sql => new Statement(connection, sql, 1))];
        words = new Statement(connection, "SELECT d.title, c.text, c.body FROM documents d JOIN contents c ON c.document = d.key WHERE d.key = ?1 AND c.text IS NOT NULL", 1);
        unindex = new Statement(connection, "INSERT INTO texts (texts, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)", 3);
        known = new Statement(connection, """
            SELECT d.key FROM addresses a JOIN documents d ON d.key = a.document
            WHERE a.uri = ?1 AND a.given_hash = ?2 AND d.knowledge = ?3 AND (d.has_text OR NOT ?4)
              AND a.version = (SELECT max(version) FROM addresses WHERE uri = ?1)
            """, 4);
        same = new Statement(connection, "SELECT key, knowledge = ?3 AND (has_text OR NOT ?4) FROM documents WHERE id = ?1 AND bytes_hash = ?2", 4);
        lastKey = new Statement(connection, "SELECT max(key) FROM documents", 0);
        bytesHash = new Statement(connection, "SELECT bytes_hash FROM documents WHERE key = ?1", 1);
        latest = new Statement(connection, "SELECT version, document, given_hash = ?2 FROM addresses WHERE uri = ?1 ORDER BY version DESC LIMIT 1", 2);
        place = new Statement(connection, "INSERT INTO addresses (uri, version, document, given_hash) VALUES (?1, ?2, ?3, ?4)", 4);
        replace = new Statement(connection, "UPDATE addresses SET given_hash = ?3 WHERE uri = ?1 AND version = ?2", 3);

        // What standard input gives has no address, so nothing that comes that way is a newer version of what came before.
        refresh = new Statement(connection, """
            UPDATE documents SET current = EXISTS (
              SELECT 1 FROM addresses a WHERE a.document = documents.key
                AND (a.uri LIKE '-%' OR a.version = (SELECT max(version) FROM addresses b WHERE b.uri = a.uri)))
            WHERE key = ?1
            """, 1);
        neighbours = new Statement(connection, """
            SELECT DISTINCT document FROM addresses WHERE document <> ?1 AND uri IN (SELECT uri FROM addresses WHERE document = ?1)
            """, 1);
        named = new Statement(connection, """
            SELECT d.key, d.id, (SELECT uri FROM addresses WHERE document = d.key ORDER BY version DESC, uri LIMIT 1)
            FROM documents d
            WHERE d.id = ?1 OR d.key IN (SELECT document FROM addresses WHERE uri = ?1)
              OR (length(?1) >= 4 AND (substr(d.id, 1, length(?1)) = ?1 OR substr(d.id, 1, 7 + length(?1)) = 'sha256:' || ?1))
            ORDER BY d.key LIMIT 20
            """, 1);
        old = new Statement(connection, "SELECT key FROM documents WHERE knowledge <> ?1 AND has_text ORDER BY key", 1);
        addresses = new Statement(connection, "SELECT DISTINCT uri FROM addresses WHERE document = ?1 ORDER BY version DESC, uri", 1);
        forget =
        [
            new Statement(connection, """
                DELETE FROM corrections WHERE target IN (
                  SELECT id FROM events WHERE document = ?1 UNION SELECT id FROM quotes WHERE document = ?1)
                """, 1),
            new Statement(connection, "DELETE FROM addresses WHERE document = ?1", 1),
        ];
    }

    /// <summary>The document at an address under the same given bytes and knowledge.</summary>
    public long? Find(string uri, string given, string knowledge, bool withText) =>
        known.Ask(uri.Storable(), given, knowledge, withText) as long?;

    /// <summary>The document of these bytes, and whether it was read with this knowledge and has its text where it ought to.</summary>
    public (long Key, bool IsSame)? FindCopy(string id, string bytes, string knowledge, bool withText)
    {
        Span<long> row = stackalloc long[2];
        return same.TryAsk(row, id, bytes, knowledge, withText) ? (row[0], row[1] != 0) : null;
    }

    public long NextKey() => (lastKey.Ask() is long last ? last : 0) + 1;

    public string? BytesHashOf(long key) => bytesHash.Ask(key) as string;

    /// <summary>Makes a document the newest version at an address, unless it is.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="key">The document.</param>
    /// <param name="given">The hash of what came.</param>
    /// <param name="isNew">Whether its row was written just now, and so says that it is the newest version.</param>
    public void PlaceAt(string uri, long key, string given, bool isNew)
    {
        Span<long> latestThere = stackalloc long[3];
        bool isKnown = latest.TryAsk(latestThere, uri, given);
        (long version, long document, bool isSameGiven) = (latestThere[0], latestThere[1], latestThere[2] != 0);
        if (isKnown && document == key)
        {
            if (!isSameGiven)
                replace.Run(uri, version, given);
        }
        else
        {
            place.Run(uri, isKnown ? version + 1 : 1, key, given);
            if (isKnown)
                refresh.Run(document);
        }

        if (!isNew)
            refresh.Run(key);
    }

    /// <summary>Removes the rows of a document but leaves its addresses and its corrections.</summary>
    public void Clear(long key)
    {
        Unindex(key);
        foreach (Statement step in clear)
            step.Run(key);
    }

    /// <summary>Judges anew whether a document is the newest version at one of its addresses.</summary>
    public void Refresh(long key) => refresh.Run(key);

    public void Forget(long key)
    {
        List<long> others = Keys(neighbours.Query(key));
        foreach (Statement step in forget)
            step.Run(key);
        Clear(key);
        foreach (long other in others)
            refresh.Run(other);
    }

    public ImmutableArray<DocumentName> Named(string name)
    {
        using RowCursor row = named.Query(name);
        var found = ImmutableArray.CreateBuilder<DocumentName>();
        while (row.Read())
            found.Add(new DocumentName(row.GetInt64(0), row.GetString(1), row.Text(2) ?? ""));
        return found.ToImmutable();
    }

    public ImmutableArray<string> AddressesOf(long key)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        using RowCursor row = addresses.Query(key);
        while (row.Read())
            found.Add(row.GetString(0));
        return found.ToImmutable();
    }

    public ImmutableArray<long> ReadOtherwiseThan(string knowledge) => [.. Keys(old.Query(knowledge))];

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[.. clear, .. forget, words, unindex, known, same, lastKey, bytesHash, latest, place, replace, refresh, neighbours, named, old, addresses])
            statement.Dispose();
    }

    /// <summary>The search index keeps no words of its own, so it must be told which to take out.</summary>
    private void Unindex(long key)
    {
        string? title;
        string body;
        using (RowCursor row = words.Query(key))
        {
            if (!row.Read())
                return;
            title = row.Text(0);
            body = IndexedText.Of(row.GetString(1), Packed.ReadBlocks(row.GetString(2)));
        }

        unindex.Run(key, title, body);
    }

    private static List<long> Keys(RowCursor rows)
    {
        using (rows)
        {
            var keys = new List<long>();
            while (rows.Read())
                keys.Add(rows.GetInt64(0));
            return keys;
        }
    }
}
