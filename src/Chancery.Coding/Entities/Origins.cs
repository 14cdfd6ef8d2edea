using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whence somebody is by words that the tree ties to something else, or that stand farther off: these tell it before anything is asked of the report around.</summary>
internal sealed class Origins(Phrases phrases, Spots spots, Bonds bonds)
{
    /// <summary>How many words may stand between an adjective of a state and the name that it tells of.</summary>
    private const int Longest = 6;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>Fills in the states so told.</summary>
    public void Settle(PlaceTies places)
    {
        for (int i = 0; i < spots.Count; i++)
        {
            EntityDraft draft = Table[spots[i].Entity];
            if (spots[i].Kind == MentionKind.Nominal && draft is { Kind: EntityKind.Organization or EntityKind.Place, Country.IsNone: false, Known: null, Sectors: [] or [Sector.Cvl or Sector.Bus or Sector.Hlh, ..] } && House(spots[i]) is { IsNone: false } town)
                draft.Country = town;
            if (!Belonging.IsOpen(draft))
                continue;
            CountryCode joint = spots[i].Kind == MentionKind.Name && draft is { Kind: EntityKind.Person, IsPlural: false } ? places.Jointly(spots[i]) : default;
            if ((joint.IsNone ? Of(spots[i]) : joint) is not { IsNone: false } state)
                continue;
            draft.Country = state;
            spots.Give(spots[i].Entity);
        }
    }

    /// <summary>The state so told; none else.</summary>
    private CountryCode Of(Spot spot)
    {
        EntityDraft draft = Table[spot.Entity];
        if (spot.Kind == MentionKind.Name && draft is { Kind: EntityKind.Person or EntityKind.Organization, IsPlural: false })
            return draft.Kind == EntityKind.Person && (bonds.National(spot) is { IsNone: false } nation ? nation : Also(spot) is { IsNone: false } also ? also : Apposed(spot)) is { IsNone: false } origin ? origin : Maker(spot);
        if (spot.Kind != MentionKind.Nominal || draft.IsNamed)
            return default;
        if (draft.Sectors is [Sector.Edu or Sector.Bus or Sector.Hlh, ..] && Seated(spot) is { IsNone: false } seat)
            return seat;
        if (draft.Kind == EntityKind.Group && draft.Sectors is [Sector.Cvl or Sector.Edu or Sector.Lab or Sector.Agr, ..])
            return Suffered(spot) is { IsNone: false } scene ? scene : Gathered(spot);
        if (draft is { Kind: EntityKind.Organization, Sectors: [Sector.Med, ..] })
            return Service(spot) is { IsNone: false } service ? service : Station(spot);
        return draft is { Kind: EntityKind.Group, IsPlural: true, Sectors: [Sector.Gov] } ? Speaking(spot) : default;
    }

    /// <summary>"the Norwegian Theatre in Odal, Chad": a house is called after another state than the one where it stands.</summary>
    private CountryCode House(Spot spot)
    {
        if (!char.IsUpper(Tree.Text[Tree[spot.Token].Range.Start]) || !Words.IsCalledHouse(Lower(spot.Token)))
            return default;
        bool called = false;
        foreach (int child in Tree.Children(spot.Token))
            called |= child < spot.Token && Tree[child].Relation == Relation.Amod && spots.At(child) is >= 0 and var at && spots[at].Kind == MentionKind.Adjective && Table[spots[at].Entity].Kind == EntityKind.State;
        return called ? Inside(spot.Token, Relation.Nmod) : default;
    }

    /// <summary>"the Odal Times news service": of the body whose name stands before.</summary>
    private CountryCode Service(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (child < spot.Token && Tree[child].Relation == Relation.Compound && spots.At(child) is >= 0 and var at && spots[at].Entity != spot.Entity && Table[spots[at].Entity] is { Kind: EntityKind.Organization, Country: { IsNone: false } state, Sectors: [Sector.Med, ..] })
                return state;
        }

