using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Gives those of whom nothing else is told the state that the report sets them in: all that it tells of at home, and beyond that whoever governs, judges and guards where the words around speak of one state alone.</summary>
internal sealed class Belonging
{
    private readonly Phrases phrases;
    private readonly Spots spots;
    private readonly Setting setting;
    private readonly Bonds bonds;
    private readonly PlaceTies places;
    private readonly OtherOfTwo other;
    private readonly DeskLocals locals;
    private readonly Origins origins;
    private readonly Generalities general;
    private readonly HashSet<string> shared = [];
    private int main = -1;

    public Belonging(Phrases phrases, Outlets outlets)
    {
        this.phrases = phrases;
        spots = new Spots(phrases);
        setting = new Setting(phrases, spots, outlets);
        bonds = new Bonds(phrases, spots, setting);
        places = new PlaceTies(phrases, spots);
        other = new OtherOfTwo(phrases, spots, setting);
        locals = new DeskLocals(phrases, spots, setting);
        origins = new Origins(phrases, spots, bonds);
        general = new Generalities(phrases, spots);
    }

    /// <summary>How many words before a name the body may stand that it belongs to.</summary>
    private const int Near = 8;

    /// <summary>How many sentences back the last one that names a state may stand.</summary>
    private const int Back = 3;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>What a mention tells of where its bearer belongs.</summary>
    private enum Told : byte
    {
        Nothing,

        /// <summary>Its own words say it: "its defence ministry".</summary>
        State,

        /// <summary>The report around it does.</summary>
        Around,

        /// <summary>Of another state than the report, or of nobody knows which.</summary>
        Elsewhere,
    }

    /// <summary>Fills in the states.</summary>
    public void Settle()
    {
        var whereabouts = new Whereabouts(phrases, spots, bonds);
        whereabouts.Settle();
        main = whereabouts.Main();
        origins.Settle(places);
        var closed = new HashSet<int>();
        for (int i = 0; i < spots.Count; i++)
        {
            int entity = spots[i].Entity;
            if (!IsOpen(Table[entity]) || closed.Contains(entity))
                continue;
            (Told told, CountryCode state) = Find(spots[i], i);

            // "Chad's army said a patrol had crossed its border": of the other one of two.
            if (!Table[entity].Facing.IsNone && Table[entity].Sectors is [Sector.Mil or Sector.Cop, ..])
                (told, state) = (Told.State, setting.Beside(Table[entity].Facing));

            // "The Chadian envoy was called to the ministry": not Chad's.
            if (!state.IsNone && (Table[entity].Facing == state || IsVisited(spots[i], state)))
                continue;
            if (told is Told.State or Told.Around)
                Table[entity].Country = state;
            if (told == Told.Around)
                spots.Give(entity);
            else if (told == Told.Elsewhere)
                closed.Add(entity);
        }

        whereabouts.Finish();

        // "The minister said his government …", where only later words tell of what state the minister is.
        for (int i = 0; i < spots.Count; i++)
        {
            if (IsOpen(Table[spots[i].Entity]) && !closed.Contains(spots[i].Entity) && Tree.Child(spots[i].Token, Relation.NmodPoss) is >= 0 and var owner && Tree[owner].Pos == PartOfSpeech.Pron && Find(spots[i], i) is (Told.State, var state))
                Table[spots[i].Entity].Country = state;
        }
    }

    /// <summary>Nothing told yet of the state, and not of a kind that has none.</summary>
    public static bool IsOpen(EntityDraft draft) =>
        draft is { Country.IsNone: true, Known: null, IsRegion: false, Candidates.IsEmpty: true, Kind: not EntityKind.State }
        && !draft.Sectors.Contains(Sector.Igo) && !draft.Sectors.Contains(Sector.Ngo) && !draft.Sectors.Contains(Sector.Ref)
        && !(draft.Kind == EntityKind.Person && draft.Sectors.Contains(Sector.Med));

