using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Of the two states that a report is about the other one, for whoever deals with somebody of the one.</summary>
internal sealed class OtherOfTwo(Phrases phrases, Spots spots, Setting setting)
{
    /// <summary>"The foreign ministry thanked Norway": of the other one of two states.</summary>
    public CountryCode Against(Spot spot)
    {
        int top = spots.Top(spot.Token);
        if (setting.Pair.One.IsNone || phrases.Table[spot.Entity].Sectors is not [Sector.Gov, ..] || phrases.Tree[top].Relation != Relation.Nsubj || phrases.Tree.Head(top) is not (>= 0 and var verb) || !(phrases.Words.IsUrging(phrases.Tree[verb].Lemma.ToLowerInvariant()) || phrases.Words.IsDealing(phrases.Tree[verb].Lemma.ToLowerInvariant())))
            return default;
        foreach (int child in phrases.Tree.Children(verb))
        {
            if (phrases.Tree[child].Relation == Relation.Obj && spots.At(child) is >= 0 and var at && spots[at].Kind != MentionKind.Adjective && phrases.Table[spots[at].Entity] is { Kind: EntityKind.State, Country: var state })
                return setting.Beside(state);
        }

        return default;
    }

    /// <summary>"Foreign Minister Karl Beck met the Chadian minister": of the other one of two states.</summary>
    public CountryCode Facing(Spot spot, int index, Sentence sentence)
    {
        if (setting.Pair.One.IsNone || !phrases.IsSubject(spots.Top(spot.Token)) || phrases.Table[spot.Entity].Kind != EntityKind.Person)
            return default;
        for (int i = index + 1; i < spots.Count && i - index < Spots.Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (phrases.Table[spots[i].Entity] is not { Kind: EntityKind.Person, IsPlural: false, Country: { IsNone: false } state })
                continue;
            for (int inner = i - 1; inner <= i + 1 && inner < spots.Count; inner++)
            {
                if (inner > index && inner != i && spots[i].Range.Contains(spots[inner].Range) && phrases.Table[spots[inner].Entity] is { Kind: EntityKind.State } named && named.Country == state)
                    return setting.Beside(state);
            }

            return default;
        }

        return default;
    }
}
