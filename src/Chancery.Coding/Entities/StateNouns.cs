using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns that stand for states: "the country", "both sides", "several African countries".</summary>
internal sealed class StateNouns(Phrases phrases, PersonPairs persons)
{
    private const int Window = 3;

    /// <summary>Sentences of no more words may be headlines.</summary>
    private const int HeadlineWords = 10;

    /// <summary>For how many sentences two who were told of as the two sides stay these.</summary>
    private const int Reach = 12;

    private readonly MainPair pairs = new(phrases);
    private readonly ClauseSubjects clauses = new(phrases.Tree);
    private readonly SpokenNations nations = new(phrases);

    private List<int> pair = [];
    private int pairedAt = -Reach - 1;

    /// <summary>The two sides told of last, and in which sentence.</summary>
    public (List<int> Two, int Sentence) Told => (pair, pairedAt);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"the two countries", "both sides": those spoken of lately, when they are just so many.</summary>
    public void WriteTheTwo(Agent agent, Signs signs, Sighting sighting, TextRange range, int top)
    {
        bool paired = phrases.Words.IsPair(agent.Noun) || agent.Sector == Sector.Pty;
        bool land = signs.Count == 2 && phrases.Words.IsStateNoun(agent.Noun);
        List<int> found = paired || land ? VisitingSides.Of(phrases, Pair(sighting.First, top, land), Window, sighting.First) : [];

        // Two of which one sentence tells in passing are not the sides of the report.
        bool aside = false;

        // "the army and the rebels … both sides", and some paragraphs on "the two sides" again.
        if (found.Count > 0 && paired)
            (pair, pairedAt) = (found, phrases.Recall.Sentence);
        else if (land && BesideTeller(sighting.First, top) is { Count: 2 } here)
            (found, aside) = (here, true);
        else if (paired && phrases.Recall.Sentence - pairedAt <= Reach || signs.Count == 2 && pair.TrueForAll(one => Table[one].Kind == EntityKind.State) && phrases.Recall.Sentence - pairedAt <= Window)
            found = pair;
        if (found.Count == 2 && IsOfOne(found, sighting.First, top))
            (found, aside) = ([], true);
        if (found.Count == 2 && paired && found.TrueForAll(one => Table[one].Kind == EntityKind.State) && AreElsewhere(found, sighting.First))
            return;
        if (found.Count == 0 && agent.Kind == EntityKind.Person)
            found = phrases.Recall.Exactly(signs.Count, spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } ? spoken.Entity : -1, Window, sighting.First);
        // "The two men met. … Both sides …": they and those behind them.
        if (found.Count == 0 && paired && persons.Lately() is { Count: 2 } men)
            found = men;
        if (found.Count == 0 && paired && phrases.Words.Count(phrases.Form(sighting.First - 1)) == 0)
        {
            found = pairs.Of(sighting.First, true);
        }
        else if (found.Count == 0)
        {
            // Three and more must have been named as states, and whoever warns both, or mediates between them, is a third.
            HashSet<CountryCode> own = phrases.IsSubject(top) ? [] : Subjects(sighting.First, top);
            found = phrases.Recall.Exactly(
                signs.Count, spoken => (signs.Count < 3 || phrases.Recall.IsState(spoken)) && Tree.Parsed.Document.Dateline?.Range.Contains(Tree[spoken.Token].Range) != true && Table[spoken.Entity] is not ({ Kind: EntityKind.Place } or { Kind: EntityKind.Group, Sectors: [Sector.Cvl, ..] }) && !Table[spoken.Entity].Sectors.Contains(Sector.Med) && Table[spoken.Entity].Country is { IsNone: false } country && !own.Contains(country) && phrases.Known.State(country) is { } state ? state.Index : -1, Window, sighting.First);
            found = [.. found.Select(state => Table.OfKnown(state))];

            // Of a state that the report never names nobody is a side.
            if (paired && found.Exists(state => !phrases.People.IsNoted(Table[state].Country)))
                found = [];

            // "Chad was ready, but the opposition, which called Togo its foe …": no two sides.
            if (paired && signs.Count == 2 && (!pairs.AreFacing(found, Window, sighting.First) || AreElsewhere(found, sighting.First)))
                found = [];
            if (signs.Count == 2 && pairs.Of(sighting.First, paired) is { Count: 2 } main && !main.Exists(state => own.Contains(Table[state].Country)) && !pairs.AreTogether(found, Window, sighting.First))
                found = main;
        }