    private (Told Told, CountryCode State) Find(Spot spot, int index)
    {
        string noun = House(spot) ?? Lower(spot.Token);
        if (Table[spot.Entity] is { IsPeer: true, IsNamed: false } || spot.Kind == MentionKind.Nominal && Words.IsReceived(noun) && Table[spot.Entity] is { IsNamed: false, Kind: EntityKind.Person })
            return (Told.Elsewhere, default);
        if (bonds.IsOfBoth(spot))
            shared.Add(noun);
        if (spot.Kind == MentionKind.Nominal && shared.Contains(noun))
            return (Told.Elsewhere, default);
        if (bonds.Of(spot, noun) is { IsNone: false } owner)
            return (Told.State, owner);
        if (spot.Kind == MentionKind.Pronoun)
            return default;
        if (places.IsOfSchool(spot, index, out CountryCode school) && !(school.IsNone && spot.Entity == main))
            return (school.IsNone ? Told.Elsewhere : Told.State, school);
        if (bonds.IsSpeakers(spot, index, out CountryCode speakers))
            return (speakers.IsNone ? Told.Elsewhere : Told.State, speakers);
        if (IsOfSeveral(spot, index))
            return (Told.Elsewhere, default);
        if (bonds.Beside(spot, index) is { IsNone: false } beside)
            return (Told.State, beside);
        if (phrases.Issuer is { IsRelease: true, IsMission: false } && House(spot) is not null && !IsOfOther(spot) && Table[spot.Entity].Kind == EntityKind.Organization)
            return (Told.State, setting.Issuer);
        if (Table[spot.Entity].Office is { } office && Words.IsMission(office) || spot.Kind == MentionKind.Nominal && (Words.IsMission(noun) || Words.IsStateNoun(noun) || Words.IsBeside(noun) || Words.IsNextDoor(noun) || Words.IsCounterpart(noun)) || bonds.IsFromAnywhere(spot) && (spot.Entity != main || setting.Home.IsNone) || IsForeign(spot) || IsBand(spot))
            return (Told.Elsewhere, default);
        if (general.Contains(spot))
            return (Told.Elsewhere, default);
        Sentence sentence = spots.SentenceOf(spot);
        bool heading = spots.IsHeading(sentence);
        if (IsOfOpenOwner(spot, index, sentence) || setting.IsAbroad && IsOfHosts(spot))
            return (Told.Elsewhere, default);
        if (!setting.Home.IsNone && (!heading || !spots.IsInBody(spot.Entity)))
        {
            bool subject = (Table[spot.Entity] is { Kind: EntityKind.Person, IsPlural: false } || IsOfState(Table[spot.Entity])) && phrases.IsSubject(spots.Top(spot.Token));
            (CountryCode here, bool several) = spots.StatesOf(index, sentence, true, subject ? spot.Token : -1);
            if (here.IsNone && spots.Before(index, sentence) is { IsNone: false } before)
                here = before;
            if ((here.IsNone || here == setting.Home && !several) && !(setting.HasStranger && IsAccused(spot, noun)))
                return (Told.Around, setting.Home);
        }

        if (!IsOfState(Table[spot.Entity]) && !IsOfRulers(spot))
            return heading ? default : (Where(spot, index, sentence) is { IsNone: false } where ? where : IsOneOfSeveral(spot.Token) || IsOfSomething(spot) || IsInUnknown(spot) ? default : locals.Of(spot, index, sentence)) is { IsNone: false } here1 ? (Told.Around, here1) : (Told.Elsewhere, default);
        if (other.Facing(spot, index, sentence) is { IsNone: false } facing)
            return (Told.State, facing);
        if (other.Against(spot) is { IsNone: false } against)
            return (Told.State, against);
        if (heading)
            return default;
        if (Around(spot, index, sentence) is { IsNone: false } around)
            return (Told.Around, around);
        return !setting.Bulk.IsNone && IsOfBulk(spot, index, sentence) ? (Told.Around, setting.Bulk) : default;
    }

    /// <summary>"its embassy": whoever "it" is, not the one who says "our embassy".</summary>
    private bool IsOfOther(Spot spot) => Tree.Child(spot.Token, Relation.NmodPoss) is >= 0 and var owner && !Issuer.IsOwn(Tree[owner]);

    /// <summary>"the consulate", "the consulate general": the noun of a house abroad; null for others.</summary>
    private string? House(Spot spot)
    {
        for (int i = spot.Token; i >= 0 && Tree[i].Range.Start >= spot.Range.Start && spot.Token - i < 2; i--)
        {
            if (spot.Kind == MentionKind.Nominal && Table[spot.Entity].Kind == EntityKind.Organization && Lower(i) is var noun && Words.IsMission(noun) && Words.IsHousing(noun))
                return noun;
        }

        return null;
    }

