using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Which owners beside a noun tell whose it is.</summary>
internal sealed class OwnerWords(DocumentTree tree, KnownEntities known, MentionWords words)
{
    /// <summary>"ambassador to Norway": the state within the office is the host's, not the sender's.</summary>
    public bool IsSentTo(Sighting head) =>
        head.Kind == SightingKind.Title && known.Titles.All[head.Index].Level == TitleLevel.Diplomat && known[head.Inner].Kind == EntityKind.State && Enumerable.Range(head.First, head.Last - head.First).Any(i => tree.Form(i) is "to" or "in");

    /// <summary>"the wounded from the Norwegian town of Odal", "the governor of the Odal region": those of a place, whose state stands beside its noun.</summary>
    public bool IsOfTown(Sighting head, Sighting state, int top) =>
        (head.Kind == SightingKind.Agent && known.Agents[head.Index].Sector == Sector.Cvl && state is { Kind: SightingKind.State, Role: NameRole.Adjective }
            || head.Kind == SightingKind.Title && state.Kind == SightingKind.Place && tree[top].Head == state.Last + 1)
        && tree[top].Head is >= 0 and var noun && words.NameWord(tree[noun].Lemma.ToLowerInvariant()) == "place";

    /// <summary>"handed over to the Red Cross 40 soldiers": a number begins a phrase of its own.</summary>
    public bool IsBeforeNumber(Sighting body, Sighting head) =>
        body.Kind == SightingKind.Body && head is { Kind: SightingKind.Agent, IsPlural: true } && known.Agents[head.Index].Kind == EntityKind.Person && body.Last + 1 < head.First && (tree[body.Last + 1].Pos == PartOfSpeech.Num || char.IsDigit(tree.Text[tree[body.Last + 1].Range.Start]));

    /// <summary>"Karl Beck, previously the mayor": whether an adverb behind a comma says that what follows is over.</summary>
    public bool IsOnce(int adverb) =>
        adverb > 0 && tree.Form(adverb - 1) is "," && known.PhraseWords.Of(tree[adverb].Range.Of(tree.Text).ToLowerInvariant()) == PhraseWordKind.Former;

    /// <summary>Whether a noun before the head says of which sector it is: "a hospital spokesman", no "family doctor" and no "opponent Senator Beck", who opposes a bill.</summary>
    public bool TellsSector(Agent beside, Sighting head)
    {
        if (words.IsStateNoun(beside.Noun) || head.Kind == SightingKind.Title && words.IsTwosome(beside.Noun))
            return false;
        return !words.IsVague(beside.Noun) || head.Kind == SightingKind.Title && known.Titles.All[head.Index].Level == TitleLevel.Spokesperson;
    }

    /// <summary>"Chad's state oil firm": the last noun is what it is.</summary>
    public Sighting LastOf(Sighting owned, Func<int, Sighting?> at)
    {
        while (owned.Kind == SightingKind.Agent && tree[owned.Last].Relation is Relation.Compound or Relation.Amod or Relation.NmodDesc && at(owned.Last + 1) is { Kind: SightingKind.Agent, IsPlural: false } behind && behind.First == owned.Last + 1)
            owned = behind;
        return owned;
    }

    /// <summary>"former governor and senator": the word goes for both offices.</summary>
    public bool IsFormerBefore(int link, int start, Func<int, Sighting?> at)
    {
        if (at(link - 1) is not { Kind: SightingKind.Title, IsPlural: false } office)
            return false;
        if (known.PhraseWords.Of(known.Folding.Fold(Lower(office.First)).TrimEnd('.')) == PhraseWordKind.Former)
            return true;
        for (int i = office.First - 1; i >= start && office.First - i < 6; i--)
        {
            if (known.PhraseWords.Of(known.Folding.Fold(Lower(i)).TrimEnd('.')) == PhraseWordKind.Former)
                return true;
            if (at(i) is null && tree[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn))
                return false;
        }

        return false;
    }

    /// <summary>"the president of Iraq's northern region": of a part of the state.</summary>
    public bool IsOfRegion(Sighting state, Func<int, Sighting?> at)
    {
        if (state.Kind != SightingKind.State || Lower(Math.Min(state.Last + 1, tree.Count - 1)) is not ("'s" or "’s"))
            return false;
        int i = state.Last + 2;
        while (i < tree.Count && i < state.Last + 5 && at(i) is null && tree[i].Pos == PartOfSpeech.Adj)
            i++;
        return at(i) is { Kind: SightingKind.Place } || at(i) is null && i < tree.Count && words.NameWord(tree[i].Lemma.ToLowerInvariant()) == "place";
    }

    /// <summary>"officials from both countries", "the commission of Peru and Chile": of no single state.</summary>
    public bool IsOfTwo(Sighting head, Sighting state, Func<int, Sighting?> at) => state is { Kind: SightingKind.Agent, IsPlural: true } && words.IsStateNoun(known.Agents[state.Index].Noun)
        || head is { Kind: SightingKind.Agent, IsPlural: false } && known.Agents[head.Index].Kind == EntityKind.Organization && state.Kind == SightingKind.State && words.IsCoordinator(Lower(Math.Min(state.Last + 1, tree.Count - 1)))
            && at(state.Last + 2) is { Kind: SightingKind.State, Role: not NameRole.Adjective } && Lower(head.Last + 1) == "of";

    /// <summary>"of the Tunisian League", "of the Tunisian anglers' association": the body to which the adjective of a state belongs; null for none.</summary>
    public Sighting? BodyBehind(Sighting state, Func<int, Sighting?> at)
    {
        if (at(state.Last + 1) is { Kind: SightingKind.Name or SightingKind.Agent } next && next.First == state.Last + 1)
            return next;
        int top = tree[tree.HeadOf(state.First, state.Last)].Head;
        if (state.Role != NameRole.Adjective || top <= state.Last + 1 || top - state.Last > 3 || at(top) is not { Kind: SightingKind.Agent, IsPlural: false } body || known.Agents[body.Index] is not { Kind: not EntityKind.Person, Sector: Sector.Unk } || body.First != top)
            return null;
        for (int i = state.Last + 1; i < top; i++)
        {
            if (at(i) is not null || tree[i].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Adj))
                return null;
        }

        return body;
    }

    /// <summary>"informed the minister of the visit": told of the verb.</summary>
    public bool IsOfVerb(int token)
    {
        while (tree[token].Relation is Relation.Compound or Relation.Amod or Relation.NmodPoss && tree[token].Head >= 0)
            token = tree[token].Head;
        return tree[token].Relation == Relation.Obl;
    }

    /// <summary>"the company's president", "head of a charity": of whatever state, whose noun says what it is.</summary>
    public void AddSector(Sighting owner, Signs signs)
    {
        if (owner.Kind == SightingKind.Agent && (words.IsThing(known.Agents[owner.Index].Noun) || words.IsVehicle(known.Agents[owner.Index].Noun)))
            return;
        if (owner.Kind == SightingKind.Agent && known.Agents[owner.Index] is { Kind: not EntityKind.Person, Sector: not Sector.Unk } agent && (agent.Sector != Sector.Gov || agent.Kind == EntityKind.Organization && !owner.IsPlural))
            signs.Sectors.Add(agent.Sector);
    }

    private string Lower(int token) => tree[token].Range.Of(tree.Text).ToLowerInvariant();
}