        return default;
    }

    /// <summary>"In Odal, the state radio said": of the capital that the sentence begins with.</summary>
    private CountryCode Station(Spot spot)
    {
        bool own = false;
        foreach (int child in Tree.Children(spot.Token))
            own |= child < spot.Token && Tree[child].Relation == Relation.Compound && Words.IsStateNoun(Lower(child));
        if (!own || Tree[spot.Token].Relation != Relation.Nsubj || Tree.Head(spot.Token) is not (>= 0 and var verb))
            return default;
        foreach (int child in Tree.Children(verb))
        {
            if (Tree[child].Relation == Relation.Obl && child < spot.Token && Words.IsLocative(Tree.Case(child)))
                return spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Place, Known.PlaceKind: "capital", Country: var state } ? state : default;
        }

        return default;
    }

    /// <summary>"Chad closed the border, with officials saying it was not safe": of the state that acts there.</summary>
    private CountryCode Speaking(Spot spot)
    {
        if (!phrases.IsTelling(spot.Token) || Tree.Has(spot.Token, Relation.Amod) || Tree.Has(spot.Token, Relation.Nmod) || Tree.Head(spot.Token) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Advcl || !Tree[verb].Morphology.HasFlag(Morphology.Gerund) || Tree.Head(verb) is not (>= 0 and var act))
            return default;
        return Tree.Child(act, Relation.Nsubj) is >= 0 and var subject && subject < spot.Token && spots.At(subject) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State, Country: var state } ? state : default;
    }

    /// <summary>"held by Karl Beck also from Chad".</summary>
    private CountryCode Also(Spot spot)
    {
        int next = After(spot);
        return next + 2 < Tree.Count && Tree[next].Pos == PartOfSpeech.Adv && Words.IsOrigin(Tree.Form(next + 1).ToString()) ? Where(next + 2) : default;
    }

    /// <summary>"Karl Beck, an ethnic Chadian from Togo".</summary>
    private CountryCode Apposed(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation != Relation.Appos || child < spot.Token || Tree.Has(child, Relation.Conj))
                continue;
            foreach (int whence in Tree.Children(child))
            {
                if (Tree[whence].Relation == Relation.Nmod && Words.IsOrigin(Tree.Case(whence)) && !Tree.Has(whence, Relation.Conj) && Where(whence) is { IsNone: false } state)
                    return state;
            }
        }

        return default;
    }

    /// <summary>"acquired Austrian mortar and shell manufacturer Odal Group": over words in the singular that name nobody, the last of them one who does or makes something.</summary>
    private CountryCode Maker(Spot spot)
    {
        int first = spot.Token;
        while (first > 0 && Tree[first - 1].Range.Start >= spot.Range.Start)
            first--;
        while (first < spot.Token && !char.IsUpper(Tree.Text[Tree[first].Range.Start]))
            first++;
        int start = Tree.Parsed.Sentences[Tree.SentenceOf(spot.Token)].FirstToken;
        int nouns = 0;
        for (int i = first - 1; i >= start && first - i <= Longest; i--)
        {
            if (spots.At(i) is >= 0 and var at)
            {
                if (spots[at].Kind == MentionKind.Adjective && char.IsUpper(Tree.Text[Tree[i].Range.Start]) && Table[spots[at].Entity] is { Kind: EntityKind.State, Country: var state })
                    return nouns > 1 ? state : default;
                if (!spot.Range.Contains(spots[at].Range))
                    return default;
            }

            if (Tree[i].Pos == PartOfSpeech.Noun && !Tree[i].Morphology.HasFlag(Morphology.Plural) && char.IsLower(Tree.Text[Tree[i].Range.Start]))
                nouns++;
            else if (Tree[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Cconj) && Tree.Form(i) is not "-" || Tree[i].Pos == PartOfSpeech.Cconj && nouns < 2)
                return default;
        }

        return default;
    }

    /// <summary>"a Chad-based team of scholars"; rebels, an opposition and charities have their seat abroad.</summary>
    private CountryCode Seated(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (child > spot.Token || !Words.IsSeated(phrases.Form(child, true)))
                continue;
            foreach (int place in Tree.Children(child))
            {
                if (Tree[place].Relation is Relation.Compound or Relation.Obl && place < child && spots.At(place) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Place, IsRegion: false, Country: { IsNone: false } state })
                    return state;
            }
        }

        return default;
    }

    /// <summary>"survivors of a flood in Odal".</summary>
    private CountryCode Suffered(Spot spot)
    {
        if (!Words.IsSpared(Lower(spot.Token)))
            return default;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.Nmod && child > spot.Token && spots.At(child) < 0 && Tree.Case(child) == "of" && Inside(child, Relation.Nmod) is { IsNone: false } state)
                return state;
        }

        return default;
    }

    /// <summary>"students protesting in Chad", "people living in Odal".</summary>
    private CountryCode Gathered(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.Acl && child > spot.Token && (Words.IsCrowdVerb(Lower(child)) || Words.IsDwelling(Lower(child))) && Inside(child, Relation.Obl) is { IsNone: false } state)
                return state;
        }

        return default;
    }

    /// <summary>The state in which something is; none where two are named.</summary>
    private CountryCode Inside(int head, Relation relation)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == relation && child > head && Words.IsLocative(Tree.Case(child)) && !Tree.Has(child, Relation.Conj))
                return Where(child);
        }

        return default;
    }

    private CountryCode Where(int token) =>
        spots.At(token) is >= 0 and var at && spots[at].Kind == MentionKind.Name && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Place, IsRegion: false, Country: var state } ? state : default;

    private int After(Spot spot)
    {
        int next = spot.Token;
        while (next < Tree.Count && Tree[next].Range.Start < spot.Range.End)
            next++;
        return next;
    }

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();
}
