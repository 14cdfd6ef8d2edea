using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>A name of the record with who bears it and how many reports mean them.</summary>
public sealed record NameRow(string Name, EntityKind Kind, CountryCode Country, long Uses);

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
    private const int MostSightings = 2000;

    /// <summary>Names by how many reports mean them, the busiest first.</summary>
    /// <param name="store">The record.</param>
    /// <param name="part">A part of the name, or "".</param>
    /// <param name="country">A code, or "".</param>
    /// <param name="after">The last row of the page before, or null.</param>
    /// <param name="most">How many rows at most.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<NameRow> Page(RecordStore store, string part, string country, (long Uses, string Name)? after, int most) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, """
            SELECT name, kind, country, uses FROM names
            WHERE uses <= ?3 AND (uses < ?3 OR name > ?4) AND (?2 = '' OR country = ?2) AND (?1 = '' OR instr(lower(name), lower(?1)) > 0)
            ORDER BY uses DESC, name LIMIT ?5
            """, 5);
        using SqliteDataReader row = statement.Query(part.Storable(), country, after?.Uses ?? long.MaxValue, after?.Name ?? "", most);
        return Read(row);
    });

    /// <summary>All who bear a name, whatever the case of its letters.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<NameRow> Named(RecordStore store, string name) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, "SELECT name, kind, country, uses FROM names WHERE name = ?1 COLLATE NOCASE ORDER BY uses DESC", 1);
        using SqliteDataReader row = statement.Query(name.Storable());
        return Read(row);
    });

    /// <summary>The key in the knowledge of one who bears a name; null when only reports know them.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static string? KeyOf(RecordStore store, string name) => store.Guard(() =>
    {
        using var statement = new Statement(store.Connection, "SELECT known FROM entities WHERE name = ?1 COLLATE NOCASE AND known IS NOT NULL LIMIT 1", 1);
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
        using SqliteDataReader row = statement.Query(name.Storable(), MostSightings);
        var found = ImmutableArray.CreateBuilder<SeenOffice>();
        while (row.Read())
            found.Add(new SeenOffice(row.GetString(0), row.Text(1), row.Text(2), row.GetInt64(3)));
        return found.ToImmutable();
    });

    private static ImmutableArray<NameRow> Read(SqliteDataReader row)
    {
        var found = ImmutableArray.CreateBuilder<NameRow>();
        while (row.Read())
            found.Add(new NameRow(row.GetString(0), Names.Parse<EntityKind>(row.GetString(1)), row.Country(2), row.GetInt64(3)));
        return found.ToImmutable();
    }
}
