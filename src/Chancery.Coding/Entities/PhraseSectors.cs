using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The sectors of whoever a phrase means: of its noun, of the nouns beside it, and of the body that it belongs to.</summary>
internal static class PhraseSectors
{
    public static ImmutableArray<Sector> Of(Signs signs, Sector own)
    {
        if (signs.IsFormer)
            return OfFormer(own);
        var sectors = ImmutableArray.CreateBuilder<Sector>();
        foreach (Sector sector in signs.Sectors)
        {
            if (sector is Sector.Opp or Sector.Reb && !sectors.Contains(sector))
                sectors.Add(sector);
        }

        // "a Danish-led coalition": states at war together, no parties.
        if (own == Sector.Pty && signs.IsLed)
            own = Sector.Mil;

        // "an analyst at the bank".
        if (own == Sector.Edu && signs.Sectors is [Sector.Bus])
            own = Sector.Bus;

        // "police sergeant": a rank that soldiers have too.
        if (own == Sector.Mil && signs.Sectors.Contains(Sector.Cop) && !signs.Sectors.Contains(Sector.Mil))
            own = Sector.Cop;

        // Those who govern what broke away are no government of the state whose code they stand under.
        if (signs.Breakaway is not null && own is Sector.Gov or Sector.Mil && !sectors.Contains(Sector.Reb))
            sectors.Add(Sector.Reb);
        else if (own != Sector.Unk && !sectors.Contains(own))
            sectors.Add(own);
        foreach (Sector sector in signs.Sectors)
        {
            // "coalition troops" are of no party.
            if (sector != Sector.Unk && !sectors.Contains(sector) && !(sector == Sector.Pty && own == Sector.Mil) && !(own == Sector.Med && sector is Sector.Hlh or Sector.Edu or Sector.Cop))
                sectors.Add(sector);
        }

        return sectors.ToImmutable();
    }

    /// <summary>Whoever held an office of state, party or force is of the elite; whoever had a calling is private now; of what else somebody was nothing is left.</summary>
    public static ImmutableArray<Sector> OfFormer(Sector own) =>
        own is Sector.Gov or Sector.Leg or Sector.Jud or Sector.Igo or Sector.Spy or Sector.Pty or Sector.Opp or Sector.Mil or Sector.Cop or Sector.Eli ? [Sector.Eli] : own == Sector.Rel ? [own] : own is Sector.Edu or Sector.Med or Sector.Bus or Sector.Hlh or Sector.Lab or Sector.Agr or Sector.Cvl ? [Sector.Cvl] : [];

    /// <summary>Those of an office, which companies, clubs and charities have too: "president", "spokesman".</summary>
    /// <param name="signs">The phrase.</param>
    /// <param name="title">The office.</param>
    /// <param name="table">Where the body of the phrase stands.</param>
    /// <param name="isOfCircle">Whether it is the office of an association or club that nothing tells the sector of.</param>
    public static ImmutableArray<Sector> OfPrivate(Signs signs, Title title, EntityTable table, bool isOfCircle)
    {
        ImmutableArray<Sector> body = signs.Body >= 0 ? table[signs.Body].Sectors : [];
        if (!body.IsEmpty)
            return signs.IsFormer ? OfFormer(body[0]) : body;
        if (signs.Owner >= 0 && table[signs.Owner].Kind == EntityKind.Person && !table[signs.Owner].Sectors.Contains(Sector.Gov))
            return table[signs.Owner].Sectors;

        // "a family spokesman", "a spokeswoman said": whoever speaks for somebody who is not told has no sector.
        // "chief executive Ana Beck": of what is not told.
        if (title.Level == TitleLevel.HeadOfGovernment && signs is { Countries.Count: 0, Sectors.Count: 0, Body: < 0, IsFormer: false })
            return signs.IsOfUnknown && !signs.IsLocal ? [Sector.Bus] : [];
        bool speaker = title.Level == TitleLevel.Spokesperson && signs is { Countries.Count: 0, Owner: < 0 };
        return signs.Sectors.Count > 0 || isOfCircle || speaker || signs.IsOfUnknown || signs.IsPossessed && signs is { Owner: < 0, Countries.Count: 0 } || signs.Body >= 0 && table[signs.Body].Known is null ? Of(signs, Sector.Unk) : Of(signs, title.Sector);
    }
}
