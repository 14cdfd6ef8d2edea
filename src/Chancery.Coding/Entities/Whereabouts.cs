using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the report says of where schools, papers and places stand, and of which team an author is, before all others are given a state.</summary>
internal sealed class Whereabouts(Phrases phrases, Spots spots, Bonds bonds)
{
    /// <summary>How many words before a name may say that its bearer wrote a study.</summary>
    private const int Before = 6;

    /// <summary>How many sentences open a report.</summary>
    private const int Opening = 3;

    /// <summary>How often whom a report mostly tells of is mentioned.</summary>
    private const int Often = 6;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    public void Settle()
    {
        for (int i = 0; i < spots.Count; i++)
        {
            if (spots[i].Kind != MentionKind.Name || Table[spots[i].Entity] is not { Country.IsNone: true, Known: null, IsRegion: false, Candidates.IsEmpty: true } draft)
                continue;
            if (draft is { Kind: EntityKind.Organization, Sectors: [Sector.Edu or Sector.Med, ..] })
                draft.Country = bonds.School(spots[i].Range, draft.Sectors[0] == Sector.Med);
            else if (draft.Kind == EntityKind.Place)
                draft.Country = Around(spots[i]) is { IsNone: false } state ? state : phrases.Words.IsNamedPlace(draft.Name[(draft.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant()) ? bonds.School(spots[i].Range, false) : default;
        }

    }

    /// <summary>Authors of whom nothing else is told are of the team's state.</summary>
    public void Finish()
    {
        for (int i = 0; i < spots.Count; i++)
        {
            if (Table[spots[i].Entity] is { Kind: EntityKind.Person, Country.IsNone: true, Known: null, IsNamed: true, IsPlural: false, Sectors: [Sector.Edu, ..] } draft && IsAuthor(spots[i]) && !IsOfSchool(spots[i]))
                draft.Country = Team();
        }
    }

    /// <summary>"Odal Bay in Chile", "Odal Bay (Chile)", "Odal Bay is in Chile": the state, or the state of the place, that a place lies in.</summary>
    private CountryCode Around(Spot spot)
    {
        int next = spot.Token;
        while (next < Tree.Count && Tree[next].Range.Start < spot.Range.End)
            next++;
        if (next + 1 < Tree.Count && (phrases.Words.IsPlaceCase(Tree.Form(next).ToString()) || Tree.Form(next) is "(" && next + 2 < Tree.Count && Tree.Form(next + 2) is ")") && StateAt(next + 1) is { IsNone: false } state)
            return state;
        return Tree[spot.Token].Relation == Relation.Nsubj && Tree.Head(spot.Token) is >= 0 and var whole && whole > next && Tree.Has(whole, Relation.Cop) && phrases.Words.IsPlaceCase(Tree.Case(whole)) && !phrases.IsNegated(whole) ? StateAt(whole) : default;
    }

    /// <summary>A state or place whose name begins at a word or ends with it.</summary>
    private CountryCode StateAt(int token)
    {
        for (int i = token; i < Tree.Count && i < token + 3; i++)
        {
            if (spots.At(i) is >= 0 and var at && spots[at] is { Kind: MentionKind.Name, Range: var range } && range.Start <= Tree[token].Range.Start && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Place, IsRegion: false, Country: { IsNone: false } state })
                return state;
        }

        return default;
    }

    /// <summary>The one person of whom a report mostly tells, from its first sentences on; -1 for none.</summary>
    public int Main()
    {
        int most = -1, next = 0;
        for (int i = 0; i < spots.Count && Tree.SentenceOf(spots[i].Token) < Opening; i++)
        {
            int one = spots[i].Entity;
            if (one == most || spots[i].Kind != MentionKind.Name || Table[one] is not { Kind: EntityKind.Person, IsPlural: false })
                continue;
            (int count, int best) = (Table.Count(one), most < 0 ? 0 : Table.Count(most));
            (most, next) = count > best ? (one, Math.Max(next, best)) : (most, Math.Max(next, count));
        }

        return most >= 0 && Table.Count(most) >= Often && Table.Count(most) > 2 * next ? most : -1;
    }

    /// <summary>"study co-author Karl Beck".</summary>
    private bool IsAuthor(Spot spot)
    {
        for (int i = spot.Token; i >= 0 && spot.Token - i <= Before && Tree.SentenceOf(i) == Tree.SentenceOf(spot.Token); i--)
        {
            string noun = Tree[i].Lemma.ToLowerInvariant();
            if (phrases.Words.IsAuthorship(noun[(noun.LastIndexOf('-') + 1)..]))
                return true;
        }

        return false;
    }

    private bool IsOfSchool(Spot spot)
    {
        for (int i = 0; i < spots.Count; i++)
        {
            if (Tree.SentenceOf(spots[i].Token) == Tree.SentenceOf(spot.Token) && Table[spots[i].Entity] is { Kind: EntityKind.Organization, Sectors: [Sector.Edu, ..] })
                return true;
        }

        return false;
    }

    /// <summary>The state of the only scholars whom the report tells of as many.</summary>
    private CountryCode Team()
    {
        CountryCode only = default;
        for (int i = 0; i < spots.Count; i++)
        {
            if (Table[spots[i].Entity] is not { Kind: EntityKind.Group, IsPlural: true, Sectors: [Sector.Edu, ..], Country: { IsNone: false } state })
                continue;
            if (!only.IsNone && only != state)
                return default;
            only = state;
        }

        return only;
    }
}
