using System.Collections.Immutable;
using Chancery.Model;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>In what order events come.</summary>
public enum EventOrder
{
    /// <summary>By the day of the event, the undated last.</summary>
    Day,

    /// <summary>By the day of the event from the last one back, the undated last.</summary>
    Newest,
}

/// <summary>Streams the events that a filter asks for.</summary>
internal sealed class EventQuery : IDisposable
{
    private const string ReportColumns = """
        d.id, (SELECT uri FROM addresses a WHERE a.document = d.key ORDER BY version DESC, uri LIMIT 1), d.outlet, d.title,
          d.published_start, d.published_end, d.published_precision, d.published_basis, d.language, d.text_hash, d.knowledge, d.likeness
        """;

    private readonly Statement sides;
    private readonly Statement links;
    private readonly Statement entity;
    private readonly Statement text;
    private readonly Statement row;
    private (long Document, string? Text) lastText = (-1, null);

    public EventQuery(SqliteConnection connection)
    {
        sides = new Statement(connection, """
            SELECT s.role, s.entity, s.start, s."end", n.id, n.name, n.kind, n.country, n.sectors, n.office, n.known
            FROM sides s JOIN entities n ON n.document = ?2 AND n.position = s.entity
            WHERE s.event = ?1 ORDER BY s.role, s.position
            """, 2);
        links = new Statement(connection, "SELECT text, stance FROM chains WHERE event = ?1 ORDER BY position", 1);
        entity = new Statement(connection, """
            SELECT id, name, kind, country, sectors, office, known FROM entities WHERE document = ?1 AND position = ?2
            """, 2);
        text = new Statement(connection, "SELECT text FROM contents WHERE document = ?1", 1);
        row = new Statement(connection, $"""
            SELECT {EventLoader.Columns}, e.document, {ReportColumns}
            FROM events e JOIN documents d ON d.key = e.document WHERE e.key = ?1
            """, 1);
    }

    public static ReportRow ReportOf(SqliteDataReader row, int from, long key) => new(
        key,
        row.GetString(from),
        row.Text(from + 1) ?? "",
        row.Text(from + 2),
        row.Text(from + 3),
        row.Text(from + 6) is { } precision ? new DatedBasis(DateColumns.Read(row.Text(from + 4), row.Text(from + 5), precision), row.Text(from + 7) ?? "") : null,
        row.GetString(from + 8),
        row.GetString(from + 9),
        row.GetString(from + 10),
        row.GetInt64(from + 11));

    public static string ReportSql => ReportColumns;

    public IEnumerable<EventRow> Run(EventPlan plan, EventOrder order, int? limit, PageMark? after)
    {
        foreach (long key in plan.Keys(order == EventOrder.Newest, after, limit))
        {
            if (Find(key) is { } found)
                yield return found;
        }
    }

    public void Dispose()
    {
        sides.Dispose();
        links.Dispose();
        entity.Dispose();
        text.Dispose();
        row.Dispose();
    }

    private EventRow? Find(long key)
    {
        using SqliteDataReader found = row.Query(key);
        return found.Read() ? Build(found) : null;
    }

    private EventRow Build(SqliteDataReader row)
    {
        long key = row.GetInt64(0);
        long document = row.GetInt64(EventLoader.ColumnCount);
        var who = new EntityRows();
        ILookup<string, Side> taking = Sides(key, document, who);
        int? about = row.Number(9) is { } position ? About(document, position, who) : null;
        EventMention item = EventLoader.Build(row, role => [.. taking[role]], Chain(key), about);
        string? words = TextOf(document);
        return new EventRow
        {
            Key = key,
            Report = ReportOf(row, EventLoader.ColumnCount + 1, document),
            Event = item,
            Entities = who.ToImmutable(),
            Evidence = words is null ? null : item.Evidence.Range.Of(words),
            Trigger = words is null ? null : item.Trigger.Of(words),
        };
    }

    private ILookup<string, Side> Sides(long key, long document, EntityRows who)
    {
        var found = new List<(string, Side)>();
        using SqliteDataReader row = sides.Query(key, document);
        while (row.Read())
            found.Add((row.GetString(0), new Side(who.IndexOf(row.GetInt32(1), row, 4), row.Range(2)!.Value)));
        return found.ToLookup(item => item.Item1, item => item.Item2);
    }

    private int? About(long document, int position, EntityRows who)
    {
        using SqliteDataReader row = entity.Query(document, position);
        return row.Read() ? who.IndexOf(position, row, 0) : null;
    }

    private ImmutableArray<Attribution> Chain(long key)
    {
        var chain = ImmutableArray.CreateBuilder<Attribution>();
        using SqliteDataReader row = links.Query(key);
        while (row.Read())
            chain.Add(new Attribution(row.GetString(0), null, row.Text(1) is { } stance ? Names.Parse<Stance>(stance) : null));
        return chain.ToImmutable();
    }

    private string? TextOf(long document)
    {
        if (lastText.Document != document)
            lastText = (document, text.Ask(document) as string);
        return lastText.Text;
    }

    /// <summary>The entities of one event, each once, by their place in the reading.</summary>
    private sealed class EntityRows
    {
        private readonly List<int> positions = [];
        private readonly ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();

        public int IndexOf(int position, SqliteDataReader row, int from)
        {
            int index = positions.IndexOf(position);
            if (index >= 0)
                return index;
            positions.Add(position);
            entities.Add(new Entity
            {
                Id = row.GetString(from),
                Name = row.GetString(from + 1),
                Kind = Names.Parse<EntityKind>(row.GetString(from + 2)),
                Country = row.Country(from + 3),
                Sectors = Packed.ReadSectors(row.GetString(from + 4)),
                Office = row.Text(from + 5),
                Known = row.Text(from + 6),
            });
            return positions.Count - 1;
        }

        public ImmutableArray<Entity> ToImmutable() => entities.ToImmutable();
    }
}
