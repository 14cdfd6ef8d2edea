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

    /// <summary>Rows are loaded by the batch, small at first: a page of few is quick, a list of many asks seldom.</summary>
    private const int FirstBatch = 32;
    private const int MostInBatch = 512;

    private readonly Statement rows;
    private readonly Statement sides;
    private readonly Statement abouts;
    private readonly Statement links;
    private readonly Statement texts;

    public EventQuery(SqliteConnection connection)
    {
        rows = new Statement(connection, $"""
            SELECT {EventLoader.Columns}, e.document, {ReportColumns}
            FROM json_each(?1) k CROSS JOIN events e ON e.key = k.value CROSS JOIN documents d ON d.key = e.document
            """, 1);
        sides = new Statement(connection, """
            SELECT s.event, s.role, s.entity, s.start, s."end", n.id, n.name, n.kind, n.country, n.sectors, n.office, n.known
            FROM json_each(?1) k CROSS JOIN sides s ON s.event = k.value CROSS JOIN events e ON e.key = s.event
            CROSS JOIN entities n ON n.document = e.document AND n.position = s.entity
            ORDER BY s.event, s.role, s.position
            """, 1);
        abouts = new Statement(connection, """
            SELECT e.key, n.position, n.id, n.name, n.kind, n.country, n.sectors, n.office, n.known
            FROM json_each(?1) k CROSS JOIN events e ON e.key = k.value CROSS JOIN entities n ON n.document = e.document AND n.position = e.about_entity
            """, 1);
        links = new Statement(connection, """
            SELECT c.event, c.text, c.stance FROM json_each(?1) k CROSS JOIN chains c ON c.event = k.value ORDER BY c.event, c.position
            """, 1);
        texts = new Statement(connection, "SELECT c.document, c.text FROM json_each(?1) k CROSS JOIN contents c ON c.document = k.value", 1);
    }

    public static ReportRow ReportOf(RowCursor row, int from, long key) => new(
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

    /// <summary>The events of these rows, in their order; rows that are not there any more are left out.</summary>
    public IEnumerable<EventRow> Of(IEnumerable<long> keys) => Load([.. keys], withWords: true);

    public IEnumerable<EventRow> Run(EventPlan plan, EventOrder order, int? limit, PageMark? after, bool withWords)
    {
        int size = FirstBatch;
        var batch = new List<long>(MostInBatch);
        foreach (long key in plan.Keys(order == EventOrder.Newest, after, limit))
        {
            batch.Add(key);
            if (batch.Count < size)
                continue;
            foreach (EventRow found in Load(batch, withWords))
                yield return found;
            batch.Clear();
            size = Math.Min(size * 2, MostInBatch);
        }

        foreach (EventRow found in Load(batch, withWords))
            yield return found;
    }

    public void Dispose()
    {
        rows.Dispose();
        sides.Dispose();
        abouts.Dispose();
        links.Dispose();
        texts.Dispose();
    }

    /// <summary>The events in the order of their keys in the list.</summary>
    private IEnumerable<EventRow> Load(List<long> keys, bool withWords)
    {
        if (keys.Count == 0)
            return [];
        string packed = $"[{string.Join(',', keys)}]";
        var parts = new Dictionary<long, EventParts>(keys.Count);
        foreach (long key in keys)
            parts[key] = new EventParts();
        ReadSides(packed, parts);
        ReadAbouts(packed, parts);
        ReadLinks(packed, parts);
        var found = new Dictionary<long, EventRow>(keys.Count);
        using (RowCursor row = rows.Query(packed))
        {
            while (row.Read())
                found[row.GetInt64(0)] = Build(row, parts[row.GetInt64(0)]);
        }

        Dictionary<long, string> words = withWords ? TextsOf(found.Values) : [];
        return keys.Where(found.ContainsKey).Select(key => WithWords(found[key], words));
    }

    private static EventRow Build(RowCursor row, EventParts parts) => new()
    {
        Key = row.GetInt64(0),
        Report = ReportOf(row, EventLoader.ColumnCount + 1, row.GetInt64(EventLoader.ColumnCount)),
        Event = EventLoader.Build(row, parts.SidesOf, parts.Chain.ToImmutable(), parts.About),
        Entities = parts.Entities.ToImmutable(),
    };

    private static EventRow WithWords(EventRow row, Dictionary<long, string> texts) =>
        texts.TryGetValue(row.Report.Key, out string? text) ? row with { Evidence = row.Event.Evidence.Range.Of(text), Trigger = row.Event.Trigger.Of(text) } : row;

    private void ReadSides(string keys, Dictionary<long, EventParts> parts)
    {
        using RowCursor row = sides.Query(keys);
        while (row.Read())
        {
            EventParts part = parts[row.GetInt64(0)];
            part.Sides.Add((row.GetString(1), new Side(part.Entities.IndexOf(row.GetInt32(2), row, 5), row.Range(3)!.Value)));
        }
    }

    private void ReadAbouts(string keys, Dictionary<long, EventParts> parts)
    {
        using RowCursor row = abouts.Query(keys);
        while (row.Read())
        {
            EventParts part = parts[row.GetInt64(0)];
            part.About = part.Entities.IndexOf(row.GetInt32(1), row, 2);
        }
    }

    private void ReadLinks(string keys, Dictionary<long, EventParts> parts)
    {
        using RowCursor row = links.Query(keys);
        while (row.Read())
            parts[row.GetInt64(0)].Chain.Add(new Attribution(row.GetString(1), null, row.Text(2) is { } stance ? Names.Parse<Stance>(stance) : null));
    }

    private Dictionary<long, string> TextsOf(IEnumerable<EventRow> found)
    {
        string documents = $"[{string.Join(',', found.Select(row => row.Report.Key).Distinct())}]";
        var kept = new Dictionary<long, string>();
        using RowCursor row = texts.Query(documents);
        while (row.Read())
        {
            if (row.Text(1) is { } text)
                kept[row.GetInt64(0)] = text;
        }

        return kept;
    }

    /// <summary>What of an event lies in other tables.</summary>
    private sealed class EventParts
    {
        public EntityRows Entities { get; } = new();

        public List<(string Role, Side Side)> Sides { get; } = [];

        public ImmutableArray<Attribution>.Builder Chain { get; } = ImmutableArray.CreateBuilder<Attribution>();

        public int? About { get; set; }

        public ImmutableArray<Side> SidesOf(string role) => [.. Sides.Where(side => side.Role == role).Select(side => side.Side)];
    }

    /// <summary>The entities of one event, each once, by their place in the reading.</summary>
    private sealed class EntityRows
    {
        private readonly List<int> positions = [];
        private readonly ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();

        public int IndexOf(int position, RowCursor row, int from)
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
