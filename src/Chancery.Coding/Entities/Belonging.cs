using System.Runtime.InteropServices;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Gives those of whom nothing else is told the state that the report sets them in: all that it tells of at home, and beyond that whoever governs, judges and guards where the words around speak of one state alone.</summary>
internal sealed class Belonging(Phrases phrases)
{
    /// <summary>Of all sentences that name a state, how many name the one that a report is set in.</summary>
    private const double Share = 0.55;

    /// <summary>How many times as many as name any other.</summary>
    private const int Times = 4;

    /// <summary>How many of them name one of the two that a report is about.</summary>
    private const double PairShare = 0.75;

    /// <summary>In how many sentences it must be named.</summary>
    private const int Often = 3;

    /// <summary>How often its name, or that of a place or body of it, must stand there.</summary>
    private const int Named = 2;

    /// <summary>How many words before a name the body may stand that it belongs to.</summary>
    private const int Near = 8;

    /// <summary>How many mentions of a sentence are looked at on either side.</summary>
    private const int Reach = 24;

    private readonly List<Spot> spots = [];
    private readonly HashSet<int> given = [];
    private readonly HashSet<int> inBody = [];
    private int[] spotAt = [];

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>A mention by its place in the text.</summary>
    private readonly record struct Spot(int Token, int Entity, TextRange Range, MentionKind Kind);

    /// <summary>What a mention tells of where its bearer belongs.</summary>
    private enum Told : byte
    {
        Nothing,
        State,

        /// <summary>Of another state than the report, or of nobody knows which.</summary>
        Elsewhere,
    }

    /// <summary>The state that the report is set in.</summary>
    private CountryCode home;

    /// <summary>The state whose ministry or embassy speaks in the report.</summary>
    private CountryCode issuer;

    /// <summary>Where it was written.</summary>
    private CountryCode desk;

    /// <summary>The state that most sentences name.</summary>
    private CountryCode main;

    /// <summary>The two states of a report about two.</summary>
    private (CountryCode One, CountryCode Other) pair;

    /// <summary>Fills in the states.</summary>
    public void Settle()
    {
        Gather();
        Weigh();
        var closed = new HashSet<int>();
        for (int i = 0; i < spots.Count; i++)
        {
            int entity = spots[i].Entity;
            if (!IsOpen(Table[entity]) || closed.Contains(entity))
                continue;
            (Told told, CountryCode state) = Find(spots[i], i);
            if (told == Told.State)
                (Table[entity].Country, _) = (state, given.Add(entity));
            else if (told == Told.Elsewhere)
                closed.Add(entity);
        }
    }

