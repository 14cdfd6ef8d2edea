using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Who belongs to the state of whom they serve.</summary>
internal static class Servants
{
    /// <summary>Whoever serves a minister serves the state; a lawyer, a wife or a partner may be from anywhere.</summary>
    public static bool IsServing(KnownEntities known, Sighting head, EntityDraft owner) => owner.Sectors is not [Sector.Edu or Sector.Bus or Sector.Cvl or Sector.Med or Sector.Ngo or Sector.Hlh or Sector.Rel or Sector.Crm, ..] && (head.Kind == SightingKind.Title
        ? known.Titles.All[head.Index] is { Sector: not (Sector.Jud or Sector.Cvl or Sector.Bus or Sector.Med or Sector.Edu) } title && (title.Level < TitleLevel.Religious || title.Sector == Sector.Gov)
        : head.Kind == SightingKind.Agent && known.Agents[head.Index].Sector is Sector.Gov or Sector.Mil or Sector.Cop or Sector.Leg or Sector.Pty or Sector.Opp or Sector.Reb);
}