    /// <summary>"The accused", "the attacker".</summary>
    private bool IsAccused(Spot spot, string noun) => spot.Kind == MentionKind.Nominal && (Words.IsCulprit(noun) || Words.IsCulprit(phrases.Form(spot.Token, true)));

    /// <summary>"In Odal, Karl Beck, a driver, said": of the state of the only place in a sentence that names no other.</summary>
    private CountryCode Where(Spot spot, int index, Sentence sentence)
    {
        if (Table[spot.Entity] is not ({ Kind: EntityKind.Person, IsPlural: false, Office: null } or { Kind: EntityKind.Group, Sectors: [Sector.Cvl or Sector.Lab or Sector.Agr or Sector.Edu, ..] }))
            return default;
        (CountryCode only, bool several) = spots.StatesOf(index, sentence, true, -1);
        if (only.IsNone || several || only != setting.Main && only != setting.Pair.One && only != setting.Pair.Other)
            return default;
        for (int i = index - 1; i >= 0 && index - i < Spots.Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (!Table[spots[i].Entity].Country.IsNone && !Setting.IsOfAllWorld(Table[spots[i].Entity]))
                return Words.IsPlaceCase(Tree.Case(spots[i].Token)) && Tree.Head(spots[i].Token) is >= 0 and var verb && Tree.IsUnder(spot.Token, verb) && Tree[spots[i].Token].Relation == Relation.Obl ? only : default;
        }

        return phrases.IsSubject(spots.Top(spot.Token)) ? places.Scene(index, sentence, only) : default;
    }

    /// <summary>"AU commissioner Karl Beck": of a body of several states.</summary>
    private bool IsOfSeveral(Spot spot, int index)
    {
        for (int i = index - 1; i >= 0 && index - i < 3; i--)
        {
            if (spots[i].Token >= spot.Token - Near && Table[spots[i].Entity] is { Kind: EntityKind.Organization, Country.IsNone: true, Sectors: [Sector.Igo or Sector.Ngo, ..] } && (spot.Range.Contains(spots[i].Range) || Tree.IsUnder(spots[i].Token, spot.Token)))
                return true;
        }

        // "A mission spokesman": of the mission of such a body that was told of before.
        bool mission = false;
        foreach (int child in Tree.Children(spot.Token))
            mission |= Tree[child].Relation is Relation.Compound or Relation.Nmod && Words.IsHousing(Lower(child)) && spots.At(child) < 0;
        for (int i = index - 1; mission && i >= 0 && index - i < Spots.Reach; i--)
        {
            if (Table[spots[i].Entity].Sectors.Contains(Sector.Igo) || Table[spots[i].Entity].Sectors.Contains(Sector.Ngo))
                return true;
        }

        return false;
    }

