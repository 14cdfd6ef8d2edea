using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns that tell again of somebody whom the report told of by other words: "the killer", "the academics", "the teenager", "officers".</summary>
internal sealed class NounsAgain(Phrases phrases, StoryRoles roles)
{
    private const int Window = 3;

    /// <summary>How many persons the report calls by a noun.</summary>
    private readonly Dictionary<string, int> bearers = new(StringComparer.Ordinal);

    private EntityTable Table => phrases.Table;

    /// <summary>One more person is called so.</summary>
    public void Count(Agent noun) => bearers[noun.Noun] = bearers.GetValueOrDefault(noun.Noun) + 1;

    /// <summary>"the killer", "the victim", "the academics": whom the report has told of by other words; -1 for none or several.</summary>
    public int ByRole(Sighting sighting, Agent agent, Signs signs, bool culprit)
    {
        if (signs.IsIndefinite || signs.IsOrdinal || signs.IsPossessed || signs.Count > 0 || signs.IsMany)
            return -1;
        if (culprit)
            return roles.Culprit() is >= 0 and var doer && phrases.Suits(sighting, doer) ? doer : Table.Find("culprit") is { } nameless ? nameless : -1;
        if (!signs.IsDefinite || signs.Countries.Count > 0 || signs.Body >= 0)
            return -1;
        if (phrases.Words.IsSufferer(agent.Noun))
            return roles.Sufferer(sighting.IsPlural);
        return (sighting.IsPlural || agent.Kind == EntityKind.Group) && !signs.IsDescribed ? phrases.ToldBy(agent.Noun) : -1;
    }

    /// <summary>"Karl Beck fell … The teenager": the subject of the sentence before, where it names nobody else; -1 for none.</summary>
    public int OfSubject(Sighting sighting, string noun, Sector sector, Signs signs, int top)
    {
        if (sighting.IsPlural || phrases.Quotes.At(sighting.First) > 0 || !signs.IsDefinite || signs.IsDescribed || signs.IsPossessed || signs.IsOrdinal || signs.Body >= 0 || signs.Countries.Count > 0 || !phrases.IsSubject(top) || !phrases.Words.IsRetold(noun))
            return -1;
        int only = -1;
        bool subject = false;
        foreach (Spoken spoken in phrases.Recall.Back(1, sighting.First))
        {
            if (spoken.IsModifier || phrases.Tree[spoken.Token].Relation == Relation.NmodPoss || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } other || other is { IsNamed: false, Known: null } && !spoken.IsSubject)
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -1;
            only = spoken.Entity;
            subject |= spoken.IsSubject && spoken.Sentence < phrases.Recall.Sentence;
        }

        // "the policeman": the only one of the police who was spoken of lately.
        if (sector == Sector.Cop && phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: true } officer && officer.Sectors.Contains(Sector.Cop) && phrases.Suits(sighting, spoken.Entity), Window, sighting.First) is >= 0 and var known)
            return known;
        return subject && Table[only] is var draft && (draft.IsNamed || draft.Known is not null) && phrases.Suits(sighting, only)
            && (draft.Sectors.IsEmpty || draft.Sectors.Contains(sector) || draft.Sectors is [Sector.Cvl] && sector is not (Sector.Cop or Sector.Gov or Sector.Leg or Sector.Mil or Sector.Jud) || sector is Sector.Cvl or Sector.Unk || sector == Sector.Pty && draft.Sectors is [Sector.Gov or Sector.Leg or Sector.Opp or Sector.Eli, ..]) ? only : -1;
    }

    /// <summary>"Police said officers had come": the only police or force that this sentence or the one before speaks of; -1 for none or several.</summary>
    public int Force()
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(1))
        {
            if (spoken.IsModifier || Table[spoken.Entity] is not { Kind: EntityKind.Group } draft || !draft.Sectors.Contains(Sector.Cop) && !draft.Sectors.Contains(Sector.Mil))
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>A woman or a driver of long ago may be another than the one here.</summary>
    public bool IsFresh(int entity, Agent agent)
    {
        if (agent.Kind != EntityKind.Person || agent.Sector is not (Sector.Unk or Sector.Cvl) || agent.Noun is not ("man" or "woman" or "person") && bearers.GetValueOrDefault(agent.Noun) < 2)
            return true;
        foreach (Spoken spoken in phrases.Recall.Back(Window))
        {
            if (spoken.Entity == entity)
                return true;
        }

        return false;
    }
}
