using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whose somebody is by the words beside: an owner, a body, whom one serves, the side one stands on, the court that hears one.</summary>
internal sealed class Bonds(Phrases phrases, Spots spots, Setting setting)
{
    private readonly Surroundings around = new(phrases, spots, setting);
    private readonly PlaceTies places = new(phrases, spots);

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    private MentionWords Words => phrases.Words;

    /// <summary>The state of the owner: "his lawyer", "its defence ministry", "soldiers of the guard"; of an envoy that of whoever sends him.</summary>
    public CountryCode Of(Spot spot, string noun)
    {
        if (!setting.Issuer.IsNone && IsOurs(spot))
            return Words.IsBeside(noun) || Words.IsCounterpart(noun) || IsFromAnywhere(spot) ? default : setting.Issuer;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (spots.At(child) is not (>= 0 and var at) || spots[at] is var other && other.Entity == spot.Entity)
                continue;
            bool apposed = Tree[child].Relation == Relation.Appos && other.Kind == MentionKind.Nominal && Table[spot.Entity].Kind == EntityKind.Person && Table[other.Entity] is { Kind: EntityKind.Person, IsPlural: false };
            if (apposed && !setting.Issuer.IsNone && Table[other.Entity].Country.IsNone && Of(other, Lower(child)) is { IsNone: false } same)
                return same;
            if (Table[other.Entity] is not { Country.IsNone: false } owner || Tree[child].Relation != Relation.NmodPoss && !IsBond(spot, noun, child, other))
                continue;

            // "their armies": of two.
            if (at + 1 < spots.Count && spots[at + 1].Token == child && Table[spots[at + 1].Entity].Country is { IsNone: false } second && second != owner.Country && Tree[child].Pos == PartOfSpeech.Pron)
                return default;

            // "Its diplomat rejected the note": whoever stands for a state.
            if (Words.IsMission(noun) && Tree[child].Relation == Relation.NmodPoss && owner is { Kind: EntityKind.State } or { Kind: EntityKind.Organization or EntityKind.Group, Sectors: [Sector.Gov, ..] })
                return owner.Country;
            if (Words.IsCounterpart(noun))
                return setting.Beside(owner.Country);
            return Words.IsBeside(noun) || Words.IsLawyer(noun) && owner.Country != setting.Home || owner.Sectors is not [Sector.Edu, ..] && !(owner.Sectors is [Sector.Gov, ..] && Tree[child].Relation == Relation.NmodPoss && Tree[child].Pos == PartOfSpeech.Pron) && IsFromAnywhere(spot) ? default : owner.Country;
        }

