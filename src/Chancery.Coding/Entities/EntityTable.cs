using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The entities of one document as they come up, each once, with their mentions.</summary>
internal sealed class EntityTable(KnownEntities known, DateOnly? day)
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);

    public List<Entity> Entities { get; } = [];

    public List<EntityMention> Mentions { get; } = [];

    public DateOnly? Day { get; } = day;

    public KnownEntities Known { get; } = known;

    /// <summary>The entity of the knowledge base, with the office that it holds on the day of the report.</summary>
    public int OfKnown(int index)
    {
        KnownEntity entity = Known[index];
        if (byKey.TryGetValue(entity.Key, out int old))
            return old;
        if (entity.Kind != EntityKind.Person)
        {
            return Add(entity.Key, new Entity
            {
                Id = NextId(),
                Name = entity.Name,
                Kind = entity.Kind,
                Country = entity.Country,
                Sectors = entity.Kind == EntityKind.State ? [Sector.Gov] : entity.Sectors,
                Known = entity.Key,
            });
        }

        Office? held = null;
        foreach (Office office in entity.OfficesOn(Day))
        {
            held = office;
            break;
        }

        Office? last = held ?? (entity.Offices.Length > 0 ? entity.Offices[^1] : null);
        return Add(entity.Key, new Entity
        {
            Id = NextId(),
            Name = entity.Name,
            Kind = EntityKind.Person,
            Country = last?.Country ?? entity.Country,
            Sectors = held is { } now ? [now.Sector] : last is null ? [] : [Sector.Eli],
            Office = held?.Title,
            Known = entity.Key,
        });
    }

    /// <summary>An entity that only the report knows.</summary>
    /// <param name="key">What makes two of its mentions one: a name, or a phrase with its country.</param>
    public int OfReport(string key, string name, EntityKind kind, CountryCode country, ImmutableArray<Sector> sectors, string? office)
    {
        if (byKey.TryGetValue("report:" + key, out int old))
            return old;
        return Add("report:" + key, new Entity { Id = NextId(), Name = name, Kind = kind, Country = country, Sectors = sectors, Office = office });
    }

    public int? Find(string key) => byKey.TryGetValue("report:" + key, out int index) ? index : null;

    /// <summary>Lets another key mean an entity: a surname after the full name.</summary>
    public void Alias(string key, int entity) => byKey["report:" + key] = entity;

    public void Mention(TextRange range, int head, int entity, MentionKind kind, string rule) =>
        Mentions.Add(new EntityMention(range, head, entity, kind, new RuleId(rule)));

    private string NextId() => "e" + (Entities.Count + 1);

    private int Add(string key, Entity entity)
    {
        Entities.Add(entity);
        return byKey[key] = Entities.Count - 1;
    }
}
