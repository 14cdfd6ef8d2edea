using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>Builds the events of a document from their tables.</summary>
internal sealed class EventLoader(SqliteConnection connection) : IDisposable
{
    /// <summary>What <see cref="Build"/> reads, in its order.</summary>
    public const string Columns = """
        e.key, e.id, e.type, e.modes, e.contexts, e.cameo, e.score, e.goldstein, e.about_text, e.about_entity, e.about_start, e.about_end, e.quantities,
          e.agreement_status, e.agreement_fields, e.horizon_start, e.horizon_end, e.horizon_precision,
          e.date_start, e.date_end, e.date_precision, e.date_expression, e.date_basis, e.place_name, e.place_country, e.place_start, e.place_end,
          e.factuality, e.historical, e.confidence, e.evidence_start, e.evidence_end, e.also_evidence, e.trigger_start, e.trigger_end, e.quote, e.rule
        """;

    public const int ColumnCount = 37;

    private readonly Statement rows = new(connection, $"SELECT {Columns} FROM events e WHERE e.document = ?1 ORDER BY e.position", 1);

    private readonly Statement sides = new(connection, """
        SELECT event, role, entity, start, "end" FROM sides
        WHERE event IN (SELECT key FROM events WHERE document = ?1) ORDER BY event, role, position
        """, 1);

    private readonly Statement links = new(connection, """
        SELECT event, text, entity, stance FROM chains WHERE event IN (SELECT key FROM events WHERE document = ?1) ORDER BY event, position
        """, 1);

    public ImmutableArray<EventMention> Load(long document)
    {
        ILookup<(long, string), Side> taking = Sides(document);
        ILookup<long, Attribution> chains = Chains(document);
        var found = ImmutableArray.CreateBuilder<EventMention>();
        using RowCursor row = rows.Query(document);
        while (row.Read())
        {
            long key = row.GetInt64(0);
            found.Add(Build(row, role => [.. taking[(key, role)]], [.. chains[key]], row.Number(9)));
        }

        return found.ToImmutable();
    }

    public void Dispose()
    {
        rows.Dispose();
        sides.Dispose();
        links.Dispose();
    }

    /// <param name="row">Begins with <see cref="Columns"/>.</param>
    /// <param name="sides">Gives those of a role.</param>
    /// <param name="chain">On whose word.</param>
    /// <param name="about">The entity that it is about.</param>
    public static EventMention Build(RowCursor row, Func<string, ImmutableArray<Side>> sides, ImmutableArray<Attribution> chain, int? about) =>
        new()
        {
            Id = row.GetString(1),
            Type = row.Text(2) is { } type ? Names.Parse<EventType>(type) : null,
            Modes = Packed.ReadStrings(row.GetString(3)),
            Contexts = Packed.ReadStrings(row.GetString(4)),
            Cameo = row.GetString(5),
            Score = row.Real(6),
            Goldstein = row.Real(7),
            Actors = sides("actor"),
            Recipients = sides("recipient"),
            Except = sides("except"),
            About = row.Text(8) is { } words ? new About(words, about, row.Range(10)!.Value) : null,
            Quantities = Packed.ReadQuantities(row.GetString(12)),
            Agreement = row.Text(13) is { } status
                ? new Agreement(Names.Parse<AgreementStatus>(status), Packed.ReadStrings(row.Text(14) ?? "[]"), Horizon(row))
                : null,
            Date = new EventDate(DateColumns.Read(row.Text(18), row.Text(19), row.GetString(20)), row.Text(21), row.GetString(22)),
            Place = row.Text(23) is { } place ? new EventPlace(place, row.Country(24), row.Range(25)!.Value) : null,
            Factuality = Names.Parse<Factuality>(row.GetString(27)),
            Historical = row.GetInt64(28) != 0,
            Attribution = chain,
            Confidence = row.GetDouble(29),
            Evidence = new Evidence(row.Range(30)!.Value, new RuleId(row.GetString(36))),
            AlsoEvidence = Packed.ReadRanges(row.GetString(32)),
            Trigger = row.Range(33)!.Value,
            Quote = row.Text(35),
        };

    private static PartialDate? Horizon(RowCursor row) =>
        row.Text(17) is { } precision ? DateColumns.Read(row.Text(15), row.Text(16), precision) : null;

    private ILookup<(long, string), Side> Sides(long document)
    {
        var found = new List<((long, string), Side)>();
        using RowCursor row = sides.Query(document);
        while (row.Read())
            found.Add(((row.GetInt64(0), row.GetString(1)), new Side(row.GetInt32(2), row.Range(3)!.Value)));
        return found.ToLookup(item => item.Item1, item => item.Item2);
    }

    private ILookup<long, Attribution> Chains(long document)
    {
        var found = new List<(long, Attribution)>();
        using RowCursor row = links.Query(document);
        while (row.Read())
        {
            Stance? stance = row.Text(3) is { } name ? Names.Parse<Stance>(name) : null;
            found.Add((row.GetInt64(0), new Attribution(row.GetString(1), row.Number(2), stance)));
        }

        return found.ToLookup(item => item.Item1, item => item.Item2);
    }
}

internal static class Columns
{
    public static int? Number(this RowCursor row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static double? Real(this RowCursor row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    /// <summary>The range that stands in a column and the one after it.</summary>
    public static TextRange? Range(this RowCursor row, int column) =>
        row.IsDBNull(column) ? null : TextRange.FromBounds(row.GetInt32(column), row.GetInt32(column + 1));

    public static CountryCode Country(this RowCursor row, int column) =>
        row.Text(column) is { } code && CountryCode.TryParse(code, out CountryCode country) ? country : default;
}