        if (!aside && found.Count == 2 && found.TrueForAll(one => Table[one].Kind == EntityKind.State) && pair.TrueForAll(one => Table[one].Kind == EntityKind.State))
            (pair, pairedAt) = (found, phrases.Recall.Sentence);
        foreach (int one in found)
            phrases.Mention(range, top, one, MentionKind.Nominal, "mention.the-two");
    }

    /// <summary>Whether two sentences of the paragraph tell of others alone: "Gunmen fired on marchers. The governor denied it and said both sides had arms".</summary>
    private bool AreElsewhere(List<int> two, int before)
    {
        int sentence = phrases.Recall.Sentence;
        if (sentence < 2 || Tree.Parsed.Sentences[sentence - 1].Block != phrases.Sentence.Block || Tree.Parsed.Sentences[sentence - 2].Block != phrases.Sentence.Block)
            return false;
        bool others = phrases.Recall.Back(2, before).Where(spoken => Table[spoken.Entity] is { Kind: EntityKind.Group, IsPlural: true, Country.IsNone: true }).Select(static spoken => spoken.Entity).Distinct().Skip(1).Any();
        return others && !phrases.Recall.Back(2, before).Any(spoken => Table[spoken.Entity].Kind != EntityKind.Place && two.Exists(one => Table[one].Country == Table[spoken.Entity].Country));
    }

    /// <summary>"Chad let Togolese cotton in, officials from both countries said": the only two of what they tell; none for others.</summary>
    private List<int> BesideTeller(int before, int top)
    {
        int teller = Tree.Head(top);
        if (teller < 0 || teller > top || Tree[top].Relation != Relation.Nmod || !phrases.IsTelling(teller))
            return [];
        int[] states = [.. phrases.Recall.Back(0, before).Where(spoken => Table[spoken.Entity] is { Kind: EntityKind.State }).Select(static spoken => spoken.Entity).Distinct()];
        return states.Length == 2 ? [states[1], states[0]] : [];
    }

    /// <summary>"Chad's minister barred fruit from the two countries": one of the pair does it, so that others are meant.</summary>
    private bool IsOfOne(List<int> two, int before, int top)
    {
        string from = Tree.Case(top);
        return (phrases.Words.IsOrigin(from) || Tree.Is(from, WordFunction.Target) && clauses.ClauseOf(top) is >= 0 and var dealing && Tree.Has(dealing, Relation.Obj)) && Tree[top].Relation is Relation.Nmod or Relation.Obl && !phrases.IsTelling(Math.Max(0, Tree.Head(top))) && Subjects(before, top) is { Count: 1 } own && two.Exists(one => own.Contains(Table[one].Country));
    }

    /// <summary>"The parties stressed": the two of whom the report has just told, where the text before speaks of no party of politics.</summary>
    public bool AreParties(Agent agent, Signs signs) =>
        agent is { Sector: Sector.Pty, Kind: EntityKind.Organization } && signs is { Countries.Count: 0, Body: < 0, Owner: < 0, IsPossessed: false, IsOfThing: false } && !phrases.Recall.Back(phrases.Recall.Sentence).Any(spoken => Table[spoken.Entity].Sectors.Any(static sector => sector is Sector.Pty or Sector.Opp));

    /// <summary>"The army and the rebels agreed … both sides": the only two named side by side in the nearest sentence that has such, or told as the two there; whoever calls on them is none of them.</summary>
    private List<int> Pair(int before, int top, bool states)
    {
        int sentence = -1;
        var pairs = new List<(int First, int Second, bool IsTold)>();
        Spoken[] spoken = [.. phrases.Recall.Back(Window, before).Where(one => !one.IsModifier && Tree.Parsed.Document.Dateline?.Range.Contains(Tree[one.Token].Range) != true)];
        for (int i = 0; i < spoken.Length; i++)
        {
            if (pairs.Count > 0 && spoken[i].Sentence != sentence)
                break;
            for (int k = i + 1; k < spoken.Length && spoken[k].Sentence == spoken[i].Sentence; k++)
            {
                bool same = spoken[k].Token == spoken[i].Token;
                bool joined = Tree[spoken[i].Token].Relation == Relation.Conj && Tree.Head(spoken[i].Token) == spoken[k].Token;
                bool third = spoken[i].Sentence == phrases.Recall.Sentence && spoken[k].IsSubject && !phrases.IsSubject(top);
                if (spoken[i].Entity == spoken[k].Entity || !(same || joined) || third || !IsParty(spoken[i].Entity, states) || !IsParty(spoken[k].Entity, states))
                    continue;

                // "the two sides … the efforts of Chad and France … the two sides": those told of as the two before.
                if (joined && Tree[spoken[k].Token].Relation == Relation.Nmod && pair.Count == 2 && phrases.Recall.Sentence - pairedAt <= Reach)
                    continue;
                sentence = spoken[i].Sentence;
                pairs.Add((spoken[k].Entity, spoken[i].Entity, same));
            }
        }

        if (pairs.Exists(static pair => pair.IsTold))
            pairs.RemoveAll(static pair => !pair.IsTold);
        return pairs is [var (first, second, _)] ? [first, second] : [];
    }

    /// <summary>"Each accused the other": the two states told of side by side last, else those that the report is about.</summary>
    public List<int> Joined(int token) => Pair(token, token, true) is { Count: 2 } found ? found : pairs.Of(token);

    /// <summary>Whether the paragraph went on from the sentence before.</summary>
    private bool GoesOn => phrases.Recall.Sentence > 0 && Tree.Parsed.Sentences[phrases.Recall.Sentence - 1].Block == phrases.Sentence.Block;

    private bool IsParty(int entity, bool states) => Table[entity].Kind == EntityKind.State || !states && Table[entity].Kind is EntityKind.Organization or EntityKind.Group && !Table[entity].Sectors.Contains(Sector.Med);

    /// <summary>"called on both": the two sides told of lately, the two states that the report is about, or the only two of the sentence before; none where the subject is one of them.</summary>
    public List<int> Both(int token, bool isAsked = false)
    {
        if (token == phrases.Sentence.FirstToken && phrases.IsSubject(token) && BesideBefore(token) is { Count: 2 } beside)
            return beside;
        List<int> found = phrases.Recall.Sentence - pairedAt <= Window ? pair : GoesOn ? Joined(token) : pairs.Of(token);
        if (found.Count == 0 && isAsked && Subjects(token, token) is var third)
            found = phrases.Recall.Exactly(2, spoken => phrases.Recall.IsState(spoken) && !third.Contains(Table[spoken.Entity].Country) ? spoken.Entity : -1, 2, token);
        // "Chad expelled two consuls of Togo. Its neighbour did the same, and both said …".
        if (found.Count == 0 && phrases.IsSubject(token) && phrases.Recall.Exactly(2, spoken => IsParty(spoken.Entity, Table[spoken.Entity] is { Known: null, IsNamed: false }) && !spoken.IsModifier ? spoken.Entity : -1, 1, token) is { Count: 2 } near && pairs.AreFacing(near, 1, token))
            found = near;
        return found.Count == 2 && (phrases.IsSubject(token) || Subjects(token, token) is var own && !found.Exists(one => own.Contains(Table[one].Country))) ? found : [];
    }

    /// <summary>"has Oslo's and Brussels' word. Both confirm it": the only two states or bodies of states that the sentence before names side by side; none for others.</summary>
    private List<int> BesideBefore(int token)
    {
        List<int> two = [];
        Spoken[] before = [.. phrases.Recall.Back(1, token).Where(spoken => spoken.Sentence == phrases.Recall.Sentence - 1 && IsPower(spoken.Entity))];
        foreach (Spoken spoken in before)
        {
            int joined = Tree[spoken.Token].Relation == Relation.Conj ? Tree.Head(spoken.Token) : -1;
            foreach (Spoken other in before)
            {
                // "Oslo's and Brussels' word": two owners of one thing.
                bool owners = other.Token < spoken.Token && Tree[other.Token].Relation == Relation.NmodPoss && Tree[spoken.Token].Relation == Relation.NmodPoss && Tree.Head(other.Token) == Tree.Head(spoken.Token);
                if (other.Token != joined && !owners || other.Entity == spoken.Entity)
                    continue;
                if (two.Count > 0)
                    return [];
                two = [other.Entity, spoken.Entity];
            }
        }

        return two;
    }

    private bool IsPower(int entity) => Table[entity] is { Kind: EntityKind.State } or { Kind: EntityKind.Organization, Sectors: [Sector.Igo, ..] };

    /// <summary>"The countries agreed", "the neighbours", "its neighbour", without a number: the two put side by side or that the report is about, or the other one of them; none where several may be meant.</summary>
    public List<int> Alone(Sighting sighting, Signs signs, int top)
    {
        if (signs.IsDescribed && sighting.IsPlural || signs.Body >= 0 && signs.Body != signs.Owner || signs is { Region: >= 0 } or { Count: > 0 } or { IsMany: true } or { IsIndefinite: true } || (phrases.Form(Math.Max(signs.End, sighting.Last) + 1) is "that" or "which" or "who" || IsOfSomething(Math.Max(signs.End, sighting.Last) + 1, top)) || Tree.Has(top, Relation.Acl) || Tree.Has(top, Relation.AclRelcl))
            return [];
        if (!sighting.IsPlural || signs.IsPossessed)
            return NextDoor(sighting, signs) is >= 0 and var other ? [other] : [];
        if (signs is not { IsDefinite: true, IsPossessed: false, Countries.Count: 0, Owner: < 0 })
            return [];
        List<int> found = Pair(sighting.First, top, true);
        if (found.Count == 0)
            found = pairs.Of(sighting.First);
        return found.Count == 2 && (phrases.IsSubject(top) || Subjects(sighting.First, top) is var own && !found.Exists(one => own.Contains(Table[one].Country))) ? found : [];
    }

    /// <summary>"the neighbours of the plant"; not "accused its neighbour of spying".</summary>
    private bool IsOfSomething(int preposition, int top) =>
        phrases.Form(preposition) == "of" && Tree[preposition].Relation != Relation.Mark && !(Tree.Head(preposition) is >= 0 and var noun && Tree.Head(noun) is >= 0 and var above && above != top && !Tree.IsUnder(noun, top));

    /// <summary>"its neighbour": the only other state told of in the sentences before, else the other one that the report is about; -1 for none.</summary>
    private int NextDoor(Sighting sighting, Signs signs)
    {
        if (!signs.IsPossessed || phrases.Signs.At(sighting.Last + 1) is { Kind: SightingKind.State } || phrases.Form(sighting.Last + 1) == "," && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.State })
            return -1;
        CountryCode own = signs.Owner >= 0 ? Table[signs.Owner].Kind == EntityKind.Person && !(sighting.IsPlural && Table[signs.Owner].Office is not null) ? default : Table[signs.Owner].Country : signs.Countries is [var named] ? named : default;
        if (own.IsNone)
            return -1;
        var here = new HashSet<CountryCode>();
        var before = new HashSet<CountryCode>();
        foreach (Spoken spoken in phrases.Recall.Back(Window, sighting.First))
        {
            if (Table[spoken.Entity] is { Country: { IsNone: false } country } draft && country != own && draft.Kind != EntityKind.Place && !draft.Sectors.Contains(Sector.Med))
                (spoken.Sentence == phrases.Recall.Sentence ? here : before).Add(country);
        }

        before.ExceptWith(here);
        if (before.Count == 1 && phrases.Known.State(before.Single()) is { } only)
            return Table.OfKnown(only.Index);
        return pairs.Of(sighting.First) is [var one, var two] && (Table[one].Country == own ? two : Table[two].Country == own ? one : -1) is >= 0 and var other && !here.Contains(Table[other].Country) ? other : -1;
    }

    /// <summary>The states of the subjects of this sentence before a token that do something to what it tells of; whoever only says so is none of them.</summary>
    private HashSet<CountryCode> Subjects(int before, int top)
    {
        var own = new HashSet<CountryCode>();
        HashSet<int> above = [top];
        for (int at = clauses.ClauseOf(top), steps = 0; at >= 0 && steps < 8; at = clauses.ClauseAbove(at), steps++)
        {
            above.Add(at);
            if (Tree[at].Relation == Relation.Ccomp)
                break;
        }

        foreach (Spoken one in phrases.Recall.Back(0, before))
        {
            int clause = clauses.ClauseOf(one.Token);
            if (one is { IsSubject: true, IsModifier: false } && Table[one.Entity] is { Country: { IsNone: false } country } draft && !(draft is { Kind: EntityKind.Person, IsPlural: false, Sectors: [] or [Sector.Opp or Sector.Cvl or Sector.Eli or Sector.Jud, ..] }) && (above.Contains(clause) || !Tree.IsUnder(top, clause)))
                own.Add(country);
        }

        return own;
    }

    /// <summary>"the Danish side": of one state alone.</summary>
    public static bool IsSide(Sighting sighting, Signs signs) => signs is { IsIndefinite: false, IsDescribed: false, IsPossessed: false, Countries.Count: 1, Body: < 0, Owner: < 0, Count: 0, Breakaway: null } && !sighting.IsPlural;

    public void Write(Sighting sighting, Signs signs, int head, TextRange range, int top)
    {
        if (sighting.IsPlural || signs.IsMany)
        {
            if (signs.Region < 0 && signs.Body < 0 && signs.Countries.Count == 0 && !signs.IsMany && !signs.IsDescribed)
                return;
            // "Latvia and Estonia … the two Baltic countries".
            if (signs is { Region: >= 0, Count: 2, Body: < 0 } && phrases.Known.Regions[signs.Region].States is var around
                && phrases.Recall.Exactly(2, spoken => phrases.Recall.IsState(spoken) && Table[spoken.Entity].Known is { } known && around.Contains(known.Index) ? spoken.Entity : -1, Window, sighting.First) is { Count: 2 } neighbours)
            {
                foreach (int one in neighbours)
                    phrases.Mention(range, top, one, MentionKind.Nominal, "mention.the-two");
                return;
            }

            bool igo = signs.Body >= 0 && Table[signs.Body].Sectors.Contains(Sector.Igo);
            int first = signs.Start;
            while (first > phrases.Sentence.FirstToken && Tree[first - 1].Pos == PartOfSpeech.Adj && phrases.Signs.At(first - 1) is null)
                first--;
            TextRange whole = phrases.Range(first, Math.Max(signs.End, sighting.Last));
            int group = Table.OfReport("states:" + whole.Of(Tree.Text), new EntityDraft
            {
                Name = whole.Of(Tree.Text),
                Kind = EntityKind.Group,
                Sectors = igo ? [Sector.Igo, Sector.Gov] : [Sector.Gov],
                IsPlural = true,
            });
            phrases.Mention(whole, top, group, MentionKind.Nominal, "mention.states");
            return;
        }

        bool isLower = phrases.Form(sighting.Last) == "state" && char.IsLower(Tree.Text[sighting.Range.Start]);

        // "the state of the road" is none; "Katsina, the home state of the president" is the one before the comma.
        if (isLower && phrases.Form(sighting.Last + 1) == "of" && phrases.Signs.At(sighting.Last + 2) is not { Kind: SightingKind.Place or SightingKind.State or SightingKind.Name } && Tree[head].Relation != Relation.Appos)
            return;
        if (isLower && Tree[head].Relation == Relation.Appos && phrases.MeantBy(Tree.Head(head)) is [var home] && Table[home].Kind == EntityKind.Place)
        {
            phrases.Mention(range, top, home, MentionKind.Nominal, "mention.the-country");
            return;
        }

        if (IsOne(sighting, signs, top, isLower))
            return;

        // "Utah declared … for the state", "Utah, a U.S. state": a part of the state is called so too.
        if (isLower && Part(sighting, signs) is var (isPart, part) && isPart)
        {
            if (part < 0)
                return;
            sighting.Meant.Add(part);
            phrases.Mention(range, top, part, MentionKind.Nominal, "mention.the-country");
            return;
        }

        if (signs.IsLocal || signs.IsIndefinite && signs.End > sighting.Last || phrases.IsGained(head) && signs.IsIndefinite)
            return;
        int state = signs.Owner >= 0 && phrases.Known.State(Table[signs.Owner].Country) is { } owned ? Table.OfKnown(owned.Index) : -1;
        if (state < 0 && signs.Countries.Count == 1 && signs.Owner < 0 && phrases.Known.State(signs.Countries[0]) is { } named)
            state = Table.OfKnown(named.Index);
        if (state < 0 && signs is { IsDefinite: true, IsPossessed: false, Region: < 0 } && (nations.OfSpeaker(top) is >= 0 and var spoken2 ? spoken2 : nations.OfWhose(top)) is >= 0 and var spoken1)
            state = spoken1;
        if (state < 0 && !signs.IsIndefinite && (signs.IsDefinite || signs.Region >= 0) && !signs.IsPossessed)
        {
            ImmutableArray<int> region = signs.Region >= 0 ? phrases.Known.Regions[signs.Region].States : [];
            HashSet<int> doers = Doers(head, sighting);

            // "Chad closed its airspace. Iraq sends arms to the latter country": the one of the sentence before that was named last.
            if (region.IsEmpty && phrases.Words.IsLatter(phrases.Form(sighting.First - 1)))
            {
                Spoken[] named1 = [.. phrases.Recall.Back(1, phrases.Sentence.FirstToken).Where(spoken => phrases.Recall.IsState(spoken) && !spoken.IsModifier)];
                if (named1.Length > 0)
                    phrases.Mention(range, top, named1.MaxBy(static spoken => spoken.Token).Entity, MentionKind.Nominal, "mention.the-country");
                return;
            }

            // "summoned Chad's envoy over a ship of that country": the one named last, not the one that does something about it.
            if (phrases.Words.IsThat(phrases.Form(sighting.First - 1)) && region.IsEmpty)
            {
                if (Pointed(sighting.First) is not (>= 0 and var pointed))
                    return;
                sighting.Meant.Add(pointed);
                phrases.Mention(range, top, pointed, MentionKind.Nominal, "mention.the-country");
                return;
            }

            state = phrases.Recall.Nearest(
                spoken => phrases.Recall.IsState(spoken) && !doers.Contains(spoken.Entity) && !phrases.IsCapital(spoken.Token) && (region.IsEmpty || Table[spoken.Entity].Known is { } known && region.Contains(known.Index)), isLower && region.IsEmpty ? 1 : Window, sighting.First);
            if (state >= 0 && region.IsEmpty && IsSentOut(state, head, sighting.First) is >= 0 and var left)
                state = left;
            if (state < 0 && doers.Count == 0)
                state = StateOfPeople(region, sighting.First);
            if (state >= 0 && (IsAside(state, sighting.First) || region.IsEmpty && !phrases.Words.IsPlaceCase(Tree.Case(head)) && IsOfSubject(state, sighting.First)))
                return;
        }

        if (state < 0 || signs.Owner < 0 && signs.Countries.Count == 0 && nations.IsOfJudge(state, top))
            return;
        sighting.Meant.Add(state);
        phrases.Mention(range, top, state, MentionKind.Nominal, "mention.the-country");
    }

    /// <summary>"the first state in the union to vote", "separate state and local courts", "only to that single state": one of many, whichever it is.</summary>
    private bool IsOne(Sighting sighting, Signs signs, int top, bool isLower) =>
        signs.IsOrdinal && (Tree[top].Relation == Relation.Xcomp || Tree.Has(top, Relation.Cop))
        || isLower && signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, Countries.Count: 0 } && phrases.Sentence.TokenCount > HeadlineWords && Tree[top].Relation == Relation.Conj && phrases.Words.IsCoordinator(phrases.Form(sighting.Last + 1))
        || isLower && Tree.Child(top, Relation.Det) is >= 0 and var that && phrases.Words.IsThat(phrases.Form(that)) && that < sighting.First - 1 && signs.Countries.Count == 0;

    /// <summary>"The Chadian minister ordered the Togolese mission out of the country": the state of whoever orders it, where the other is only that of those who go; -1 elsewhere.</summary>
    private int IsSentOut(int state, int head, int before)
    {
        int clause = clauses.ClauseOf(head);
        int at = clause;
        for (int steps = 0; steps < 2 && at >= 0 && clauses.SubjectOf(at) < 0; steps++)
            at = clauses.ClauseAbove(at);
        if (at < 0 || Tree[head].Relation is not (Relation.Obl or Relation.Nmod) || !phrases.Words.IsOwnerCase(Tree.Case(head)) && !phrases.Words.IsOrigin(Tree.Case(head)) || clauses.SubjectOf(at) is not (>= 0 and var subject) || phrases.OnlyMeantBy(subject) is not (>= 0 and var doer) || Table[doer].Country is not { IsNone: false } own || own == Table[state].Country)
            return -1;
        Spoken[] named = [.. phrases.Recall.Back(0, before).Where(spoken => spoken.Entity == state)];
        bool going = named.Length > 0 && named.All(spoken => spoken.IsModifier && Tree.Head(spoken.Token) is >= 0 and var noun && Tree[noun].Relation == Relation.Obj && Tree.Head(noun) == clause);
        return going && phrases.Known.State(own) is { } home ? Table.OfKnown(home.Index) : -1;
    }

    /// <summary>"that country": the state named last in this sentence that is not its subject, else the only one of the sentence before; -1 for none.</summary>
    private int Pointed(int before)
    {
        HashSet<int> doing = [.. phrases.Recall.Back(0, before).Where(spoken => spoken is { IsSubject: true, IsModifier: false } && phrases.Recall.IsState(spoken)).Select(static spoken => spoken.Entity)];

        // "We have no proofs. Let the people of that country ask": nobody points at his own state.
        if (phrases.Issuer is { IsRelease: true } issuer)
            doing.Add(Table.OfKnown(issuer.Entity));
        foreach (Spoken spoken in phrases.Recall.Back(0, before))
        {
            if (phrases.Recall.IsState(spoken) && !doing.Contains(spoken.Entity))
                return spoken.Entity;
        }

        return phrases.Recall.Back(1, before).Where(spoken => phrases.Recall.IsState(spoken) && !doing.Contains(spoken.Entity)).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var only] ? only : -1;
    }

    /// <summary>"France has troops in the country", "French troops left the country": of the states spoken of those that do it there are not the one meant.</summary>
    private HashSet<int> Doers(int head, Sighting sighting)
    {
        var doers = new HashSet<int>();

        // "Senegal, which surrounds the country".
        int relative = clauses.ClauseOf(head);
        if (!phrases.IsSubject(head) && relative >= 0 && Tree[relative].Relation == Relation.AclRelcl && Tree[head].Relation is Relation.Obj or Relation.Obl && Tree.Head(relative) is >= 0 and var described && clauses.SubjectOf(relative) is >= 0 and var which && (which == described || Tree[which].Pos == PartOfSpeech.Pron))
            doers.UnionWith(phrases.MeantBy(described));
        if (phrases.IsSubject(head) || phrases.Form(sighting.Last + 1) is "'s" or "’s" or "'" or "’" || !phrases.Words.IsPlaceCase(Tree.Case(head)) && Tree.Case(head) is not ("to" or "into" or "from"))
            return doers;
        int verb = Tree.Head(head);
        while (verb >= 0 && Tree[verb].Pos is not (PartOfSpeech.Verb or PartOfSpeech.Aux) && Tree[verb].Relation != Relation.Root)
            verb = Tree.Head(verb);
        if (verb < 0 || Tree.Child(verb, Relation.Nsubj) is not (>= 0 and var subject))
            return doers;
        foreach (Spoken spoken in phrases.Recall.Back(0, sighting.First))
        {
            bool acts = spoken.Token == subject || spoken.IsModifier && Tree.Head(spoken.Token) == subject && phrases.MeantBy(subject) is [var group] && Table[group].Kind != EntityKind.Person && !Table[group].Sectors.Contains(Sector.Gov);
            if (acts && phrases.Recall.IsState(spoken))
                doers.Add(spoken.Entity);
        }

        return doers;
    }

    /// <summary>"The ministry called it a breach of the country's sovereignty": whether of its own state or of that named last, in a sentence before, is open.</summary>
    private bool IsOfSubject(int state, int before)
    {
        CountryCode own = default;
        foreach (Spoken spoken in phrases.Recall.Back(Window, before))
        {
            if (spoken.Sentence == phrases.Recall.Sentence && spoken.Entity == state)
                return false;
            if (spoken.Sentence == phrases.Recall.Sentence && spoken is { IsSubject: true, IsModifier: false } && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group or EntityKind.Person, Sectors: [Sector.Gov or Sector.Mil or Sector.Leg or Sector.Opp or Sector.Jud, ..] } draft)
                own = draft.Country;
        }

        return !own.IsNone && own != Table[state].Country;
    }

    /// <summary>A state that stands but beside a noun, "the Austrian partner", in a report that speaks of another far more often: which of them is open.</summary>
    private bool IsAside(int state, int before)
    {
        int most = 0;
        int near = -1;
        foreach (Spoken spoken in phrases.Recall.Back(Window, before))
        {
            if (spoken.Entity == state && near < 0)
                near = spoken.Sentence;
            if (spoken.Entity == state && spoken.Sentence == near && (!spoken.IsModifier || Tree.Head(spoken.Token) is >= 0 and var noun && spoken.Sentence == phrases.Recall.Sentence && phrases.IsSubject(noun)))
                return false;
        }

        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence, before))
        {
            if (phrases.Recall.IsState(spoken) && spoken.Entity != state)
                most = Math.Max(most, Table.Count(spoken.Entity));
        }

        return most > 2 * Table.Count(state);
    }

    /// <summary>Whether a state of which the report names a part is spoken of by that noun, and the part that was named last; -1 where nothing says which.</summary>
    private (bool IsPart, int Part) Part(Sighting sighting, Signs signs)
    {
        // "the U.S. state of Utah".
        if (phrases.Form(sighting.Last + 1) == "of" && phrases.Signs.At(sighting.Last + 2) is { Kind: SightingKind.Place, Meant: [var named] })
            return (true, named);
        if (signs.Countries.Count > 0 && (signs.IsPossessed || !signs.IsIndefinite))
            return (false, -1);
        int part = phrases.Recall.Nearest(IsPart, Window, sighting.First);

        // "the governor of Kano … the state", some paragraphs on: of which the report tells, the part or the whole, is open.
        if (part < 0 && signs.Countries.Count == 0 && phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Any(IsPart))
            return (true, -1);
        return part >= 0 && (signs.Countries.Count == 0 || signs.Country == Table[part].Country) ? (true, part) : (signs.IsIndefinite && signs.Countries.Count > 0 && part >= 0, -1);
    }

    /// <summary>A part of a state whose parts are called states: Utah, and no province.</summary>
    private bool IsPart(Spoken spoken) =>
        Table[spoken.Entity].Known is { PlaceKind: "region", Country: { IsNone: false } country } && phrases.Words.IsFederal(country.ToString().ToLowerInvariant());

    /// <summary>The only state that persons and bodies spoken of lately belong to, where no state was named itself.</summary>
    private int StateOfPeople(ImmutableArray<int> region, int before)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(Window, before))
        {
            if (phrases.Known.State(Table[spoken.Entity].Country) is not { } state || !region.IsEmpty && !region.Contains(state.Index))
                continue;
            if (only >= 0 && only != state.Index)
                return -1;
            only = state.Index;
        }

        return only < 0 ? -1 : Table.OfKnown(only);
    }
}
