using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>One who takes part, in one office; who is called by several has a row for each.</summary>
/// <param name="Name">As the record has it.</param>
/// <param name="Kind">person, state, organization, group or place.</param>
/// <param name="Country">None for what belongs to none.</param>
/// <param name="Office">As the reports or the knowledge name it; null for none.</param>
/// <param name="Sectors">All that reports give them in that office.</param>
/// <param name="First">The day of the first report that says so; null when none is dated.</param>
/// <param name="Last">The day of the last.</param>
/// <param name="Reports">How many reports say so.</param>
/// <param name="Report">The id of the latest of them.</param>
/// <param name="Known">The key in the knowledge; null for those whom only the reports know.</param>
/// <param name="Aliases">The names by which the reports call them, the commonest first; empty where no texts are kept.</param>
public sealed record ActorRow(
    string Name, EntityKind Kind, CountryCode Country, string? Office, ImmutableArray<string> Sectors, DateOnly? First, DateOnly? Last,
    int Reports, string Report, string? Known, ImmutableArray<string> Aliases);

/// <summary>Draws actors with their offices over time out of all reports.</summary>
internal static class ActorQuery
{
    /// <summary>Texts that are looked through for what somebody is called; more teach no more.</summary>
    private const int MostTexts = 30;

    private const int MostAliases = 8;

    public static IEnumerable<ActorRow> Run(SqliteConnection connection, NameMeaning? meaning, int? limit)
    {
        foreach ((string name, string kind, string country) in Names(connection, meaning, limit))
        {
            ImmutableArray<string> aliases = AliasesOf(connection, name, kind);
            foreach (ActorRow row in OfficesOf(connection, name, kind, country))
                yield return row with { Aliases = aliases };
        }
    }

    private static List<(string Name, string Kind, string Country)> Names(SqliteConnection connection, NameMeaning? meaning, int? limit)
    {
        var found = new List<(string, string, string)>();
        string[] wanted = meaning is null ? [""] : meaning.Countries.IsEmpty ? [.. meaning.Entities] : [.. meaning.Countries];
        string where = meaning is null ? "?1 = ''" : meaning.Countries.IsEmpty ? "name = ?1 COLLATE NOCASE" : "country = ?1";
        using var rows = new Statement(connection, $"SELECT name, kind, country FROM names WHERE {where} ORDER BY uses DESC, name, kind LIMIT ?2", 2);
        foreach (string one in wanted)
        {
            using RowCursor row = rows.Query(one, limit ?? -1);
            while (row.Read())
                found.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        }

        return found;
    }

    private static List<ActorRow> OfficesOf(SqliteConnection connection, string name, string kind, string country)
    {
        using var rows = new Statement(connection, """
            SELECT n.office, group_concat(DISTINCT n.sectors), min(d.published_start), max(d.published_start), count(DISTINCT d.key), d.id, max(n.known)
            FROM entities n JOIN documents d ON d.key = n.document
            WHERE n.name = ?1 COLLATE NOCASE AND n.name = ?1 AND n.kind = ?2 AND coalesce(n.country, '') = ?3 AND d.current = 1
            GROUP BY n.office ORDER BY min(d.published_start) IS NULL, min(d.published_start), n.office
            """, 3);
        using RowCursor row = rows.Query(name, kind, country);
        var found = new List<ActorRow>();
        while (row.Read())
        {
            found.Add(new ActorRow(
                name,
                Record.Names.Parse<EntityKind>(kind),
                CountryCode.TryParse(country, out CountryCode code) ? code : default,
                row.Text(0),
                SectorsOf(row.Text(1)),
                Day(row.Text(2)),
                Day(row.Text(3)),
                row.GetInt32(4),
                row.GetString(5),
                row.Text(6),
                []));
        }

        return found;
    }

    /// <summary>Several packed lists with commas between them.</summary>
    private static ImmutableArray<string> SectorsOf(string? packed)
    {
        using JsonDocument lists = JsonDocument.Parse($"[{packed}]");
        return [.. lists.RootElement.EnumerateArray().SelectMany(list => list.EnumerateArray()).Select(sector => sector.GetString()!).Distinct()];
    }

    private static DateOnly? Day(string? iso) => DateColumns.Read(iso, iso, iso is null ? "unknown" : "day").Start;

    public static ImmutableArray<string> AliasesOf(SqliteConnection connection, string name, string kind)
    {
        using var rows = new Statement(connection, """
            SELECT n.mentions, c.text FROM entities n JOIN contents c ON c.document = n.document
            WHERE n.name = ?1 COLLATE NOCASE AND n.name = ?1 AND n.kind = ?2 AND c.text IS NOT NULL LIMIT ?3
            """, 3);
        using RowCursor row = rows.Query(name, kind, MostTexts);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (row.Read())
        {
            string text = row.GetString(1);
            foreach (EntityMention mention in Packed.ReadMentions(row.GetString(0), 0).Where(mention => mention.Kind == MentionKind.Name))
            {
                string words = ExportText.Line(mention.Range.Of(text));
                counts[words] = counts.GetValueOrDefault(words) + 1;
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).Where(words => words != name).Take(MostAliases)];
    }
}
