using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The two men", "the pair", "the two": two persons whom the report has just told of together.</summary>
internal sealed class PersonPairs(Phrases phrases)
{
    /// <summary>How many sentences back the two may stand.</summary>
    private const int Window = 3;

    /// <summary>For how many sentences two who were told of as the two stay these.</summary>
    private const int Reach = 12;

    private List<int> told = [];
    private int toldAt = -Reach - 1;
    private int toldIn = -1;

    private EntityTable Table => phrases.Table;

    private int group = -1;
    private int groupAt = -Reach - 1;

    /// <summary>"two sailors": a group of two from here on.</summary>
    public void Tell(int two) => (group, groupAt) = (two, phrases.Recall.Sentence);

    /// <summary>"Both were held": two told of side by side in the nearest sentences, or a group of two; none when undecided.</summary>
    /// <param name="token">The word for both.</param>
    /// <param name="sides">Two sides that the report told of, and in which sentence.</param>
    public List<int> Both(int token, (List<int> Two, int Sentence) sides)
    {
        List<int> found = [];
        int at = phrases.Recall.Sentence - Window - 1;
        Spoken[] back = [.. phrases.Recall.Back(Window, token).Where(spoken => IsSomebody(spoken) && !phrases.IsTelling(spoken.Token))];
        for (int sentence = phrases.Recall.Sentence; sentence > at && found.Count == 0; sentence--)
        {
            Spoken[] here = [.. back.Where(spoken => spoken.Sentence == sentence)];
            if (Joined(here) is { Count: 2 } joined || sentence >= phrases.Recall.Sentence - 1 && (joined = Met(here, token)).Count == 2)
                (found, at) = (joined, sentence);
        }

        if (toldAt > at && told.Count == 2)
            (found, at) = ([.. told.Select(Table.Now)], toldAt);
        if (groupAt > at && !back.Any(spoken => spoken.Sentence > groupAt && Table[spoken.Entity] is { IsNamed: false, Known: null }))
            (found, at) = ([Table.Now(group)], groupAt);
        return sides.Sentence > at ? [] : found;
    }

    /// <summary>"The two presidents": those from here on.</summary>
    public void Tell(List<int> two)
    {
        if (two.Count == 2 && two.TrueForAll(one => Table[one].Kind == EntityKind.Person))
            (told, toldAt, toldIn) = (two, phrases.Recall.Sentence, phrases.Sentence.Block);
    }

    /// <summary>"The two men", "his rival": whom the report told of lately; none for other nouns, and when undecided.</summary>
    public List<int> Meant(Sighting sighting, Agent agent, Signs signs)
    {
        // "his guest": the official of another state.
        if ((phrases.Words.IsReceived(agent.Noun) || phrases.Words.IsHost(agent.Noun)) && Peer(sighting, signs) is >= 0 and var guest)
            return [guest];
        if (!phrases.Words.IsTwosome(agent.Noun) || signs is not { IsDescribed: false, IsFormer: false, Body: < 0 })
            return [];
        if (sighting.IsPlural)
            return signs is { IsDefinite: true, Countries.Count: 0, Owner: < 0 } && (signs.Count == 2 || signs.Count == 0 && phrases.Words.IsDuo(agent.Noun)) ? Of(sighting.First, one => phrases.Suits(sighting, one)) : [];
        return signs is { IsPossessed: true, Owner: >= 0 } && Table[signs.Owner].Kind == EntityKind.Person && phrases.Words.IsRelational(agent.Noun) && Other(signs.Owner, sighting.First) is >= 0 and var foe && phrases.Suits(sighting, foe) ? [foe] : [];
    }

    /// <summary>"informed his counterpart": the only other official of another state who was spoken of lately; -1 for none or several.</summary>
    public int Peer(Sighting sighting, Signs signs) =>
        !sighting.IsPlural && signs is { IsPossessed: true, Owner: >= 0 } && Table[signs.Owner] is { Kind: EntityKind.Person } owner && Other(signs.Owner, sighting.First) is >= 0 and var other
        && Table[other].Office is not null && (Table[other].Country.IsNone || Table[other].Country != owner.Country) && phrases.Suits(sighting, other) ? other : -1;

