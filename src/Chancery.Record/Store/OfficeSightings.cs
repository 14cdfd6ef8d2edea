using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A report that gives a person an office.</summary>
/// <param name="Name">The fullest name in the report, or the known one.</param>
/// <param name="Office">As the report names it, or as known.</param>
/// <param name="Country">ISO 3166 alpha-3; null for none.</param>
/// <param name="Known">The key of the person in the knowledge; null when only the report knows them.</param>
/// <param name="Published">The day of the report, ISO 8601; null when nothing says.</param>
/// <param name="Report">Its latest address, else its id.</param>
public sealed record OfficeSighting(string Name, string Office, string? Country, string? Known, string? Published, string Report);

/// <summary>What the reports of a store say of offices.</summary>
public static class OfficeSightings
{
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static ImmutableArray<OfficeSighting> Of(RecordStore store) => store.Guard(() =>
    {
        using var rows = new Statement(store.Connection, """
            SELECT e.name, e.office, e.country, e.known, d.published_start,
              coalesce((SELECT uri FROM addresses WHERE document = d.key ORDER BY version DESC, uri LIMIT 1), d.id) AS report
            FROM entities e JOIN documents d ON d.key = e.document
            WHERE e.kind = 'person' AND e.office IS NOT NULL AND d.current = 1
            ORDER BY e.name, e.office, d.published_start, report
            """, 0);
        using RowCursor row = rows.Query();
        var sightings = ImmutableArray.CreateBuilder<OfficeSighting>();
        while (row.Read())
        {
            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            sightings.Add(new OfficeSighting(row.GetString(0), row.GetString(1), Text(2), Text(3), Text(4), row.GetString(5)));
        }

        return sightings.ToImmutable();
    });
}
