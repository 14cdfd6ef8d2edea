using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>A name of the record with who bears it and how many reports mean them.</summary>
public sealed record NameRow(string Name, EntityKind Kind, CountryCode Country, long Uses)
{
    /// <summary>Where it stands in the list.</summary>
    public NameMark Mark { get; init; }
}

/// <summary>Where a list of names goes on: after this one.</summary>
/// <param name="Rank">Its use to a quarter.</param>
/// <param name="Key">Its row.</param>
/// <param name="Name">The name.</param>
public readonly record struct NameMark(long Rank, long Key, string Name)
{
    /// <summary>Before the first.</summary>
    public static NameMark Start => new(long.MaxValue, 0, "");
}

/// <summary>An office that reports give somebody, with the days of the first and the last of them.</summary>
/// <param name="Office">As the reports write it.</param>
/// <param name="First">ISO 8601; null when no such report is dated.</param>
/// <param name="Last">The same for the last.</param>
/// <param name="Reports">How many.</param>
public sealed record SeenOffice(string Office, string? First, string? Last, long Reports);

/// <summary>Who stands in the record.</summary>
public static class NameList
{
    /// <summary>Offices are gathered from so many reports at most.</summary>
    private const int MostSightings = 600;

    /// <summary>A beginning of words that more names have is looked for in the order of the list, which many of them end soon.</summary>
    private const int ManyNames = 2000;

    private const string Columns = "name, kind, country, uses, rank, key";

    /// <summary>Names by how many reports mean them, the busiest first; those of nearly the same use by the alphabet.</summary>
    /// <param name="store">The record.</param>
    /// <param name="part">Words of the name, the last of which may be begun only; or "".</param>
    /// <param name="country">A code, or "".</param>
    /// <param name="after">The last row of the page before, or the start.</param>
    /// <param name="most">How many rows at most.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<NameRow> Page(RecordStore store, string part, string country, NameMark after, int most) => store.Guard(() =>
    {
        string begun = part.Length == 0 ? "" : NameSearch.Phrase(part) + " *";
        string from = country.Length > 0 ? "names INDEXED BY names_by_country" : "names INDEXED BY names_by_rank";
        string words = "AND ?1 = ''";
        if (begun.Length > 0)
        {
            using var count = new Statement(store.Connection, $"SELECT count(*) FROM (SELECT 1 FROM name_words WHERE name_words MATCH ?1 LIMIT {ManyNames})", 1);
            bool isCommon = (long)count.Ask(begun)! >= ManyNames;
            from = isCommon ? from : "names";
            words = isCommon ? "AND instr(' ' || lower(name), ' ' || lower(?1)) > 0" : "AND ?1 <> '' AND key IN (SELECT rowid FROM name_words WHERE name_words MATCH ?7)";
        }

        using var statement = new Statement(store.Connection, $"""
            SELECT {Columns} FROM {from}
            WHERE rank <= ?3 AND (rank < ?3 OR name > ?4 OR (name = ?4 AND key > ?5)) AND {(country.Length > 0 ? "country = ?2" : "?2 = ''")} {words}
            ORDER BY rank DESC, name, key LIMIT ?6
            """, 7);
        using RowCursor row = statement.Query(part.Storable(), country, after.Rank, after.Name, after.Key, most, begun);
        return Read(row);
    });

    /// <summary>All who bear a name, whatever the case of its letters.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<NameRow> Named(RecordStore store, string name) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, $"SELECT {Columns} FROM names WHERE name = ?1 COLLATE NOCASE ORDER BY uses DESC", 1);
        using RowCursor row = statement.Query(name.Storable());
        return Read(row);
    });

    /// <summary>The key in the knowledge of one who bears a name; null when only reports know them.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static string? KeyOf(RecordStore store, string name) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, "SELECT known FROM names WHERE name = ?1 COLLATE NOCASE AND known IS NOT NULL ORDER BY uses DESC LIMIT 1", 1);
        return statement.Ask(name.Storable()) as string;
    });

    /// <summary>The offices that reports give to those of a name.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<SeenOffice> OfficesOf(RecordStore store, string name) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, """
            SELECT office, min(day), max(day), count(*) FROM (
              SELECT e.office AS office, d.published_start AS day FROM entities e JOIN documents d ON d.key = e.document
              WHERE e.name = ?1 COLLATE NOCASE AND e.office IS NOT NULL AND d.current = 1 LIMIT ?2)
            GROUP BY office ORDER BY min(day) IS NULL, min(day), office
            """, 2);
        using RowCursor row = statement.Query(name.Storable(), MostSightings);
        var found = ImmutableArray.CreateBuilder<SeenOffice>();
        while (row.Read())
            found.Add(new SeenOffice(row.GetString(0), row.Text(1), row.Text(2), row.GetInt64(3)));
        return found.ToImmutable();
    });

    /// <summary>The names by which reports call one of the record, the commonest first; none where no texts are kept.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<string> AliasesOf(RecordStore store, NameRow name) => store.Guard(() => ActorQuery.AliasesOf(store.Connection, name.Name, Names.Of(name.Kind)));

    private static ImmutableArray<NameRow> Read(RowCursor row)
    {
        var found = ImmutableArray.CreateBuilder<NameRow>();
        while (row.Read())
            found.Add(new NameRow(row.GetString(0), Names.Parse<EntityKind>(row.GetString(1)), row.Country(2), row.GetInt64(3)) { Mark = new NameMark(row.GetInt64(4), row.GetInt64(5), row.GetString(0)) });
        return found.ToImmutable();
    }
}