    /// <summary>All mentions in the order of the text.</summary>
    private void Gather()
    {
        spotAt = new int[Tree.Count];
        Array.Fill(spotAt, -1);
        foreach (EntityMention mention in Table.Mentions)
            spots.Add(new Spot(mention.HeadToken, Table.Now(mention.Entity), mention.Range, mention.Kind));
        CollectionsMarshal.AsSpan(spots).Sort(static (a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : b.Range.Length.CompareTo(a.Range.Length));
        for (int i = spots.Count - 1; i >= 0; i--)
        {
            spotAt[spots[i].Token] = i;
            if (!IsHeading(Tree.Parsed.Sentences[Tree.SentenceOf(spots[i].Token)]))
                inBody.Add(spots[i].Entity);
        }
    }

    private bool IsHeading(Sentence sentence) => sentence.Block < 0 || Tree.Parsed.Document.Body[sentence.Block].Kind != BlockKind.Paragraph;

    /// <summary>Counts the sentences that name each state.</summary>
    private void Weigh()
    {
        var counts = new Dictionary<CountryCode, (int Sentences, int Last)>();
        var names = new Dictionary<CountryCode, int>();
        int all = 0;
        foreach (Spot spot in spots)
        {
            int sentence = Tree.SentenceOf(spot.Token);
            if (spot.Kind is MentionKind.Name or MentionKind.Adjective && Table[spot.Entity] is { Kind: not EntityKind.Person, Country: { IsNone: false } named })
                names[named] = names.GetValueOrDefault(named) + 1;
            if (Table[spot.Entity].Country is not { IsNone: false } state || counts.TryGetValue(state, out (int Sentences, int Last) count) && count.Last == sentence)
                continue;
            counts[state] = (counts.GetValueOrDefault(state).Sentences + 1, sentence);
            all++;
        }

        CountryCode first = default, second = default;
        int most = 0, next = 0;
        foreach ((CountryCode state, (int count, _)) in counts)
        {
            if (count > most)
                (second, next, first, most) = (first, most, state, count);
            else if (count > next)
                (second, next) = (state, count);
        }

        issuer = phrases.Issuer?.Country ?? default;
        main = first;
        if (most >= Often && names.GetValueOrDefault(first) >= Named && most >= Share * all && most >= Times * next && (issuer.IsNone || issuer == first))
            home = first;
        else if (next > 1 && most + next >= PairShare * all)
            pair = (first, second);
        CountryCode written = !issuer.IsNone ? issuer : phrases.Home.Written;
        desk = !home.IsNone ? home : !issuer.IsNone || written == first || written == second ? written : default;
    }

    /// <summary>Nothing told yet of the state, and not of a kind that has none.</summary>
    private static bool IsOpen(EntityDraft draft) =>
        draft is { Country.IsNone: true, Known: null, IsRegion: false, Candidates.IsEmpty: true, Kind: not EntityKind.State }
        && !draft.Sectors.Contains(Sector.Igo) && !draft.Sectors.Contains(Sector.Ngo) && !draft.Sectors.Contains(Sector.Ref)
        && !(draft.Kind == EntityKind.Person && draft.Sectors.Contains(Sector.Med));

    private (Told Told, CountryCode State) Find(Spot spot, int index)
    {
        string noun = Lower(spot.Token);
        if (Bound(spot, noun) is { IsNone: false } owner)
            return (Told.State, owner);
        if (spot.Kind == MentionKind.Pronoun)
            return default;
        if (IsOfSeveral(spot, index) || Table[spot.Entity].Office is { } office && Words.IsMission(office) || spot.Kind == MentionKind.Nominal && (Words.IsMission(noun) || Words.IsStateNoun(noun) || Words.IsBeside(noun) || Words.IsCounterpart(noun)) || IsFromAnywhere(spot) || IsForeign(spot.Token))
            return (Told.Elsewhere, default);
        Sentence sentence = Tree.Parsed.Sentences[Tree.SentenceOf(spot.Token)];
        bool heading = IsHeading(sentence);
        if (!home.IsNone && (!heading || !inBody.Contains(spot.Entity)))
        {
            bool subject = (Table[spot.Entity] is { Kind: EntityKind.Person, IsPlural: false } || IsOfState(Table[spot.Entity])) && phrases.IsSubject(Top(spot.Token));
            (CountryCode here, bool several) = StatesOf(index, sentence, true, subject ? spot.Token : -1);
            if (here.IsNone && Before(index, sentence) is { IsNone: false } before)
                here = before;
            if (here.IsNone || here == home && !several)
                return (Told.State, home);
        }

        if (!IsOfState(Table[spot.Entity]))
            return (heading ? Told.Nothing : Told.Elsewhere, default);
        if (Facing(spot, index, sentence) is { IsNone: false } facing)
            return (Told.State, facing);
        return !heading && Around(spot, index, sentence) is { IsNone: false } around ? (Told.State, around) : default;
    }

    /// <summary>"AU commissioner Karl Beck": of a body of several states.</summary>
    private bool IsOfSeveral(Spot spot, int index)
    {
        for (int i = index - 1; i >= 0 && index - i < 3; i--)
        {
            if (spots[i].Token >= spot.Token - Near && Table[spots[i].Entity] is { Kind: EntityKind.Organization, Sectors: [Sector.Igo, ..] } && (spot.Range.Contains(spots[i].Range) || Tree.IsUnder(spots[i].Token, spot.Token)))
                return true;
        }

        return false;
    }

    /// <summary>"Biologist Karl Beck": nobody knows whence.</summary>
    private bool IsFromAnywhere(Spot spot)
    {
        for (int i = spot.Token; i >= 0 && Tree[i].Range.Start >= spot.Range.Start; i--)
        {
            if (Words.IsAnywhere(Lower(i)))
                return true;
        }

        return false;
    }

    /// <summary>One who rules, judges or guards, and is no stranger where he does.</summary>
    private bool IsOfState(EntityDraft draft)
    {
        if (draft.Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Pty or Sector.Opp or Sector.Mil, ..])
            return false;
        if (draft.Kind == EntityKind.Person)
            return draft.Office is { } office && !draft.IsPlural && !Words.IsLawyer(office);
        return !draft.IsPlural || draft.Sectors[0] is Sector.Cop or Sector.Jud or Sector.Leg or Sector.Opp;
    }

