using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>What the readings of a batch add to the sums that a store keeps: who is named how often, which countries deal with each other, how much there is.</summary>
/// <remarks>The sums go into the tables once a batch, in its transaction, and before anything else reads or changes them.</remarks>
internal sealed class Tallies(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<(string Name, string Kind, string Country), (int Uses, string? Known)> names = [];
    private readonly Dictionary<(string One, string Other), int> pairs = [];
    private int reports;
    private int events;
    private int quotes;

    private readonly Statement total = new(connection, "UPDATE totals SET reports = reports + ?1, events = events + ?2, quotes = quotes + ?3", 3);
    private readonly Statement pair = new(connection, """
        INSERT INTO pair_counts (one, other, events) VALUES (?1, ?2, ?3) ON CONFLICT (one, other) DO UPDATE SET events = events + excluded.events
        """, 3);

    private readonly Statement name = new(connection, "SELECT key, uses, rank, known IS NULL FROM names WHERE name = ?1 AND kind = ?2 AND country = ?3", 3);
    private readonly Statement lastName = new(connection, "SELECT max(key) FROM names", 0);
    private readonly Statement newName = new(connection, "INSERT INTO names (key, name, kind, country, uses, rank, known) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)", 6);
    private readonly Statement words = new(connection, "INSERT INTO name_words (rowid, name) VALUES (?1, ?2)", 2);
    private readonly Statement uses = new(connection, "UPDATE names SET uses = ?2 WHERE key = ?1", 2);
    private readonly Statement rank = new(connection, "UPDATE names SET uses = ?2, rank = ?2 WHERE key = ?1", 2);
    private readonly Statement known = new(connection, "UPDATE names SET known = ?2 WHERE key = ?1", 2);

    public void Add(ReadingRows rows)
    {
        reports++;
        events += rows.Reading.Events.Length;
        quotes += rows.Reading.Quotes.Length;
        foreach (NamedEntity entity in rows.Named)
        {
            (string, string, string) key = (entity.Name, entity.Kind, entity.Country);
            (int Uses, string? Known) before = names.GetValueOrDefault(key);
            names[key] = (before.Uses + 1, before.Known ?? entity.Known);
        }

        foreach ((string left, string right) in rows.Dealings)
        {
            (string, string) key = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
            pairs[key] = pairs.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Puts into the tables what was gathered since the last time.</summary>
    public void Settle()
    {
        if (reports == 0)
            return;
        total.Run(reports, events, quotes);
        (reports, events, quotes) = (0, 0, 0);
        foreach (((string one, string other), int count) in pairs.OrderBy(item => item.Key.One, StringComparer.Ordinal).ThenBy(item => item.Key.Other, StringComparer.Ordinal))
            pair.Run(one, other, count);
        pairs.Clear();
        long last = lastName.Ask() is long key ? key : 0;
        foreach (((string called, string kind, string country), (int count, string? inKnowledge)) in names.OrderBy(item => item.Key.Name, StringComparer.Ordinal))
            SettleName(called, kind, country, count, inKnowledge, ref last);
        names.Clear();
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[total, pair, name, lastName, newName, words, uses, rank, known])
            statement.Dispose();
    }

    private void SettleName(string called, string kind, string country, int count, string? inKnowledge, ref long last)
    {
        Span<long> found = stackalloc long[4];
        if (!name.TryAsk(found, called, kind, country))
        {
            newName.Run(++last, called, kind, country, count, inKnowledge);
            words.Run(last, called);
            return;
        }

        long total = found[1] + count;
        (IsOutOfPlace(found[2], total) ? rank : uses).Run(found[0], total);
        if (found[3] != 0 && inKnowledge is not null)
            known.Run(found[0], inKnowledge);
    }

    /// <summary>A name moves in the list at every use while it is rare, then by quarters, so that few uses move it.</summary>
    private static bool IsOutOfPlace(long rank, long uses) => uses >= rank + Math.Max(1, rank / 4);
}