    /// <summary>The two persons named side by side in the nearest sentence that has such, or the only two of the nearest sentences; else those who were told of as the two; none when undecided.</summary>
    /// <param name="before">The token behind which nobody counts.</param>
    /// <param name="fits">Whether somebody can be meant: a woman is none of two men.</param>
    public List<int> Of(int before, Func<int, bool> fits)
    {
        // "The minister called the two men": he is none of them.
        int[] own = before < phrases.Tree.Count && phrases.IsSubject(before) ? [] : [.. phrases.Recall.Back(0, before).Where(static spoken => spoken is { IsSubject: true, IsModifier: false }).Select(static spoken => spoken.Entity)];
        bool Able(int one) => fits(one) && !own.Contains(one);
        List<int> found = Near(before, Able);
        if (found.Count < 2 && phrases.Recall.Sentence - toldAt <= Reach)
            found = [.. told.Select(Table.Now).Where(Able)];
        if (found.Count != 2)
            return [];
        Tell(found);
        return found;
    }

    private List<int> Near(int before, Func<int, bool> fits)
    {
        var all = new List<int>();
        Spoken[] back = [.. phrases.Recall.Back(Window, before).Where(spoken => IsSomebody(spoken) && fits(spoken.Entity))];
        for (int sentence = phrases.Recall.Sentence; sentence >= phrases.Recall.Sentence - Window; sentence--)
        {
            Spoken[] here = [.. back.Where(spoken => spoken.Sentence == sentence)];
            if (Joined(here) is { Count: 2 } joined)
                return joined;
            foreach (Spoken spoken in here)
            {
                if (!all.Contains(spoken.Entity))
                    all.Add(spoken.Entity);
            }

            if (all.Count >= 2)
                break;
        }

        return all.Count == 2 ? [.. all.OrderBy(one => back.Where(spoken => spoken.Entity == one).Min(static spoken => spoken.Token))] : [];
    }

    /// <summary>"Beck met Roux": the only two of a sentence, where one does something to the other, or where the next sentence begins with them.</summary>
    private List<int> Met(Spoken[] here, int token)
    {
        int[] all = [.. here.Select(static spoken => spoken.Entity).Distinct()];
        if (all.Length != 2)
            return [];
        if (phrases.IsSubject(token) && phrases.Tree.Head(token) is >= 0 and var main && phrases.Tree[main].Relation == Relation.Root)
            return [all[1], all[0]];
        foreach (Spoken one in here)
        {
            if (one.IsSubject && phrases.Tree.Head(one.Token) is >= 0 and var verb && here.Any(other => other.Entity != one.Entity && phrases.Tree.Head(other.Token) == verb && phrases.Tree[other.Token].Relation is Relation.Obj or Relation.Obl or Relation.OblAgent))
                return [all[1], all[0]];
        }

        return [];
    }

    /// <summary>"his rival": the only other person of the nearest sentences; -1 for none or several.</summary>
    private int Other(int person, int before)
    {
        if (Lately() is { Count: 2 } two && two.Contains(person))
            return two[0] == person ? two[1] : two[0];
        for (int sentences = 1; sentences <= Window; sentences++)
        {
            int[] others = [.. phrases.Recall.Back(sentences, before).Where(IsSomebody).Select(static spoken => spoken.Entity).Where(one => one != person && (Table[one].IsNamed || Table[one].Known is not null)).Distinct()];
            if (others.Length > 0)
                return others is [var only] ? only : -1;
        }

        return -1;
    }

    /// <summary>The two told of so in this paragraph; none for others.</summary>
    public List<int> Lately() => toldIn == phrases.Sentence.Block ? [.. told.Select(Table.Now).Distinct()] : [];

    /// <summary>"Beck met Roux and Holm": of a sentence the only two who stand side by side, and no third beside them.</summary>
    private List<int> Joined(Spoken[] here)
    {
        var pairs = new List<(int First, int Second)>();
        foreach (Spoken spoken in here)
        {
            int first = phrases.Tree[spoken.Token].Relation == Relation.Conj ? phrases.Tree.Head(spoken.Token) : -1;
            foreach (Spoken other in here)
            {
                bool same = other.Token == spoken.Token && other.Entity < spoken.Entity;
                if ((same || first >= 0 && other.Token == first) && other.Entity != spoken.Entity && !pairs.Contains((other.Entity, spoken.Entity)) && !pairs.Contains((spoken.Entity, other.Entity)))
                    pairs.Add((other.Entity, spoken.Entity));
            }
        }

        return pairs is [var (one, two)] ? [one, two] : [];
    }

    /// <summary>A person, not one without a name who only says something.</summary>
    private bool IsSomebody(Spoken spoken) =>
        !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && phrases.Quotes.At(spoken.Token) == 0 && (draft.IsNamed || draft.Known is not null || !phrases.IsTelling(spoken.Token));
}