    /// <summary>"foreign investors".</summary>
    private bool IsForeign(int head)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation is Relation.Amod or Relation.Compound && (Words.IsForeign(Lower(child)) || Words.IsGuest(Lower(child))))
                return true;
        }

        return false;
    }

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();

    /// <summary>The state of the owner: "his lawyer", "its defence ministry", "soldiers of the guard"; of an envoy that of whoever sends him.</summary>
    private CountryCode Bound(Spot spot, string noun)
    {
        if (!issuer.IsNone && IsOurs(spot))
            return Words.IsBeside(noun) || Words.IsCounterpart(noun) || IsFromAnywhere(spot) ? default : issuer;
        foreach (int child in Tree.Children(spot.Token))
        {
            bool possessive = Tree[child].Relation == Relation.NmodPoss;
            if (spotAt[child] is not (>= 0 and var at) || spots[at] is var other && other.Entity == spot.Entity)
                continue;
            bool apposed = Tree[child].Relation == Relation.Appos && other.Kind == MentionKind.Nominal && Table[spot.Entity].Kind == EntityKind.Person && Table[other.Entity] is { Kind: EntityKind.Person, IsPlural: false };
            if (apposed && !issuer.IsNone && Table[other.Entity].Country.IsNone && Bound(other, Lower(child)) is { IsNone: false } same)
                return same;
            if (Table[other.Entity] is not { Country.IsNone: false } owner)
                continue;
            if (!possessive && (Tree[child].Relation != Relation.Nmod || Tree.Case(child) != "of" || other.Kind != MentionKind.Name || owner.Kind is EntityKind.Place or EntityKind.Person))
                continue;
            if (Words.IsCounterpart(noun))
                return Beside(owner.Country);
            return Words.IsBeside(noun) || Words.IsLawyer(noun) || IsFromAnywhere(spot) ? default : owner.Country;
        }

        if (Words.IsMission(noun) && Tree[spot.Token].Relation == Relation.Obj && Tree.Head(spot.Token) is >= 0 and var verb && Words.IsSending(Lower(verb))
            && Tree.Child(verb, Relation.Nsubj) is >= 0 and var sender && spotAt[sender] is >= 0 and var sending && Table[spots[sending].Entity].Kind == EntityKind.State)
            return Table[spots[sending].Entity].Country;
        return default;
    }

    /// <summary>"our ministry", "our own vice consul": of whoever issues the release; what is quoted there is another's.</summary>
    private bool IsOurs(Spot spot)
    {
        int first = spot.Token;
        while (first > 0 && Tree[first - 1].Range.Start >= spot.Range.Start)
            first--;
        for (int i = first; i >= 0 && i > first - 3; i--)
        {
            if (Tree[i].Relation == Relation.NmodPoss && Issuer.IsOwn(Tree[i]) && phrases.Quotes.At(i) == 0)
                return Tree.Head(i) is var head && head >= first && head <= spot.Token && !Words.IsShared(Lower(head));
        }

        return false;
    }

    /// <summary>Of the two states that the report is about the other one.</summary>
    private CountryCode Beside(CountryCode one) => one == pair.One ? pair.Other : one == pair.Other ? pair.One : default;

    /// <summary>"Foreign Minister Karl Beck met the Chadian minister": of the other one of two states.</summary>
    private CountryCode Facing(Spot spot, int index, Sentence sentence)
    {
        if (pair.One.IsNone || !phrases.IsSubject(Top(spot.Token)) || Table[spot.Entity].Kind != EntityKind.Person)
            return default;
        for (int i = index + 1; i < spots.Count && i - index < Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (Table[spots[i].Entity] is not { Kind: EntityKind.Person, IsPlural: false, Country: { IsNone: false } state })
                continue;
            for (int inner = i - 1; inner <= i + 1 && inner < spots.Count; inner++)
            {
                if (inner > index && inner != i && spots[i].Range.Contains(spots[inner].Range) && Table[spots[inner].Entity] is { Kind: EntityKind.State } named && named.Country == state)
                    return Beside(state);
            }

            return default;
        }

        return default;
    }

    /// <summary>The states that the words around a mention name: the only one, or the first and that there are several.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="after">Whether those behind it count.</param>
    /// <param name="head">The word that those behind it must stand under to count; -1 for any.</param>
    private (CountryCode Only, bool Several) StatesOf(int index, Sentence sentence, bool after, int head)
    {
        CountryCode only = default;
        bool several = false;
        for (int i = index - 1; i >= 0 && index - i < Reach && spots[i].Token >= sentence.FirstToken; i--)
            Take(spots[i]);
        for (int i = index + 1; after && i < spots.Count && i - index < Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (head < 0 || Tree.IsUnder(spots[i].Token, head))
                Take(spots[i]);
        }

        return (only, several);

        void Take(Spot spot)
        {
            CountryCode state = after ? Table[spot.Entity].Country : StateOf(spot);
            several |= !state.IsNone && !only.IsNone && state != only;
            if (only.IsNone)
                only = state;
        }
    }

    /// <summary>The state that the report itself tells of somebody.</summary>
    private CountryCode StateOf(Spot spot) => given.Contains(spot.Entity) ? default : Table[spot.Entity].Country;

    /// <summary>Whoever does or says something, or the state that such a one is of; where it happens is not where a minister is from.</summary>
    private bool IsActing(Spot spot)
    {
        int top = Top(spot.Token);
        while (Tree[top].Relation is Relation.NmodPoss or Relation.Amod or Relation.Nmod && !Words.IsPlaceCase(Tree.Case(top)) && Tree.Head(top) >= 0)
            top = Top(Tree.Head(top));
        return Table[spot.Entity].Kind != EntityKind.Place && phrases.IsSubject(top);
    }

    /// <summary>The only state of the sentence before in the same paragraph.</summary>
    private CountryCode Before(int index, Sentence sentence) =>
        Tree.SentenceOf(sentence.FirstToken) is > 0 and var s && Tree.Parsed.Sentences[s - 1] is var previous && previous.Block == sentence.Block ? Lone(index, previous, true) : default;

    /// <summary>The state that the words before, or the sentence before, speak of.</summary>
    private CountryCode Around(Spot spot, int index, Sentence sentence)
    {
        if (Content(spot) is { IsNone: false } own)
            return own;
        if (spot.Kind == MentionKind.Nominal && IsOfSomething(spot.Token))
            return default;
        (CountryCode before, bool several) = StatesOf(index, sentence, false, -1);
        if (several)
            return default;
        int top = Top(spot.Token);
        bool subject = phrases.IsSubject(top);
        if (!before.IsNone)
            return subject && (issuer.IsNone || before == issuer) && Acts(index, sentence) ? before : default;
        if (!subject || IsOneOfSeveral(spot.Token))
            return default;
        int s = Tree.SentenceOf(spot.Token);
        if (s > 0 && Tree.Parsed.Sentences[s - 1] is var previous && previous.Block == sentence.Block)
            return Lone(index, previous, false) is { IsNone: false } lone && Acts(index, previous) && (lone == main || lone == pair.One || lone == pair.Other) ? lone : default;
        return Tree.Head(top) is >= 0 and var verb && Tree.Head(verb) < 0 && Table[spot.Entity].Sectors[0] is Sector.Gov or Sector.Leg && !IsNamed(desk, index, sentence) ? desk : default;
    }

    /// <summary>Whether somebody whose state is told acts in a sentence before a mention.</summary>
    private bool Acts(int index, Sentence sentence)
    {
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (spots[i].Token < sentence.EndToken && !StateOf(spots[i]).IsNone && IsActing(spots[i]))
                return true;
        }

        return false;
    }

    /// <summary>"the president of the enclave": of something that has no state of its own here.</summary>
    private bool IsOfSomething(int head)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree.Case(child) == "of")
                return true;
        }

        return false;
    }

    /// <summary>"each government", "both ministries".</summary>
    private bool IsOneOfSeveral(int head)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == Relation.Nummod || Tree[child].Relation is Relation.Det or Relation.DetPredet && (Words.IsEach(Lower(child)) || Words.IsMany(Lower(child))))
                return true;
        }

        return false;
    }

    /// <summary>Whether a state comes up behind a mention in its sentence: then it is the other side.</summary>
    private bool IsNamed(CountryCode state, int index, Sentence sentence)
    {
        for (int i = index + 1; i < spots.Count && i - index < Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (Table[spots[i].Entity].Country == state)
                return true;
        }

        return false;
    }

    /// <summary>The only state of a sentence before a mention.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="previous">The sentence before.</param>
    /// <param name="all">Whether states count that were filled in.</param>
    private CountryCode Lone(int index, Sentence previous, bool all)
    {
        CountryCode only = default;
        for (int i = index - 1; i >= 0 && index - i < 2 * Reach && spots[i].Token >= previous.FirstToken; i--)
        {
            if (spots[i].Token >= previous.EndToken || (all ? Table[spots[i].Entity].Country : StateOf(spots[i])) is not { IsNone: false } state)
                continue;
            if (!only.IsNone && only != state)
                return default;
            only = state;
        }

        return only;
    }

    /// <summary>The word that a name in apposition stands beside.</summary>
    private int Top(int token)
    {
        while (Tree[token].Relation is Relation.Appos or Relation.Flat or Relation.Compound && Tree.Head(token) >= 0)
            token = Tree.Head(token);
        return token;
    }

    /// <summary>"Chad will answer, the foreign ministry said": of the state that its words are about.</summary>
    private CountryCode Content(Spot spot)
    {
        int top = Top(spot.Token);
        int verb = Tree.Head(top);
        if (verb < 0 || !phrases.IsTelling(top))
            return default;
        int said = Tree[verb].Relation == Relation.Parataxis && Tree.Head(verb) is >= 0 and var main && main < top ? main : -1;
        foreach (int child in Tree.Children(verb))
        {
            if (child < top && Tree[child].Relation is Relation.Ccomp or Relation.Parataxis)
                said = child;
        }

        if (said < 0 || Words.IsHarm(Lower(said)))
            return default;
        foreach (int child in Tree.Children(said))
        {
            if (Tree[child].Relation is Relation.Nsubj or Relation.NsubjPass && spotAt[child] is >= 0 and var at && Table[spots[at].Entity] is { Country: { IsNone: false } state } about
                && (about.Kind == EntityKind.State || about.Sectors is [Sector.Gov or Sector.Leg, ..]))
                return state;
        }

        return default;
    }
}
