using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whose somebody is by the place that the words beside name: a commander of a district, a driver of a town, whoever runs a shop there, whoever leads the people of a state.</summary>
internal sealed class PlaceTies(Phrases phrases, Spots spots)
{
    /// <summary>How many letters may stand between a name and what is said of its bearer.</summary>
    private const int Aside = 30;

    /// <summary>How many words a list of names may have before what is said of all.</summary>
    private const int Longest = 14;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>The state so told; none else.</summary>
    public CountryCode Of(Spot spot, int index)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person or EntityKind.Group } draft)
            return default;
        if (District(spot, draft) is { IsNone: false } district)
            return district;
        if (draft.Kind != EntityKind.Person || draft.IsPlural || spot.Kind != MentionKind.Name)
            return default;
        if (Town(spot) is { IsNone: false } town)
            return town;
        if (Jointly(spot) is { IsNone: false } joint)
            return joint;
        if (People(spot) is { IsNone: false } people)
            return people;
        if (Compatriot(spot, index) is { IsNone: false } compatriot)
            return compatriot;
        if (Speaking(spot) is { IsNone: false } spoken)
            return spoken;
        if (Quoted(spot, draft) is { IsNone: false } quoted)
            return quoted;
        return Described(spot, index) is { IsNone: false } described ? described : Doing(spot);
    }

    /// <summary>"commander of the Odal naval district", "farmers in the Lom valley", "a resident of Odal province".</summary>
    private CountryCode District(Spot spot, EntityDraft draft)
    {
        if (draft.Sectors is [Sector.Igo or Sector.Ngo or Sector.Med or Sector.Reb, ..] || draft.Kind == EntityKind.Group && draft.Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Agr or Sector.Cvl or Sector.Lab, ..])
            return default;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation != Relation.Nmod || child < spot.Token || spots.At(child) >= 0 || Tree.Case(child) is not ("of" or "in" or "for") || Words.NameWord(Lower(child)) != "place" && !Words.IsQuarter(Lower(child)) && !Words.IsSmallPlace(Lower(child)))
                continue;
            foreach (int part in Tree.Children(child))
            {
                if (part < child && Tree[part].Relation is Relation.Compound or Relation.Amod && spots.At(part) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Place or EntityKind.State, Country: { IsNone: false } state })
                    return state;
            }
        }

        return default;
    }

    /// <summary>"Karl Beck of Odal", "General Karl Beck of Chad".</summary>
    private CountryCode Town(Spot spot)
    {
        int next = spot.Token;
        while (next < Tree.Count && Tree[next].Range.Start < spot.Range.End)
            next++;
        return next + 1 < Tree.Count && Tree.Form(next) is "of" && spots.At(next + 1) is >= 0 and var at && spots[at].Kind == MentionKind.Name && Table[spots[at].Entity] is { Kind: EntityKind.Place or EntityKind.State, Country: { IsNone: false } state } ? state : default;
    }

    /// <summary>"Karl Beck and Ana Roux, both from Chad".</summary>
    public CountryCode Jointly(Spot spot)
    {
        int next = spot.Token;
        while (next < Tree.Count && Tree[next].Range.Start < spot.Range.End)
            next++;
        for (int i = next; i + 2 < Tree.Count && i < next + Longest && Tree.SentenceOf(i) == Tree.SentenceOf(spot.Token); i++)
        {
            if (Words.IsJointly(Lower(i)))
                return Words.IsOwnerCase(Tree.Form(i + 1).ToString()) || Tree.Form(i + 1) is "from" ? StateBehind(i + 2) : default;
            if (Tree[i].Pos != PartOfSpeech.Propn && !(spots.At(i) is >= 0 and var named && spots[named].Kind == MentionKind.Name) && Tree.Form(i) is not "," && !Words.IsCoordinator(Tree.Form(i).ToString()))
                return default;
        }

        return default;
    }

    private CountryCode StateBehind(int token)
    {
        for (int i = token; i < Tree.Count && i < token + 3; i++)
        {
            if (spots.At(i) is >= 0 and var at && spots[at].Kind == MentionKind.Name && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Place, Country: { IsNone: false } state })
                return state;
        }

        return default;
    }

    /// <summary>"the Ethiopians Karl Beck and Ana Roux".</summary>
    private CountryCode People(Spot spot)
    {
        int first = spot.Token;
        while (first > 0 && Tree[first - 1].Range.Start >= spot.Range.Start)
            first--;
        if (first > 0 && spots.At(first - 1) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Group, IsPlural: true, Country: { IsNone: false } state } && phrases.Known.State(state) is not null && Tree[first - 1].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun && char.IsUpper(Tree.Text[Tree[first - 1].Range.Start]) && Tree.SentenceOf(first - 1) == Tree.SentenceOf(first) && spots[at].Range.End <= Tree[first].Range.Start)
            return state;

        // "Ethiopians Karl Beck, 2:05, and Jon Ek, 2:06": where the tree takes the first two for one.
        if (Tree[spot.Token].Relation == Relation.Conj && Tree.Head(spot.Token) is >= 0 and var whole && whole + 2 < spot.Token && (spots.At(whole + 1) is >= 0 and var near ? near : spots.At(whole + 2)) is >= 0 and var named && spots[named].Kind == MentionKind.Name && Table[spots[named].Entity].Kind == EntityKind.Person && spots.At(whole) is >= 0 and var folk && Table[spots[folk].Entity] is { Kind: EntityKind.Group, IsPlural: true })
            return People(spots[named]);
        return Tree[spot.Token].Relation == Relation.Conj && Tree.Head(spot.Token) is >= 0 and var other && spots.At(other) is >= 0 and var beside && spots[beside].Token < spot.Token && spots[beside].Kind == MentionKind.Name && Table[spots[beside].Entity].Kind == EntityKind.Person ? People(spots[beside]) : default;
    }

    /// <summary>"Countryman Karl Beck": of the state of the one told of last.</summary>
    private CountryCode Compatriot(Spot spot, int index)
    {
        for (int i = spot.Token; i >= 0 && Tree[i].Range.Start >= spot.Range.Start; i--)
        {
            if (!Words.IsCompatriot(Lower(i)))
                continue;
            for (int j = index - 1; j >= 0 && index - j < Spots.Reach; j--)
            {
                if (spots[j].Entity != spot.Entity && Table[spots[j].Entity] is { Kind: EntityKind.Person, IsPlural: false, Country: { IsNone: false } state })
                    return state;
            }
        }

        return default;
    }

    /// <summary>"Lieutenant Karl Beck, speaking for the Chadian forces, said": of the state of those for whom one speaks.</summary>
    private CountryCode Speaking(Spot spot)
    {
        foreach (int above in (ReadOnlySpan<int>)[spot.Token, Tree[spot.Token].Relation is Relation.Nsubj ? Tree.Head(spot.Token) : -1])
        {
            if (above < 0)
                continue;
            foreach (int verb in Tree.Children(above))
            {
                if (verb <= spot.Token || Tree[verb].Relation is not (Relation.Acl or Relation.Advcl) || (Tree[verb].Morphology & (Morphology.Gerund | Morphology.Participle)) == 0 || !Words.IsSpeakingFor(Lower(verb)))
                    continue;
                foreach (int child in Tree.Children(verb))
                {
                    if (Tree[child].Relation == Relation.Obl && Words.IsServantCase(Tree.Case(child)) && Tree.Case(child) != "to" && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Group or EntityKind.Organization or EntityKind.State, Country: { IsNone: false } state })
                        return state;
                }
            }
        }

        return default;
    }

    /// <summary>"Governor Karl Beck was quoted by Chadian television": an official whom a state's media quote is mostly its own; a soldier may be a prisoner.</summary>
    private CountryCode Quoted(Spot spot, EntityDraft draft) =>
        draft is { Known: null, Sectors: [Sector.Gov, ..] } && Tree[spots.Top(spot.Token)].Relation == Relation.NsubjPass && Tree.Head(spots.Top(spot.Token)) is >= 0 and var verb && Tree.Child(verb, Relation.OblAgent) is >= 0 and var by
            && spots.At(by) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Organization or EntityKind.Group, Sectors: [Sector.Med, ..], Country: var state } ? state : default;

    /// <summary>"Karl Beck, a former Chadian officer charged with treason", where nothing ties the two.</summary>
    private CountryCode Described(Spot spot, int index)
    {
        for (int i = index + 1; i < spots.Count && i - index < 4; i++)
        {
            if (spots[i].Range.Start < spot.Range.End)
                continue;
            if (spots[i].Range.Start - spot.Range.End > Aside || spots[i].Kind != MentionKind.Nominal || Table[spots[i].Entity] is not { Kind: EntityKind.Person, IsPlural: false, IsNamed: false } draft)
            {
                if (spots[i].Range.Start - spot.Range.End > Aside)
                    return default;
                continue;
            }

            ReadOnlySpan<char> between = Tree.Text.AsSpan(spot.Range.End, spots[i].Range.Start - spot.Range.End);
            return between.StartsWith(", a ", StringComparison.Ordinal) || between.StartsWith(", an ", StringComparison.Ordinal) || between.StartsWith(", former ", StringComparison.Ordinal) ? between[2..].IndexOfAny(',', '.', ';') < 0 ? draft.Country.IsNone ? Nation(i) : draft.Country : default : default;
        }

        return default;
    }

    /// <summary>The state of the adjective in a description.</summary>
    private CountryCode Nation(int index)
    {
        for (int i = index - 1; i >= 0 && index - i < 3; i--)
        {
            if (spots[i].Kind == MentionKind.Adjective && spots[index].Range.Contains(spots[i].Range) && Table[spots[i].Entity].Kind == EntityKind.State)
                return Table[spots[i].Entity].Country;
        }

        return default;
    }

    /// <summary>"Karl Beck, who runs a shop in Odal", "Karl Beck, who leads the Chadian traders".</summary>
    private CountryCode Doing(Spot spot)
    {
        int verb = -1;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.AclRelcl && child > spot.Token)
                verb = child;
        }

        if (verb < 0 || !Tree[verb].Morphology.HasFlag(Morphology.Present) || Tree[verb].Morphology.HasFlag(Morphology.Gerund))
            return default;
        if (Words.IsHeading(Lower(verb)) && Tree.Child(verb, Relation.Obj) is >= 0 and var led && spots.At(led) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Group or EntityKind.Organization, Country: { IsNone: false } state, Sectors: not [Sector.Igo or Sector.Ngo, ..] })
            return state;
        if (!Words.IsSettled(Lower(verb)))
            return default;
        CountryCode only = default;
        for (int i = verb + 1; i < Tree.Count && i - verb < Spots.Reach && Tree.IsUnder(i, verb); i++)
        {
            if (spots.At(i) is not (>= 0 and var where) || Table[spots[where].Entity] is not { } draft)
                continue;
            if (draft is not { Kind: EntityKind.Place, Country: { IsNone: false } seat } || !Words.IsPlaceCase(Tree.Case(i)) || !only.IsNone && only != seat)
                return default;
            only = seat;
        }

        return only;
    }

    /// <summary>"Karl Beck of the Reef University": of its state, or of nobody knows which: whoever studies a land need not be of it.</summary>
    public bool IsOfSchool(Spot spot, int index, out CountryCode state)
    {
        state = default;
        if (Table[spot.Entity] is not { Kind: EntityKind.Person, Sectors: [Sector.Edu, ..] })
            return false;
        bool found = false;
        for (int i = Math.Max(0, index - 2); i < spots.Count && i < index + 3; i++)
        {
            if (Tree.SentenceOf(spots[i].Token) != Tree.SentenceOf(spot.Token) || Table[spots[i].Entity] is not { Kind: EntityKind.Organization, Sectors: [Sector.Edu, ..] } school || !char.IsUpper(Tree.Text[spots[i].Range.Start]))
                continue;
            // "researchers from two universities": of the state of both.
            if (Table[spot.Entity].IsPlural && found && state != school.Country)
            {
                state = default;
                return true;
            }

            found = true;
            if ((spot.Range.Contains(spots[i].Range) || Tree.IsUnder(spots[i].Token, spot.Token)))
                state = school.Country;
        }

        return found;
    }

    /// <summary>"Karl Beck was struck in Odal", "He died at Odal Hospital": of the state of where it was done to him, where the sentence names no state itself.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="only">The only state that the sentence speaks of.</param>
    public CountryCode Scene(int index, Sentence sentence, CountryCode only)
    {
        if (Table[spots[index].Entity].Kind == EntityKind.Person && !IsStruck(spots[index].Token))
            return default;
        bool found = false;
        for (int i = index + 1; i < spots.Count && i - index < Spots.Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (Table[spots[i].Entity] is not { Country: { IsNone: false } state } draft || state != only)
                continue;
            if (draft.Kind is EntityKind.Place or EntityKind.Organization && spots[i].Kind == MentionKind.Name && (Words.IsPlaceCase(Tree.Case(spots[i].Token)) || draft.Kind == EntityKind.Place))
                found |= Words.IsPlaceCase(Tree.Case(spots[i].Token));
            else if (draft.Kind is EntityKind.State or EntityKind.Organization)
                return default;
        }

        return found ? only : default;
    }

    /// <summary>"was struck", "died": whoever speaks, wins or is held somewhere may be a guest.</summary>
    private bool IsStruck(int token)
    {
        int top = spots.Top(token);
        if (Tree.Head(top) is not (>= 0 and var verb))
            return false;
        string lemma = Lower(verb);
        return Words.IsDying(lemma) || Tree[top].Relation == Relation.NsubjPass && (Words.IsCrime(lemma) || Words.IsStriking(lemma));
    }

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();
}
