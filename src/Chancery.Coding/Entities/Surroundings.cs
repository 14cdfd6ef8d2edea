using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whose somebody is by what the sentence does and the one before: a spokesman of whoever acted there, soldiers of whoever keeps them, police of the place of a march.</summary>
internal sealed class Surroundings(Phrases phrases, Spots spots, Setting setting)
{
    /// <summary>How many sentences back a spokesman's house is looked for, over those that only quote.</summary>
    private const int Back = 2;

    /// <summary>How many sentences back the host of an envoy is looked for.</summary>
    private const int Paragraph = 3;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>The state of whoever keeps the soldiers, of the place of the march, of whoever speaks through another; none else.</summary>
    public CountryCode Of(Spot spot, int index) =>
        Stationed(spot) is { IsNone: false } sender ? sender : Told(spot) is { IsNone: false } teller ? teller : Crowd(spot, index) is { IsNone: false } place ? place : Voice(spot, index);

    /// <summary>"The minister's office denied it. 'We are calm,' a spokesman said": of whoever acted last, and of that one's kind.</summary>
    private CountryCode Voice(Spot spot, int index)
    {
        EntityDraft draft = Table[spot.Entity];
        if (draft is not { Kind: EntityKind.Person, IsPlural: false, Office: { } office, Sectors: [] or [Sector.Gov] } || !Words.IsServant(office) || phrases.Quotes.At(spot.Token) > 0 || IsOfAnother(spot))
            return default;
        int house = -1;
        int s = Tree.SentenceOf(spot.Token);
        for (int at = s; at >= 0 && at >= s - Back && Tree.Parsed.Sentences[at].Block == Tree.Parsed.Sentences[s].Block && house < 0; at--)
        {
            Sentence sentence = Tree.Parsed.Sentences[at];
            for (int i = index - 1; i >= 0 && index - i < 2 * Spots.Reach && spots[i].Token >= sentence.FirstToken; i--)
            {
                if (spots[i].Token >= sentence.EndToken || spots[i].Entity == spot.Entity || phrases.Quotes.At(spots[i].Token) > 0 || !IsMain(spots[i], at == s))
                    continue;
                if (house >= 0 && Table[spots[house].Entity].Country != Table[spots[i].Entity].Country)
                    return default;
                house = i;
            }
        }

        if (house < 0 || !spots.IsPublic(spots[house]) || Table[spots[house].Entity] is not { Country: { IsNone: false } state, Sectors: [Sector.Gov or Sector.Mil or Sector.Cop or Sector.Leg or Sector.Jud or Sector.Pty or Sector.Opp, ..] } speaker)
            return default;
        if (draft.Sectors.IsEmpty)
            draft.Sectors = [speaker.Sectors[0]];
        return state;
    }

