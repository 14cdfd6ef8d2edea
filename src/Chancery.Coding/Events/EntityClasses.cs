using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The classes by which a rule asks what kind of side stands on a path.</summary>
internal static class EntityClasses
{
    public static bool Has(Entity entity, string name) => name switch
    {
        "actor" => true,
        "speaker" => IsSpeaker(entity),
        "named" => IsNamed(entity),
        _ => entity.Kind.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) || (SectorCodes.TryParse(name, out Sector sector) && entity.Sectors.Contains(sector)),
    };

    /// <summary>
    /// Whoever makes a statement by saying something: a state, a body, people of a sector, somebody with a name. The press passes on what others say,
    /// and passers-by without a name are witnesses.
    /// </summary>
    private static bool IsSpeaker(Entity entity) => entity.Kind switch
    {
        EntityKind.State => true,
        EntityKind.Place => false,
        EntityKind.Person when entity.Sectors.IsEmpty => IsNamed(entity),
        EntityKind.Organization when entity.Sectors.IsEmpty => IsNamed(entity),
        EntityKind.Group when entity.Sectors.IsEmpty => false,
        _ => entity.Sectors[0] is not Sector.Med && (entity.Sectors[0] is not (Sector.Cvl or Sector.Unk) || (entity.Kind != EntityKind.Group && IsNamed(entity))),
    };

    /// <summary>"Danish officials", "a spokesman for X" are known by a name that stands in theirs; "officials" are anybody's.</summary>
    private static bool IsNamed(Entity entity) =>
        entity.Known is not null || entity.Country != default || entity.Name.Skip(entity.Kind == EntityKind.Group ? 1 : 0).Any(char.IsUpper);
}
