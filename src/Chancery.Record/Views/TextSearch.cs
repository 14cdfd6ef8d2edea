using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Reports that hold all the words asked for; those in quotation marks beside each other.</summary>
public static class TextSearch
{
    /// <summary>The words and phrases of what somebody typed.</summary>
    public static ImmutableArray<string> Terms(string text)
    {
        var terms = ImmutableArray.CreateBuilder<string>();
        string[] parts = text.Split('"');
        for (int i = 0; i < parts.Length; i++)
        {
            // Every second part stood between quotation marks.
            string[] words = parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (i % 2 == 1 && words.Length > 0)
                terms.Add(string.Join(' ', words));
            else
                terms.AddRange(words);
        }

        return terms.ToImmutable();
    }

    /// <summary>The reports in which all terms stand, those that came last first.</summary>
    /// <param name="store">The record.</param>
    /// <param name="terms">Words or phrases.</param>
    /// <param name="before">The last report of the page before, or null.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<long> Find(RecordStore store, ImmutableArray<string> terms, long? before, int most) => store.Guard(() =>
    {
        var found = ImmutableArray.CreateBuilder<long>();
        if (terms.IsEmpty)
            return found.ToImmutable();

        // Each term in quotation marks, so that nothing in it is read as the search engine's own syntax.
        string asked = string.Join(' ', terms.Select(term => "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
        using var statement = new Statement(store.Connection, """
            SELECT rowid FROM texts WHERE texts MATCH ?1 AND rowid < ?2 AND rowid NOT IN (SELECT key FROM documents WHERE current = 0)
            ORDER BY rowid DESC LIMIT ?3
            """, 3);
        using RowCursor row = statement.Query(asked.Storable(), before ?? long.MaxValue, most);
        while (row.Read())
            found.Add(row.GetInt64(0));
        return found.ToImmutable();
    });
}
