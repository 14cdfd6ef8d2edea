using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Two countries and how many events the record holds of them, whoever acts.</summary>
public readonly record struct PairCount(string Left, string Right, long Events);

/// <summary>Which countries deal with each other.</summary>
public static class Pairs
{
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<PairCount> Busiest(RecordStore store, int most) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, """
            SELECT one, other, events FROM pair_counts ORDER BY events DESC, one, other LIMIT ?1
            """, 1);
        using RowCursor row = statement.Query(most);
        var found = ImmutableArray.CreateBuilder<PairCount>();
        while (row.Read())
            found.Add(new PairCount(row.GetString(0), row.GetString(1), row.GetInt64(2)));
        return found.ToImmutable();
    });
}