    /// <summary>"a company spokesman", "an official in Odal", "a spokesman for the union".</summary>
    private bool IsOfAnother(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation is Relation.Nmod or Relation.NmodPoss || Tree[child].Relation is Relation.Compound or Relation.Amod or Relation.NmodDesc && child < spot.Token && spots.At(child) != spots.At(spot.Token) && !Words.IsRank(Lower(child)) && !Words.IsServant(Lower(child)))
                return true;
        }

        return false;
    }

    /// <summary>The subject of a main clause, or whose it is: "the minister's office ruled".</summary>
    private bool IsMain(Spot spot, bool isSame)
    {
        if (!spots.IsActing(spot))
            return false;
        int top = spots.Top(spot.Token);
        while (Tree[top].Relation is not (Relation.Nsubj or Relation.NsubjPass) && Tree.Head(top) >= 0)
            top = Tree.Head(top);
        if (Tree.Head(top) is not (>= 0 and var verb))
            return false;
        return Tree.Head(verb) < 0 || !isSame && Tree[verb].Relation is Relation.Conj or Relation.Parataxis && Tree.Head(Tree.Head(verb)) < 0 || isSame && Tree[verb].Relation == Relation.Ccomp;
    }

    /// <summary>"In Odal, a foreign ministry spokesman said": the bodies that act in a capital are of its state; a minister there may be on a visit.</summary>
    public CountryCode Fronted(Spot spot, int index)
    {
        EntityDraft draft = Table[spot.Entity];
        if (draft.Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil, ..] || draft.IsNamed && draft.Kind == EntityKind.Person || Words.IsMission(Lower(spot.Token)) || draft.Office is { } office && !Words.IsServant(office[(office.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var of ? 0..of : 0..office.Length)]) && !Words.IsServant(Lower(spot.Token)) || draft is { Kind: EntityKind.Person, Office: null })
            return default;
        Sentence sentence = spots.SentenceOf(spot);
        int top = spots.Top(spot.Token);
        if (!phrases.IsSubject(top) || phrases.Quotes.At(spot.Token) > 0 || IsOwned(spot))
            return default;
        for (int i = index - 1; i >= 0 && index - i < Spots.Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (spots[i].Token > sentence.FirstToken + 3)
                continue;
            if (spots[i].Kind != MentionKind.Name || Table[spots[i].Entity] is not { Kind: EntityKind.Place, Country: { IsNone: false } state } || Tree[spots[i].Token].Relation != Relation.Obl || !Words.IsLocative(Tree.Case(spots[i].Token)))
                return default;
            int verb = Tree.Head(spots[i].Token);
            bool capital = phrases.Known.State(state) is { } known && IsSeatOf(known, spots[i]);
            return (capital || draft.Sectors[0] is Sector.Cop or Sector.Jud) && Tree.Head(top) == verb ? state : default;
        }

        return default;
    }

    private bool IsSeatOf(KnownEntity state, Spot place)
    {
        foreach (NameCandidate candidate in Candidates(place))
        {
            if (candidate is { IsEntity: true, Role: NameRole.Capital } && phrases.Known[candidate.Index].Country == state.Country)
                return true;
        }

        return false;
    }

    private IEnumerable<NameCandidate> Candidates(Spot place)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(place.Range.Of(Tree.Text), matches);
        return matches.Where(match => match.Length == place.Range.Length).SelectMany(match => phrases.Known.Candidates(match.Name).ToArray());
    }

    private bool IsOwned(Spot spot) => Tree.Has(spot.Token, Relation.NmodPoss);

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();

    /// <summary>"Niger protested. The Chadian ambassador was called to the ministry": the only other state of this sentence, or of the last one that names another.</summary>
    public CountryCode Receiver(int index, CountryCode sender)
    {
        int s = Tree.SentenceOf(spots[index].Token);
        for (int at = s; at >= 0 && at >= s - Paragraph && Tree.Parsed.Sentences[at].Block == Tree.Parsed.Sentences[s].Block; at--)
        {
            CountryCode only = default;
            for (int i = index - 1; i >= 0 && index - i < 2 * Spots.Reach && spots[i].Token >= Tree.Parsed.Sentences[at].FirstToken; i--)
            {
                if (spots[i].Token >= Tree.Parsed.Sentences[at].EndToken || Table[spots[i].Entity].Country is not { IsNone: false } state || state == sender)
                    continue;
                if (!only.IsNone && only != state)
                    return default;
                only = state;
            }

            if (!only.IsNone)
                return only;
        }

        return default;
    }

    /// <summary>"Chad, which keeps troops in Niger", "Chad has 400 soldiers in Niger", "voted to send troops to Niger", "accused Chad of sending soldiers", "has sent technicians": whose they are.</summary>
    private CountryCode Stationed(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Group or EntityKind.Person } draft || Tree[spot.Token].Relation != Relation.Obj && Tree[spots.Top(spot.Token)].Relation != Relation.Obj || Tree.Head(spots.Top(spot.Token)) is not (>= 0 and var verb))
            return default;
        bool posted = draft.Sectors is [Sector.Mil, ..] && Words.IsStationing(Lower(verb)) || draft is { Sectors: [Sector.Edu or Sector.Hlh or Sector.Cop or Sector.Gov, ..], IsPlural: true } && Words.IsLending(Lower(verb));
        if (!posted)
            return default;
        for (int steps = 0; verb >= 0 && steps < 3; steps++)
        {
            int doer = Tree.Child(verb, Relation.Nsubj);
            if (doer < 0 && steps > 0)
                doer = Tree.Child(verb, Relation.NsubjPass);
            if (doer >= 0 && Tree[doer].Pos == PartOfSpeech.Pron && Tree[verb].Relation == Relation.AclRelcl)
                doer = Tree.Head(verb);
            if (doer >= 0)
                return SenderOf(doer);
            if (Tree[verb].Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Conj or Relation.Advcl or Relation.Acl) || Tree.Head(verb) is not (>= 0 and var above) || Tree[above].Pos != PartOfSpeech.Verb)
                return default;

            // "urged Chad to withdraw troops", "thanked Chad for sending troops": the one who is spoken to does it.
            if (Tree[verb].Relation is Relation.Xcomp or Relation.Advcl or Relation.Acl && (Words.IsUrging(Lower(above)) || Words.IsDealing(Lower(above))) && above < verb)
            {
                int told = Tree.Child(above, Relation.Obj) is >= 0 and var one && one < verb ? one : Tree.Child(above, Relation.Iobj) is >= 0 and var other && other < verb ? other : -1;
                if (told >= 0)
                    return SenderOf(told);
            }

            verb = above;
        }

        return default;
    }

    /// <summary>"The navy said that they were hurt", "they were hurt, the navy said": the verb that tells it; -1 for none.</summary>
    private int Saying(int deed)
    {
        if (Tree[deed].Relation == Relation.Ccomp)
            return Tree.Head(deed);
        foreach (int child in Tree.Children(deed))
        {
            if (child > deed && Tree[child].Relation == Relation.Parataxis)
                return child;
        }

        return -1;
    }

    /// <summary>Whether another state or body of another is named between two words.</summary>
    private bool HasOther(int first, int last, CountryCode own)
    {
        for (int i = first + 1; i < last; i++)
        {
            if (spots.At(i) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, Country: { IsNone: false } state } && state != own)
                return true;
        }

        return false;
    }

    private CountryCode SenderOf(int doer) =>
        spots.At(doer) is >= 0 and var at && Table[spots[at].Entity] is { Country: { IsNone: false } state } sender && (sender.Kind == EntityKind.State || sender.Sectors is [Sector.Gov or Sector.Mil or Sector.Leg, ..]) ? state : default;

    /// <summary>"The Chadian army said soldiers had crossed the border", "the ministry said two of its servicemen were killed": its own.</summary>
    private CountryCode Told(Spot spot)
    {
        if (Table[spot.Entity] is { Sectors: [Sector.Mil or Sector.Cop or Sector.Gov, ..], IsPlural: true } && Tree.Child(spot.Token, Relation.NmodPoss) is >= 0 and var owner && Words.IsIt(Tree[owner].Range.Of(Tree.Text).ToLowerInvariant()) && spots.At(owner) < 0)
        {
            int said = spot.Token;
            for (int steps = 0; steps < 6 && Tree.Head(said) >= 0 && Tree[said].Relation != Relation.Ccomp; steps++)
                said = Tree.Head(said);
            if (Tree[said].Relation == Relation.Ccomp && Tree.Child(Tree.Head(said), Relation.Nsubj) is >= 0 and var saying && saying < spot.Token && spots.At(saying) is >= 0 and var who && Table[spots[who].Entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, Country: { IsNone: false } own } && !HasOther(saying, spot.Token, own))
                return own;
        }

        if (Table[spot.Entity] is not { Sectors: [Sector.Mil, ..], IsPlural: true } || Tree[spot.Token].Relation is not (Relation.Nsubj or Relation.NsubjPass) || Tree.Head(spot.Token) is not (>= 0 and var deed) || Saying(deed) is not (>= 0 and var verb) || Tree.Child(verb, Relation.Nsubj) is not (>= 0 and var subject) || !phrases.IsTelling(subject))
            return default;
        return spots.At(subject) is >= 0 and var at && Table[spots[at].Entity] is { Sectors: [Sector.Mil, ..], Country: { IsNone: false } state } ? state : default;
    }

    /// <summary>"Forty marched to the Chadian embassy in Odal. Police dispersed them", "marched to the embassy, where police held them back": of the only place told of, else of the state that the report is set in.</summary>
    private CountryCode Crowd(Spot spot, int index)
    {
        EntityDraft draft = Table[spot.Entity];
        bool police = draft is { Sectors: [Sector.Cop, ..], Kind: not EntityKind.Person };
        if (!police && draft is not { IsPlural: true, Sectors: [] or [Sector.Cvl or Sector.Edu or Sector.Lab, ..] })
            return default;
        if (!phrases.IsSubject(spots.Top(spot.Token)) && !(police && Tree.Has(spot.Token, Relation.Case)))
            return default;
        int s = Tree.SentenceOf(spot.Token);
        Sentence own = Tree.Parsed.Sentences[s];
        CountryCode place = default, mission = default;
        bool several = false;
        for (int i = Math.Max(0, index - Spots.Reach); i < spots.Count && i < index + Spots.Reach; i++)
        {
            int at = Tree.SentenceOf(spots[i].Token);
            if (at > s || at < s - 1 || at < s && (!police || Tree.Parsed.Sentences[at].Block != own.Block) || !police && i < index && Table[spots[i].Entity].Kind != EntityKind.Place)
                continue;
            if (IsHouse(spots[i]) && !Table[spots[i].Entity].Country.IsNone && (police || Tree[spots.Top(spots[i].Token)].Relation == Relation.Obl && Tree.Head(spots.Top(spots[i].Token)) == Tree.Head(spots.Top(spot.Token))))
                mission = Table[spots[i].Entity].Country;
            else if (Table[spots[i].Entity] is { Kind: EntityKind.Place, Country: { IsNone: false } state } && Words.IsPlaceCase(Tree.Case(spots[i].Token)))
                (several, place) = (several || !place.IsNone && place != state, state);
            else if (at == s && i < index && !Table[spots[i].Entity].Country.IsNone && spots[i].Kind != MentionKind.Adjective && Table[spots[i].Entity].Country is var other && other != mission && other != setting.Desk)
                return default;
        }

        if (mission.IsNone || several)
            return default;
        return !place.IsNone ? place : mission != setting.Desk && (setting.Bulk == setting.Desk || setting.Home == setting.Desk) ? setting.Desk : default;
    }

    private bool IsHouse(Spot spot) =>
        Words.IsHousing(Lower(spot.Token)) || spot.Token > 0 && Words.IsHousing(Lower(spot.Token - 1) + " " + Lower(spot.Token));

    /// <summary>"The Chadian minister sent a letter to the embassy": the state of whoever deals with it, which is none of its own.</summary>
    public CountryCode DoerBeside(Spot spot)
    {
        int top = spots.Top(spot.Token);

        // "a letter to the embassy".
        if (Tree[top].Relation == Relation.Nmod && Tree.Head(top) is >= 0 and var sent && Tree[sent].Relation == Relation.Obj)
            top = sent;
        return Tree[top].Relation is Relation.Obj or Relation.Iobj or Relation.Obl && Tree.Head(top) is >= 0 and var verb && Tree.Child(verb, Relation.Nsubj) is >= 0 and var subject && subject != top && spots.At(subject) is >= 0 and var at && Table[spots[at].Entity] is { Sectors: [Sector.Gov or Sector.Leg or Sector.Mil, ..] } who
            && (who.Kind == EntityKind.State || who.Known is not null || who.IsNamed || IsOfNamedState(subject)) ? who.Country : default;
    }

    /// <summary>"the Chadian minister".</summary>
    private bool IsOfNamedState(int noun)
    {
        foreach (int child in Tree.Children(noun))
        {
            if (child < noun && spots.At(child) is >= 0 and var at && Table[spots[at].Entity].Kind == EntityKind.State)
                return true;
        }

        return false;
    }
}