        if (Described(spot) is { IsNone: false } described)
            return described;
        if (Inside(spot) is { IsNone: false } inside)
            return inside;
        if (National(spot) is { IsNone: false } national)
            return national;
        if (Words.IsMission(noun))
            return Sender(spot);
        if (Beside(spot) is { IsNone: false } joined)
            return joined;
        if (IsFromAnywhere(spot) || Words.IsBeside(noun) || Words.IsCounterpart(noun))
            return default;
        if (Antecedent(spot) is { IsNone: false } antecedent)
            return antecedent;
        return Side(spot) is { IsNone: false } side ? side : Hearing(spot);
    }

    /// <summary>"Its spokesman Karl Beck": the owner of the noun before a name.</summary>
    private CountryCode Described(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation is not (Relation.NmodDesc or Relation.Compound) || child > spot.Token || Tree[child].Range.Start < spot.Range.Start || Tree.Child(child, Relation.NmodPoss) is not (>= 0 and var owner) || spots.At(owner) is not (>= 0 and var at) || !Words.IsServant(Lower(child)))
                continue;
            if (Table[spots[at].Entity] is { Country: { IsNone: false } state, Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group or EntityKind.Person })
                return state;
        }

        return default;
    }

    /// <summary>"Reef Union president Karl Beck": the state of the body before the office.</summary>
    private CountryCode Inside(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person, IsPlural: false } || spot.Kind != MentionKind.Name)
            return default;
        for (int i = spot.Token - 1; i >= 0 && Tree[i].Range.Start >= spot.Range.Start; i--)
        {
            if (spots.At(i) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Organization, Sectors: [Sector.Lab or Sector.Pty or Sector.Opp or Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil, ..] } body)
                return body.Country;
        }

        return default;
    }

    /// <summary>"lawmakers from the party", "an aide to the minister", "a spokesman for the prosecutor", "the coalition of the premier": whoever is of somebody.</summary>
    private bool IsBond(Spot spot, string noun, int child, Spot other)
    {
        if (Tree[child].Relation != Relation.Nmod)
            return false;
        string preposition = Tree.Case(child);
        EntityDraft own = Table[spot.Entity], owner = Table[other.Entity];
        if (preposition == "of" && owner.Kind is EntityKind.Organization or EntityKind.Group && other.Kind == MentionKind.Nominal && own.Kind is EntityKind.Person or EntityKind.Group)
            return owner.Sectors is [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil or Sector.Pty or Sector.Opp or Sector.Reb, ..];
        bool ruling = owner.Sectors is [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil or Sector.Pty or Sector.Opp, ..];
        if (owner.Kind == EntityKind.Person)
            return (ruling || owner.Sectors is [Sector.Eli, ..]) && preposition == "of" && Words.IsMission(noun) || ruling && !owner.IsPlural && (own.Kind is EntityKind.Person or EntityKind.Group ? Words.IsServant(noun) && Words.IsServantCase(preposition) : preposition == "of" && own.Sectors is [Sector.Gov or Sector.Pty or Sector.Mil, ..]);
        if (owner.Kind is EntityKind.State or EntityKind.Place && Words.IsOrigin(preposition))
            return own.Kind is EntityKind.Person or EntityKind.Group && !Words.IsMission(noun) && !Tree.Has(child, Relation.Conj);
        if (owner.Kind != EntityKind.Organization)
            return preposition == "of" && other.Kind == MentionKind.Name && owner.Kind is not EntityKind.Place;
        if (own.Kind is not (EntityKind.Person or EntityKind.Group))
            return preposition == "of" && other.Kind == MentionKind.Name;
        return preposition == "of" && other.Kind == MentionKind.Name || Words.IsServant(noun) && Words.IsServantCase(preposition)
            || Words.IsMemberCase(preposition) && (ruling || owner.Sectors is [Sector.Edu, ..] && own.Sectors is [Sector.Edu, ..]);
    }

    /// <summary>"Chad recalled its ambassador", "asked the Chadian government to recall its ambassador".</summary>
    private CountryCode Sender(Spot spot)
    {
        if (Tree[spot.Token].Relation != Relation.Obj || Tree.Head(spot.Token) is not (>= 0 and var verb) || !Words.IsSending(Lower(verb)))
            return default;
        int sender = Tree.Child(verb, Relation.Nsubj);
        int asked = sender < 0 && Tree[verb].Relation == Relation.Xcomp ? Tree.Head(verb) : -1;
        if (asked >= 0)
            sender = Tree.Child(asked, Relation.Obl) is >= 0 and var obl && obl < verb ? obl : Tree.Child(asked, Relation.Iobj) is >= 0 and var told ? told : Tree.Child(asked, Relation.Obj);

        // "The minister planned to send an envoy".
        if (sender < 0 && asked >= 0)
            sender = Tree.Child(asked, Relation.Nsubj);
        return sender >= 0 && spots.At(sender) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group or EntityKind.Person, Country: { IsNone: false } state, Sectors: [Sector.Gov, ..] } ? state : default;
    }

    /// <summary>"Chad, whose generals want the heights".</summary>
    private CountryCode Antecedent(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation != Relation.NmodPoss || !Words.IsWhose(Lower(child)))
                continue;
            int noun = child - 1;
            while (noun > 0 && Tree[noun].Pos is PartOfSpeech.Punct or PartOfSpeech.Adp)
                noun--;
            return spots.At(noun) is >= 0 and var at && Table[spots[at].Entity] is { Country: { IsNone: false } state } owner && owner.Kind is not (EntityKind.Place or EntityKind.Group) ? state : default;
        }

        return default;
    }

    /// <summary>"Villagers fled on the Thai side".</summary>
    private CountryCode Side(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person or EntityKind.Group })
            return default;
        int top = spots.Top(spot.Token);
        if (SideUnder(top, Relation.Nmod) is { IsNone: false } own)
            return own;
        foreach (int child in Tree.Children(top))
        {
            if (Tree[child].Relation == Relation.Acl && SideUnder(child, Relation.Obl) is { IsNone: false } done)
                return done;
        }

        return Tree.Head(top) is >= 0 and var verb && Tree[top].Relation is Relation.Nsubj or Relation.NsubjPass ? SideUnder(verb, Relation.Obl) : default;
    }

    private CountryCode SideUnder(int head, Relation relation)
    {
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == relation && Words.IsSideNoun(Lower(child)) && Words.IsSideCase(Tree.Case(child)) && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State, Country: { IsNone: false } state })
                return state;
        }

        return default;
    }

    /// <summary>"The attorney general told the court", "the minister said in parliament": one's own court and parliament hear one.</summary>
    private CountryCode Hearing(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person, IsPlural: false, Office: { } office, Sectors: [var sector, ..] } || Words.IsLawyer(office))
            return default;
        int top = spots.Top(spot.Token);
        if (Tree.Head(top) is not (>= 0 and var verb))
            return default;

        // "Chadian lawmakers asked the prime minister to resign": their own.
        if (sector == Sector.Gov && Tree[top].Relation is Relation.Obj or Relation.Iobj && Tree.Child(verb, Relation.Nsubj) is >= 0 and var asker && spots.At(asker) is >= 0 and var who && Table[spots[who].Entity] is { Country: { IsNone: false } asking, Sectors: [Sector.Leg, ..] } && !Words.IsMission(office))
            return asking;
        if (!phrases.IsSubject(top))
            return default;
        foreach (int child in Tree.Children(verb))
        {
            if (Tree[child].Relation is Relation.Obj or Relation.Iobj or Relation.Obl && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Organization, Country: { IsNone: false } state, Sectors: [var hearing, ..] }
                && (hearing == Sector.Jud && sector is Sector.Jud or Sector.Cop || hearing == Sector.Leg && sector is Sector.Gov or Sector.Leg or Sector.Pty or Sector.Opp))
                return state;
        }

        return default;
    }

    /// <summary>The state of the town of a body, of the other side of an envoy, of the embassy or the body just told of.</summary>
    public CountryCode Beside(Spot spot, int index) =>
        around.Fronted(spot, index) is { IsNone: false } front ? front : Summoned(spot) is { IsNone: false } sender ? sender : Mission(spot, index) is { IsNone: false } mission ? mission : Town(spot) is { IsNone: false } town ? town : There(spot, index) is { IsNone: false } there ? there : Host(spot, index) is { IsNone: false } host ? host : Namesake(spot, index) is { IsNone: false } own ? own : Commonwealth(spot, index) is { IsNone: false } republic ? republic : places.Of(spot, index) is { IsNone: false } place ? place : around.Of(spot, index);

    /// <summary>"Police in Odal", "the court in Odal": a body is of the state of its town; an embassy is not.</summary>
    private CountryCode Town(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Organization, Sectors: [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Hlh or Sector.Edu, ..] })
            return default;
        if (Words.IsMission(Lower(spot.Token)) || spot.Token > 0 && Tree[spot.Token - 1].Relation == Relation.Compound && Words.IsMission(Lower(spot.Token - 1)))
            return default;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation == Relation.Nmod && Words.IsPlaceCase(Tree.Case(child)) && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.Place, Country: { IsNone: false } state })
                return state;
        }

        return default;
    }

    /// <summary>"In Odal, the authorities there refused".</summary>
    private CountryCode There(Spot spot, int index)
    {
        int next = spot.Token + 1;
        if (next < Tree.Count && Words.IsHere(Lower(next)) && !IsFromAnywhere(spot) && !Words.IsMission(Lower(spot.Token)) && phrases.Quotes.At(next) == 0)
            return phrases.Home.Written;
        if (next >= Tree.Count || !Words.IsThere(Lower(next)) || IsFromAnywhere(spot) || Words.IsMission(Lower(spot.Token)) || Table[spot.Entity].Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Mil or Sector.Opp, ..])
            return default;
        for (int i = index - 1; i >= 0 && index - i < 6; i--)
        {
            if (Table[spots[i].Entity] is { Kind: EntityKind.Place or EntityKind.State, Country: { IsNone: false } state } && Words.IsPlaceCase(Tree.Case(spots[i].Token)))
                return state;
        }

        return default;
    }

    /// <summary>"University of Southern Norway": the only state that the words of a school's name may mean; "American University" stands anywhere.</summary>
    /// <param name="name">Where the name stands.</param>
    /// <param name="isPaper">"Odal Tribune": a paper is of the town whose name it begins with.</param>
    public CountryCode School(TextRange name, bool isPaper)
    {
        var matches = new List<NameMatch>();
        phrases.Known.Match(name.Of(Tree.Text), matches);
        CountryCode only = default;
        foreach (NameMatch match in matches)
        {
            foreach (NameCandidate candidate in phrases.Known.Candidates(match.Name))
            {
                if (!candidate.IsEntity || phrases.Known[candidate.Index] is not { Kind: EntityKind.State or EntityKind.Place, Country: { IsNone: false } state } || isPaper && candidate.Role is NameRole.Adjective or NameRole.People || !isPaper && match.Start == 0 && name.Of(Tree.Text).IndexOf(' ', Math.Min(match.Length + 1, name.Length)) < 0)
                    continue;
                if (!only.IsNone && only != state)
                    return default;
                only = state;
            }
        }

        return only;
    }

    /// <summary>"The ministry summoned the Chadian ambassador": a state's envoy is received by the other state.</summary>
    private CountryCode Host(Spot spot, int index)
    {
        if (Table[spot.Entity] is not { Sectors: [Sector.Gov, ..], IsPlural: false } || phrases.IsModifier(spot.Token))
            return default;
        int top = spots.Top(spot.Token);
        if (Tree.Head(top) is not (>= 0 and var verb) || Tree[top].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.OblAgent or Relation.Obj or Relation.Iobj) || Words.IsSending(Lower(verb)))
            return default;
        bool isSubject = Tree[top].Relation is Relation.Nsubj;
        foreach (int child in Tree.Children(verb))
        {
            if (child == top || isSubject && Tree[child].Relation is Relation.Nsubj or Relation.NsubjPass || Tree[child].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl))
                continue;
            if (spots.At(child) is >= 0 and var at && spots[at].Entity != spot.Entity && Table[spots[at].Entity] is { Kind: EntityKind.Person, IsPlural: false, Level: TitleLevel.Diplomat, Office: { } office, Country: var sent } && Words.IsMission(office) && (sent.IsNone ? Mission(spots[at], at) : sent) is { IsNone: false } sender)
                return Receiving(child) is { IsNone: false } receiving ? receiving : setting.Beside(sender) is { IsNone: false } other ? other : sender != setting.Home && !setting.Home.IsNone ? setting.Home : around.Receiver(index, sender) is { IsNone: false } near ? near : setting.Desk == sender ? default : setting.Desk;
        }

        return default;
    }

    /// <summary>"Karl Beck, president of the Republic", "“The Republic turns nobody away,” the Chadian spokesman said": of whoever holds the office or speaks.</summary>
    private CountryCode Commonwealth(Spot spot, int index)
    {
        if (spot.Kind != MentionKind.Nominal || !Words.IsCommonwealth(Lower(spot.Token)) || Tree.Has(spot.Token, Relation.Amod) || !char.IsUpper(Tree.Text[Tree[spot.Token].Range.Start]))
            return default;
        if (Tree[spot.Token].Relation == Relation.Nmod && Tree.Case(spot.Token) == "of" && Tree.Head(spot.Token) is >= 0 and var office && spots.At(office) is >= 0 and var at)
            return Table[spots[at].Entity] is { Kind: EntityKind.Person, Country: var held } ? held : default;
        return phrases.Quotes.At(spot.Token) > 0 ? Speaker(spot, index) : default;
    }

    /// <summary>"Chadian doctors and technicians": of one state, where both are of one kind of people and nothing stands between.</summary>
    private CountryCode Beside(Spot spot)
    {
        if (Tree[spot.Token].Relation != Relation.Conj || Table[spot.Entity] is not { IsPlural: true } own || Tree.Head(spot.Token) is not (>= 0 and var first) || spots.At(first) is not (>= 0 and var at) || Table[spots[at].Entity] is not { IsPlural: true, Country: { IsNone: false } state } other)
            return default;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (child < spot.Token && Tree[child].Relation is not (Relation.Cc or Relation.Punct))
                return default;
        }

        bool working = own.Sectors is [Sector.Edu or Sector.Hlh or Sector.Agr or Sector.Bus or Sector.Lab, ..] && other.Sectors is [Sector.Edu or Sector.Hlh or Sector.Agr or Sector.Bus or Sector.Lab or Sector.Mil or Sector.Gov, ..];
        if (!working && !(own.Sectors is [var mine, ..] && other.Sectors is [var theirs, ..] && mine == theirs && mine is Sector.Mil or Sector.Cop or Sector.Gov))
            return default;
        foreach (int child in Tree.Children(first))
        {
            if (Tree[child].Relation is Relation.Amod or Relation.Compound && child < first && spots.At(child) is >= 0 and var name && Table[spots[name].Entity].Kind == EntityKind.State)
                return state;
        }

        return default;
    }

    /// <summary>"The Chadian ministry summoned Ambassador Karl Beck": of the other state that the report is about.</summary>
    private CountryCode Summoned(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person, IsPlural: false, Level: TitleLevel.Diplomat, Office: { } office } || !Words.IsMission(office))
            return default;
        int top = spots.Top(spot.Token);
        if (Tree.Head(top) is not (>= 0 and var verb) || !Words.IsReceiving(Lower(verb)) || !(Tree[top].Relation is Relation.Obj or Relation.Iobj || Tree[top].Relation == Relation.Obl && Tree.Case(top) == "to"))
            return default;
        int subject = phrases.Words.IsReceiving(Lower(verb)) && Tree.Child(verb, Relation.Nsubj) is >= 0 and var own ? own : Tree[verb].Relation == Relation.Conj && Tree.Head(verb) is >= 0 and var first ? Tree.Child(first, Relation.Nsubj) : -1;
        return subject >= 0 && spots.At(subject) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State or EntityKind.Organization or EntityKind.Group, Country: { IsNone: false } state, Sectors: [Sector.Gov, ..] } ? setting.Beside(state) : default;
    }

    /// <summary>"Chad's ambassador to Togo".</summary>
    private CountryCode Receiving(int envoy)
    {
        foreach (int child in Tree.Children(envoy))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree.Case(child) is "to" or "in" && spots.At(child) is >= 0 and var at && Table[spots[at].Entity] is { Kind: EntityKind.State, Country: { IsNone: false } state })
                return state;
        }

        return default;
    }

    /// <summary>"the Chadian embassy … the ambassador, Karl Beck": of the only state whose embassy was told of just before.</summary>
    private CountryCode Mission(Spot spot, int index)
    {
        // "the consul general in Odal": of the other state that the report is about.
        if (Table[spot.Entity] is { Kind: EntityKind.Person, IsPlural: false, Level: TitleLevel.Diplomat } && !setting.Pair.One.IsNone && Tree.Child(spot.Token, Relation.Nmod) is >= 0 and var seat && Words.IsPlaceCase(Tree.Case(seat)) && spots.At(seat) is >= 0 and var there && Table[spots[there].Entity] is { Kind: EntityKind.Place, Country: { IsNone: false } host } && Table[spot.Entity].Office is { } rank && Words.IsMission(rank) && !IsFromAnywhere(spot))
            return setting.Beside(host);
        if (!(Table[spot.Entity] is { Kind: EntityKind.Person, IsPlural: false, Level: TitleLevel.Diplomat } || Table[spot.Entity] is { Kind: EntityKind.Organization, IsPlural: false } && Words.IsHousing(Lower(spot.Token))) || Tree.Has(spot.Token, Relation.Nmod) || Tree.Has(spot.Token, Relation.NmodPoss))
            return default;
        CountryCode only = default;
        CountryCode doer = Table[spot.Entity].Kind == EntityKind.Organization ? around.DoerBeside(spot) : default;
        for (int i = index - 1; i >= 0 && index - i < Spots.Reach; i--)
        {
            EntityDraft before = Table[spots[i].Entity];
            if (before.Country.IsNone || before.Country == doer || !(before.Kind == EntityKind.Organization ? Words.IsMission(Lower(spots[i].Token)) : before is { Kind: EntityKind.Person, Level: TitleLevel.Diplomat or null, Office: { } office } && (Words.IsMission(office) || office.IndexOf(" to ", StringComparison.Ordinal) is > 0 and var to && Words.IsMission(office[..to]))))
                continue;
            if (!only.IsNone && only != before.Country)
                return default;
            only = before.Country;
        }

        return only;
    }

    /// <summary>"The government spokesman" behind "the Georgian government", "the prime minister's office" behind the only prime minister.</summary>
    private CountryCode Namesake(Spot spot, int index)
    {
        EntityDraft draft = Table[spot.Entity];
        if (draft.Sectors is not [Sector.Gov or Sector.Leg or Sector.Jud or Sector.Mil or Sector.Pty, ..] || draft.IsPlural)
            return default;
        ReadOnlySpan<char> words = Tree.Text.AsSpan(spot.Range.Start, spot.Range.Length);
        int owned = words.IndexOfAny('\'', '’');
        string? part = null;
        foreach (int child in Tree.Children(spot.Token))
        {
            if (draft.Kind == EntityKind.Person && Tree[child].Relation == Relation.Compound && child < spot.Token && Words.IsOwnBody(Lower(child)))
                part = Lower(child);
        }

        if (owned < 0 && part is null)
            return default;
        CountryCode only = default;
        for (int i = index - 1; i >= 0 && index - i < 2 * Spots.Reach; i--)
        {
            if (spots[i].Entity == spot.Entity || Table[spots[i].Entity] is not { Country: { IsNone: false } state } before)
                continue;
            bool same = part is not null ? before.Kind is EntityKind.Organization or EntityKind.Group && Lower(spots[i].Token) == part
                : before is { Kind: EntityKind.Person, IsPlural: false, Office: { } office } && words[..owned].Equals(office, StringComparison.OrdinalIgnoreCase);
            if (!same)
                continue;
            if (!only.IsNone && only != state)
                return default;
            only = state;
        }

        return only;
    }

    /// <summary>"the Chadian military attache": of a state by its adjective, but not "the ethnic Chadian" or "the anti-Chadian cleric".</summary>
    public CountryCode National(Spot spot)
    {
        if (Table[spot.Entity] is not { Kind: EntityKind.Person, IsPlural: false })
            return default;
        for (int i = spot.Token - 1; i >= 0 && Tree[i].Range.Start >= spot.Range.Start; i--)
        {
            if (spots.At(i) is >= 0 and var at && spots[at] is { Kind: MentionKind.Adjective } inner && Table[inner.Entity] is { Kind: EntityKind.State, Country: { IsNone: false } state } && inner.Range.Start >= spot.Range.Start)
                return Tree[i].Range.Length != inner.Range.Length || i > 0 && (Words.IsEthnic(Lower(i - 1)) || Tree[i - 1].Range.End == Tree[i].Range.Start && !IsOfTwo(i)) ? default : state;
        }

        return default;
    }

    /// <summary>"the Iranian-American author": of two states, the second of which is where such a one lives.</summary>
    private bool IsOfTwo(int token) =>
        token > 1 && Tree.Form(token - 1) is "-" && Tree[token - 2].Range.End == Tree[token - 1].Range.Start && spots.At(token - 2) is >= 0 and var at && spots[at] is { Kind: MentionKind.Adjective } first && Table[first.Entity].Kind == EntityKind.State;

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

    /// <summary>"Our soldiers were shelled, the army spokesman said": of the state of whoever speaks in the sentence.</summary>
    public bool IsSpeakers(Spot spot, int index, out CountryCode state)
    {
        state = default;
        bool ours = false;
        foreach (int child in Tree.Children(spot.Token))
            ours |= Tree[child].Relation == Relation.NmodPoss && Issuer.IsOwn(Tree[child]) && phrases.Quotes.At(child) > 0;
        if (!ours)
            return false;
        state = Speaker(spot, index);
        return true;
    }

    /// <summary>The state of whoever speaks in the sentence, or last or next in the paragraph.</summary>
    private CountryCode Speaker(Spot spot, int index)
    {
        CountryCode state = default;
        Sentence sentence = spots.SentenceOf(spot);
        for (int i = Math.Max(0, index - Spots.Reach); i < spots.Count && i < index + Spots.Reach && spots[i].Token < sentence.EndToken; i++)
        {
            if (spots.SentenceOf(spots[i]).Block != sentence.Block || phrases.Quotes.At(spots[i].Token) > 0 || !phrases.IsTelling(spots.Top(spots[i].Token)))
                continue;
            state = Table[spots[i].Entity].Country;
            if (spots[i].Token >= sentence.FirstToken)
                break;
        }

        return state;
    }

    /// <summary>"The two countries' commission", "the commission of Peru and Chile": of both.</summary>
    public bool IsOfBoth(Spot spot)
    {
        foreach (int child in Tree.Children(spot.Token))
        {
            if (Tree[child].Relation is not (Relation.NmodPoss or Relation.Nmod) || spots.At(child) is not (>= 0 and var at) || Table[spots[at].Entity] is not { Kind: EntityKind.State, Country: var one })
                continue;
            int other = at + 1 < spots.Count && spots[at + 1].Token == child ? at + 1 : Tree.Child(child, Relation.Conj) is >= 0 and var second ? spots.At(second) : -1;
            if (other >= 0 && Table[spots[other].Entity] is { Kind: EntityKind.State, Country: var two } && one != two && Table[spot.Entity].Kind != EntityKind.Person)
                return true;
        }

        return false;
    }

    /// <summary>"Biologist Karl Beck": nobody knows whence.</summary>
    public bool IsFromAnywhere(Spot spot)
    {
        for (int i = spot.Token; i >= 0 && Tree[i].Range.Start >= spot.Range.Start; i--)
        {
            if (Words.IsAnywhere(Lower(i)))
                return !Words.IsLocality(Lower(Math.Max(0, i - 1)));
        }

        return false;
    }

    private string Lower(int token) => Tree[token].Lemma.ToLowerInvariant();
}