    /// <summary>One who rules, judges or guards, and is no stranger where he does.</summary>
    private bool IsOfState(EntityDraft draft)
    {
        if (draft.Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Pty or Sector.Opp or Sector.Mil or Sector.Spy, ..])
            return false;
        if (draft.Kind == EntityKind.Person)
            return !draft.IsPlural && (draft.Office is { } office ? !Words.IsLawyer(office) : draft.Sectors[0] == Sector.Gov && Words.IsServant(draft.Name[(draft.Name.LastIndexOf(' ') + 1)..]));
        return !draft.IsPlural || draft.Sectors[0] is Sector.Cop or Sector.Jud or Sector.Leg or Sector.Opp;
    }

    /// <summary>"the authorities", "the coast guard": one force, or all who rule.</summary>
    private bool IsOfRulers(Spot spot) => Table[spot.Entity] is { Kind: EntityKind.Group, Sectors: [Sector.Mil, ..], IsNamed: false } && spot.Kind == MentionKind.Nominal && !Tree[spot.Token].Morphology.HasFlag(Morphology.Plural) && Tree.Has(spot.Token, Relation.Det)
        || spot.Kind == MentionKind.Nominal && Words.IsRulers(Lower(spot.Token)) && Table[spot.Entity].Sectors is [Sector.Gov, ..] && Tree[spot.Token].Morphology.HasFlag(Morphology.Plural);

    /// <summary>"foreign investors", but not "the foreign ministry".</summary>
    private bool IsForeign(Spot spot)
    {
        int head = spot.Token;
        bool ruling = Table[spot.Entity] is { IsPlural: false, Sectors: [Sector.Gov, ..] };
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation is Relation.Amod or Relation.Compound && (ruling ? Words.IsGuest(Lower(child)) && char.IsUpper(Tree.Text[Tree[child].Range.Start]) : Words.IsForeign(Lower(child)) || Words.IsGuest(Lower(child))))
                return true;
        }

        return false;
    }

    /// <summary>"Al-Qaeda members": an armed band of a name may be from anywhere.</summary>
    private bool IsBand(Spot spot) => Table[spot.Entity].Sectors is [Sector.Reb, ..] && Tree.Text.AsSpan(spot.Range.Start, spot.Range.Length).IndexOfAnyInRange('A', 'Z') >= 0 && Tree.Parsed.Sentences[Tree.SentenceOf(spot.Token)].FirstToken != spot.Token;

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();

    /// <summary>The state that the words before, or the sentence before, speak of.</summary>
    private CountryCode Around(Spot spot, int index, Sentence sentence)
    {
        if (Content(spot) is { IsNone: false } own)
            return own;
        if (phrases.Issuer is { IsRelease: true } && spot.Kind == MentionKind.Nominal && Words.IsIssuer(Lower(spot.Token)) && !IsOfSomething(spot))
            return setting.Issuer;
        if (spot.Kind == MentionKind.Nominal && (IsOfSomething(spot) || IsInUnknown(spot)))
            return default;
        (CountryCode before, bool several) = spots.StatesOf(index, sentence, false, -1);
        if (several)
            return Joined(spot, index, sentence);
        int top = spots.Top(spot.Token);
        bool subject = phrases.IsSubject(top);
        if (Table[spot.Entity] is { Kind: not EntityKind.Person, Sectors: [Sector.Leg or Sector.Opp or Sector.Gov, ..], IsNamed: false } && Ruler(index, sentence, false) is { IsNone: false } ruled && (before.IsNone || before == ruled && !IsUrged(top)))
            return ruled;
        if (!before.IsNone)
            return (subject || Table[spot.Entity].Sectors[0] == Sector.Leg && IsAside(spot, top)) && (setting.Issuer.IsNone || before == setting.Issuer) && (spots.Acts(index, sentence) || (Table[spot.Entity].Sectors[0] is Sector.Cop or Sector.Mil || IsOfRulers(spot) || IsLocal(spot)) && spots.IsSet(index, sentence)) ? before : default;
        int s = Tree.SentenceOf(spot.Token);
        if (!subject && IsAside(spot, top) && !IsOneOfSeveral(spot.Token))
            return Continued(spot, index, sentence, s);
        if (!subject || IsOneOfSeveral(spot.Token))
            return default;
        if (s > 0 && Tree.Parsed.Sentences[s - 1] is var previous && previous.Block == sentence.Block && !spots.IsFirstState(index, sentence))
        {
            // "The Chadian embassy was silent. The foreign ministry said": of the state where it stands.
            if (Table[spot.Entity].Sectors is [Sector.Gov, ..] && spots.MissionOf(index, previous) is { IsNone: false } guest)
                return setting.Beside(guest) is { IsNone: false } other ? other : setting.Desk == guest ? default : setting.Desk;
            if (!(spots.Lone(index, previous, false) is { IsNone: false } lone && (spots.Acts(index, previous) || (Table[spot.Entity].Sectors[0] is Sector.Cop || IsLocal(spot)) && spots.IsSet(index, previous)) && (lone == setting.Main || lone == setting.Pair.One || lone == setting.Pair.Other)))
                return Continued(spot, index, sentence, s);

            // "The government says Chad has paid. Finance Minister Karl Beck said": of the government's state.
            if (spots.Subject(index, previous) is { IsNone: false } told && told != lone)
                return told == setting.Main || told == setting.Pair.One || told == setting.Pair.Other ? told : default;
            return Table[spot.Entity].Sectors[0] is Sector.Gov or Sector.Leg && IsNamed(lone, index, sentence, Tree.Head(top)) ? default : lone;
        }

        if (IsToldAgain(spot, index))
            return default;
        return Tree.Head(top) is >= 0 and var verb && Tree.Head(verb) < 0 && (setting.IsLocal || Table[spot.Entity].Sectors[0] is Sector.Gov or Sector.Leg || Table[spot.Entity].Sectors[0] is Sector.Cop or Sector.Jud && spots.StatesOf(index, sentence, true, -1) is (var alone, false) && alone == setting.Desk) && !IsNamed(setting.Desk, index, sentence, verb) ? setting.Desk : default;
    }

    /// <summary>"Chad called home its envoy to Togo, and the opposition demanded that the government resign": whoever is of home goes on from the state that acts in the first clause.</summary>
    private CountryCode Joined(Spot spot, int index, Sentence sentence)
    {
        if (Table[spot.Entity] is { Kind: not EntityKind.Person, Sectors: [Sector.Leg or Sector.Opp or Sector.Gov, ..], IsNamed: false } && Tree[spots.Top(spot.Token)].Relation != Relation.Conj && Ruler(index, sentence, IsUrged(spots.Top(spot.Token))) is { IsNone: false } ruled)
            return ruled;
        int top = spots.Top(spot.Token);
        if (Table[spot.Entity].Sectors is not [Sector.Opp or Sector.Leg or Sector.Pty, ..] || Tree[top].Relation != Relation.Nsubj || Tree.Head(top) is not (>= 0 and var verb) || Tree[verb].Relation != Relation.Conj || Tree.Head(verb) is not (>= 0 and var first) || Tree.Head(first) >= 0)
            return default;
        return Tree.Child(first, Relation.Nsubj) is >= 0 and var subject && spots.At(subject) is >= 0 and var at && Table[spots[at].Entity] is { Country: { IsNone: false } state } actor && (actor.Kind == EntityKind.State || actor.Sectors is [Sector.Gov or Sector.Leg, ..]) && (state == setting.Main || state == setting.Home || state == setting.Pair.Other) ? state : default;
    }

    /// <summary>"at the request of the government", "a bill passed by parliament": the own rulers of whoever acts.</summary>
    private bool IsAside(Spot spot, int top) =>
        phrases.Quotes.At(spot.Token) == 0 && Table[spot.Entity] is { Kind: not EntityKind.Person, IsNamed: false, Known: null, Sectors: [Sector.Gov or Sector.Leg, ..] } && !Words.IsMission(Lower(spot.Token)) && (Tree[top].Relation == Relation.OblAgent || Tree[top].Relation == Relation.Nmod && Tree.Case(top) == "of" || Table[spot.Entity].Sectors[0] == Sector.Leg && Tree[top].Relation == Relation.Obl && Words.IsPlaceCase(Tree.Case(top)));

    /// <summary>"Paraguay's senate rejected the treaty with Brazil. The energy minister said": of whoever alone acted in the last sentence that names a state, unless another was dealt with there.</summary>
    private CountryCode Continued(Spot spot, int index, Sentence sentence, int s)
    {
        if (Table[spot.Entity].Sectors is [Sector.Pty, ..])
            return default;
        for (int at = s - 1; at >= 0 && at >= s - Back && Tree.Parsed.Sentences[at].Block == sentence.Block; at--)
        {
            (CountryCode actor, bool named) = spots.Actor(index, Tree.Parsed.Sentences[at]);
            if (!named)
                continue;
            return (actor == setting.Main || actor == setting.Pair.One || actor == setting.Pair.Other) && !IsNamed(actor, index, sentence, Tree.Head(spots.Top(spot.Token))) ? actor : default;
        }

        return default;
    }

    /// <summary>Whether nothing before a mention speaks of another state than the one that the report is mostly about, and it does not face that one.</summary>
    private bool IsOfBulk(Spot spot, int index, Sentence sentence)
    {
        if (spot.Kind == MentionKind.Nominal && (IsOfSomething(spot) || IsInUnknown(spot)) || IsOneOfSeveral(spot.Token))
            return false;
        int top = spots.Top(spot.Token);
        bool subject = phrases.IsSubject(top);
        (CountryCode before, bool several) = spots.StatesOf(index, sentence, false, -1);
        if (several || !before.IsNone && before != setting.Bulk)
            return false;
        if (!before.IsNone)
            return subject && !IsNamed(setting.Bulk, index, sentence, Tree.Head(top)) || Table[spot.Entity] is { Kind: not EntityKind.Person, Sectors: [Sector.Leg or Sector.Cop, ..] } && !IsUrged(top);
        if (IsNamed(setting.Bulk, index, sentence, Tree.Head(top)) || IsToldAgain(spot, index))
            return false;
        if (!subject && !spots.StatesOf(index, sentence, true, -1).Only.IsNone)
            return false;
        int s = Tree.SentenceOf(spot.Token);
        return s == 0 || Tree.Parsed.Sentences[s - 1].Block != sentence.Block || !(Table[spot.Entity].Sectors is [Sector.Cop, ..] && spots.IsSetAnywhere(index, Tree.Parsed.Sentences[s - 1])) && spots.Speaks(index, Tree.Parsed.Sentences[s - 1], setting.Bulk) && !(setting.IsEven && spots.Actor(index, Tree.Parsed.Sentences[s - 1]) is (var actor, true) && actor != setting.Bulk && spots.Lone(index, Tree.Parsed.Sentences[s - 1], false) != setting.Bulk);
    }

    /// <summary>"the minister": one told of before, who may be of the other state; a head of government told of first is of home.</summary>
    private bool IsToldAgain(Spot spot, int index)
    {
        if (!setting.IsOfSeveral || spot.Kind != MentionKind.Nominal || Table[spot.Entity] is not { Kind: EntityKind.Person, IsPlural: false } person || person.IsNamed || IsIndefinite(spot.Token))
            return false;
        bool head = person.Level is TitleLevel.HeadOfState or TitleLevel.HeadOfGovernment;
        for (int i = index - 1; i >= 0 && index - i < 4 * Spots.Reach; i--)
        {
            if (spots[i].Entity == spot.Entity || Table[spots[i].Entity] is not { Kind: EntityKind.Person, IsPlural: false } other)
                continue;
            if (head ? other.Level == person.Level : Tree.SentenceOf(spots[i].Token) != Tree.SentenceOf(spot.Token) && !spots.IsHeading(spots.SentenceOf(spots[i])) && other.Office is not null && (person.Office is null || other.Office == person.Office || other.Office.StartsWith(person.Office + " ", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>"The Chadian ambassador left the ministry": it is not Chad's.</summary>
    private bool IsVisited(Spot spot, CountryCode state)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Organization, Sectors: [Sector.Gov, ..] } || Words.IsMission(Lower(spot.Token)) || Tree.Has(spot.Token, Relation.NmodPoss) || Tree.Head(spots.Top(spot.Token)) is not (>= 0 and var verb) || Tree[verb].Pos != PartOfSpeech.Verb)
            return false;
        while (Tree[verb].Relation == Relation.Conj && Tree.Child(verb, Relation.Nsubj) < 0 && Tree.Head(verb) >= 0)
            verb = Tree.Head(verb);
        return Tree.Child(verb, Relation.Nsubj) is >= 0 and var subject && spots.At(subject) is >= 0 and var at && spots[at].Entity != spot.Entity && Table[spots[at].Entity] is { Kind: EntityKind.Person, Level: TitleLevel.Diplomat, Office: { } office } envoy && envoy.Country == state && Words.IsMission(office);
    }

    /// <summary>"a security source".</summary>
    private bool IsIndefinite(int head)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == Relation.Det && Tree[child].Morphology.HasFlag(Morphology.Indefinite))
                return true;
        }

        return false;
    }

    /// <summary>"Chad asked the government": hardly one's own.</summary>
    private bool IsUrged(int token) => Tree[token].Relation is Relation.Obj or Relation.Iobj or Relation.NsubjPass && Tree.Head(token) is >= 0 and var verb && (Words.IsUrging(Lower(verb)) || Words.IsDealing(Lower(verb)));

    /// <summary>"The trade minister told parliament that the government was ready": the state of the ruler who is the subject before.</summary>
    /// <param name="index">The mention.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="isOpposed">Only of whoever may oppose the own rulers.</param>
    private CountryCode Ruler(int index, Sentence sentence, bool isOpposed)
    {
        for (int i = index - 1; i >= 0 && index - i < Spots.Reach && spots[i].Token >= sentence.FirstToken; i--)
        {
            if (Table[spots[i].Entity] is { Sectors: [Sector.Gov or Sector.Leg or Sector.Opp or Sector.Pty, ..], Country: { IsNone: false } state } ruler && (ruler is { Kind: EntityKind.Person, IsPlural: false } || ruler.IsPlural && ruler.Sectors[0] == Sector.Leg || ruler.Kind != EntityKind.Person && ruler.Sectors[0] is Sector.Opp or Sector.Pty) && phrases.IsSubject(spots.Top(spots[i].Token)) && (!isOpposed || ruler.Sectors[0] != Sector.Gov))
                return state;
        }

        return default;
    }

    /// <summary>"the president of the enclave": of something that has no state of its own here.</summary>
    private bool IsOfSomething(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree[child].Range.Start > spot.Range.End && Tree.Case(child) == "of")
                return true;
        }

        return false;
    }

    /// <summary>"police in Odal", of which nobody knows where it lies.</summary>
    private bool IsInUnknown(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.Nmod && child > spot.Token && Tree[child].Pos == PartOfSpeech.Propn && Words.IsPlaceCase(Tree.Case(child)) && (spots.At(child) is not (>= 0 and var at) || Table[spots[at].Entity].Country.IsNone))
                return true;
        }

        return false;
    }

    /// <summary>"Togo arms them. Its troops attacked": of whomever "its" means, where the sentence before tells of another state than that of the report.</summary>
    private bool IsOfOpenOwner(Spot spot, int index, Sentence sentence) =>
        Tree.Child(spot.Token, Relation.NmodPoss) is >= 0 and var owner && Tree[owner].Pos == PartOfSpeech.Pron && spots.At(owner) < 0 && ((setting.IsOfSeveral || phrases.Quotes.At(spot.Token) > 0) && Words.IsThey(Tree[owner].Range.Of(Tree.Text).ToLowerInvariant()) || Words.IsIt(Tree[owner].Range.Of(Tree.Text).ToLowerInvariant()) && Tree.SentenceOf(spot.Token) is > 0 and var s && Tree.Parsed.Sentences[s - 1] is var previous && previous.Block == sentence.Block && !spots.Speaks(index, previous, setting.Home));

    /// <summary>"a newspaper", "an opposition party" in the note of an embassy: of the state where it stands, unless they are called its own.</summary>
    private bool IsOfHosts(Spot spot) => Table[spot.Entity].Sectors is [Sector.Med or Sector.Opp or Sector.Pty or Sector.Lab or Sector.Cop or Sector.Jud, ..];

    /// <summary>"the mayor", "the district governor".</summary>
    private bool IsLocal(Spot spot) => Table[spot.Entity].Office is { } office && (Words.IsLocalOffice(office) || Words.IsLocal(office));

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
    /// <param name="state">The state.</param>
    /// <param name="index">The mention.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="verb">What it does: whatever it says may be about its own state.</param>
    private bool IsNamed(CountryCode state, int index, Sentence sentence, int verb)
    {
        for (int i = index + 1; i < spots.Count && i - index < Spots.Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (Table[spots[i].Entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Place } other && other.Country == state && other.Sectors is not [Sector.Pty or Sector.Opp or Sector.Leg, ..] && spots[i].Kind != MentionKind.Pronoun && !IsSaid(spots[i].Token, verb) && !(other.Kind == EntityKind.Place && (Tree.Head(spots[i].Token) != verb || other.Known is { PlaceKind: not "capital" })))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word stands in what a verb says; not who shall do something: "demanded that Chad pay".</summary>
    private bool IsSaid(int token, int verb)
    {
        if (verb >= 0 && Words.IsClaiming(Lower(verb)) && Tree[token].Relation is Relation.Nsubj && Tree.Head(token) is >= 0 and var asked && Tree.Head(asked) == verb)
            return false;
        while (Tree.Head(token) is >= 0 and var head && head != verb)
            token = head;
        return Tree[token].Relation == Relation.Ccomp;
    }

    /// <summary>"Chad will answer, the foreign ministry said": of the state that its words are about.</summary>
    private CountryCode Content(Spot spot)
    {
        int top = spots.Top(spot.Token);
        int verb = Tree.Head(top);
        if (verb < 0 || Tree[top].Relation != Relation.Nsubj)
            return default;
        int said = Tree[verb].Relation == Relation.Parataxis && Tree.Head(verb) is >= 0 and var whole && whole < top ? whole : -1;
        foreach (int child in Tree.Children(verb))
        {
            if (child < top && Tree[child].Relation is Relation.Ccomp or Relation.Parataxis)
                said = child;
        }

        if (said < 0 || Words.IsHarm(Lower(said)) || Words.IsClaiming(Lower(verb)))
            return default;
        foreach (int child in Tree.Children(said))
        {
            if (Tree[child].Relation is Relation.Nsubj or Relation.NsubjPass && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Country: { IsNone: false } state } about
                && (about.Kind == EntityKind.State || about.Sectors is [Sector.Gov or Sector.Leg, ..]))
                return state;
        }

        return default;
    }
}
