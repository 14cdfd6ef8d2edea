using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whether a common noun of actors means somebody where it stands.</summary>
internal sealed class NounUses(Phrases phrases, SpeechWords speech)
{
    /// <summary>How many words may stand between "of" and the name of whose relative somebody is.</summary>
    private const int LongestOwner = 9;

    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>A noun that stands behind the name of such a body: "the Harmony party", "the Boeing company", "the Sea Rescue charity".</summary>
    public static bool IsCalled(Agent agent) => agent is { Kind: EntityKind.Organization, Sector: Sector.Bus or Sector.Pty } || agent is { Kind: EntityKind.Organization or EntityKind.Group, Sector: Sector.Lab or Sector.Ngo };

    /// <summary>"the agency “Odal Press”", "the movement “New Road”": the body whose name stands in quotation marks right behind.</summary>
    public bool IsQuoted(Sighting sighting, Agent agent)
    {
        int name = sighting.Last + 2;
        if (sighting.IsPlural || agent.Kind == EntityKind.Person || phrases.Form(sighting.Last + 1) is not ("\"" or "“" or "«") || phrases.Signs.At(name) is not { Kind: SightingKind.Body or SightingKind.Name, Meant: [var body] } named || named.First != name || phrases.Form(named.Last + 1) is not ("\"" or "”" or "»") || Table[body] is not { Kind: EntityKind.Organization or EntityKind.Group })
            return false;
        if (Table[body] is { Known: null, Sectors.IsEmpty: true } draft && agent.Sector is not (Sector.Unk or Sector.Gov))
            draft.Sectors = [agent.Sector];
        sighting.Meant.Add(body);
        Table.Move("noun:" + agent.Noun, body);
        return true;
    }

    /// <summary>"the Odal movement", "the Odal group": the body that is called so, whatever it is.</summary>
    public bool IsCircleOf(Sighting sighting, Agent agent) =>
        phrases.Words.IsCircleOf(agent.Noun) && phrases.Signs.At(sighting.First - 1) is { Kind: SightingKind.Name or SightingKind.Body, Meant: [var body] } name && name.Last == sighting.First - 1
            && Table[body] is { Kind: EntityKind.Organization, Known: null } or { Kind: EntityKind.Organization or EntityKind.Group, Known: not null, Sectors: [Sector.Reb or Sector.Uaf or Sector.Crm or Sector.Ngo, ..] };

    /// <summary>"the team from Odal", "the Beck family": a group told apart from one of which the report spoke by the same noun.</summary>
    public bool IsOfOthers(Sighting sighting, Agent agent, int head) =>
        agent.Kind == EntityKind.Group && !sighting.IsPlural
        && (phrases.Form(sighting.Last + 1) == "from" && Tree.Head(sighting.Last + 1) is >= 0 and var origin && Tree.Head(origin) == head && Tree[origin].Pos == PartOfSpeech.Propn
            || phrases.Signs.At(sighting.First - 1) is null or { Kind: SightingKind.Name or SightingKind.Person } && sighting.First > phrases.Sentence.FirstToken && Tree[sighting.First - 1] is { Pos: PartOfSpeech.Propn, Relation: Relation.Compound } && Tree.Head(sighting.First - 1) == head);

    /// <summary>A body of which nothing but the noun behind its name tells what it is.</summary>
    public bool IsNamedSo(Sighting sighting, Agent agent, Signs signs) =>
        IsCalled(agent) && (agent.Sector != Sector.Bus || phrases.Words.IsFirm(agent.Noun)) && !sighting.IsPlural && signs is { Body: >= 0, IsPossessed: false } && signs.End == sighting.Last && signs.Start < sighting.First && phrases.Signs.At(sighting.First - 1) is { Kind: SightingKind.Name }
        && Table[signs.Body] is { Known: null, IsNamed: false } body && (body.Sectors.IsEmpty || body.Sectors[0] == agent.Sector);

    /// <summary>"a group of British lawmakers": the people are the group.</summary>
    public bool IsOfPeople(Sighting sighting, int head)
    {
        if (sighting.IsPlural || !phrases.Words.IsMany(phrases.Form(sighting.Last)) || phrases.Form(sighting.Last + 1) != "of")
            return false;
        foreach (int child in Tree.Children(head))
        {
            if (Tree[child].Relation == Relation.Nmod && Tree.Case(child) == "of" && phrases.Signs.At(child) is { IsPlural: true, Kind: SightingKind.Agent or SightingKind.Title })
                return true;
        }

        return false;
    }

    /// <summary>"supreme court" is a court, "ministry of foreign affairs" a ministry.</summary>
    public static string LastOf(string noun)
    {
        int of = noun.IndexOf(" of ", StringComparison.Ordinal);
        string head = of > 0 ? noun[..of] : noun;
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    /// <summary>"a couple of days", "was wounded", "immunity from prosecution", "his authority", "turned into a mosque": a matter or a building, nobody who acts.</summary>
    public bool IsNobody(Sighting sighting, Agent agent, Signs signs, int head)
    {
        if (phrases.Known.PhraseWords.Of(agent.Noun) == PhraseWordKind.Collective && phrases.Form(sighting.Last + 1) == "of" && phrases.Form(sighting.Last + 2).Length > 0 && phrases.Signs.At(sighting.Last + 2) is null && Tree[sighting.Last + 2].Pos == PartOfSpeech.Noun)
            return true;
        if (phrases.Words.IsRemains(agent.Noun) && IsOfSomebody(sighting, signs))
            return true;

        // "who was Chad's closest ally": he or she, and none of Chad's.
        if (!sighting.IsPlural && agent.Kind != EntityKind.Person && phrases.Words.IsBeside(agent.Noun) && Tree.Has(head, Relation.Cop) && signs.IsPossessed && phrases.SubjectOf(head) >= 0)
            return true;
        if (!sighting.IsPlural && phrases.Words.IsMembership(agent.Noun) && signs.Body >= 0 && signs.End == sighting.Last && Table[signs.Body] is { Known: not null, Country.IsNone: true, Sectors: [Sector.Igo, ..] })
            return true;
        // "in exile in Chad": a state of life.
        if (agent.Kind == EntityKind.Person && !sighting.IsPlural && phrases.Words.IsVague(agent.Noun) && signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, Owner: < 0 } && sighting.First > phrases.Sentence.FirstToken && Tree[sighting.First - 1].Pos == PartOfSpeech.Adp && Tree.Case(head) is "in" or "into" or "from" && char.IsLower(Tree.Text[sighting.Range.Start]) && phrases.NameAfter(sighting.Last) is null)
            return true;

        // "questioned his authority", "the authority of the Senate to ask".
        if (!sighting.IsPlural && agent.Sector == Sector.Gov && phrases.Words.IsAbstract(agent.Noun) && phrases.Words.IsVague(agent.Noun) && (signs.Owner >= 0 && Table[signs.Owner].Kind == EntityKind.Person || phrases.Form(sighting.Last + 1) is "of" or "to" or "over"))
            return true;

        // "a court whose authority it denies".
        if (!sighting.IsPlural && phrases.Words.IsAbstract(agent.Noun) && phrases.Words.IsVague(agent.Noun) && sighting.First > phrases.Sentence.FirstToken && (phrases.Words.IsWhose(phrases.Form(sighting.First - 1)) || phrases.Words.IsIt(phrases.Form(sighting.First - 1)) || phrases.Words.IsThey(phrases.Form(sighting.First - 1))) && agent.Sector == Sector.Gov)
            return true;
        if (agent.Kind == EntityKind.Person && (IsPartOfName(sighting) || !sighting.IsPlural && signs.IsIndefinite && phrases.IsWanted(head)))
            return true;

        // "named no suspects", "found no survivors": unless something is done to them.
        if (Tree[head].Relation == Relation.Obj && IsNone(sighting.First) && Tree.Head(head) is >= 0 and var verb && Tree[verb].Lemma.ToLowerInvariant() is var deed && !phrases.Words.IsCountVerb(deed) && !phrases.Words.IsPersonVerb(deed) && !phrases.Words.IsCrime(deed) && !phrases.Words.IsDealing(deed))
            return true;

        // "no organization claimed it".
        if (phrases.Words.IsVague(agent.Noun) && agent.Kind != EntityKind.Person && IsNone(sighting.First))
            return true;

        // "the women's race": of which kind.
        if (sighting.IsPlural && phrases.Words.IsCounted(agent.Noun) | phrases.Words.IsGeneric(agent.Noun) && phrases.Form(sighting.Last + 1) is "'s" or "’s" or "'" or "’" && Tree[head].Relation == Relation.NmodPoss && Tree.Head(head) is > 0 and var classed
            && phrases.Signs.At(classed) is not { Kind: SightingKind.Title or SightingKind.Agent } && char.IsLower(Tree.Text[Tree[classed].Range.Start]) && phrases.Words.IsThingNoun(Tree[classed].Lemma.ToLowerInvariant()))
            return true;

        // "won the men's division": a class, no troops.
        if (agent is { Kind: EntityKind.Group, Sector: Sector.Mil } && phrases.Form(sighting.First - 1) is "'s" or "’s" && phrases.Signs.At(sighting.First - 2) is { Kind: SightingKind.Agent, IsPlural: true } ranked && phrases.Words.IsCounted(phrases.Known.Agents[ranked.Index].Noun) | phrases.Words.IsGeneric(phrases.Known.Agents[ranked.Index].Noun))
            return true;

        // "in her teens": an age.
        if (phrases.Words.IsAgeSpan(agent.Noun) && (sighting.IsPlural && Tree.Case(head) == "in" || !sighting.IsPlural && signs.IsPossessed && Tree.Case(head) is "in" or "since" or "from" or "during"))
            return true;
        // "at the airport": a place.
        if (agent is { Kind: not EntityKind.Person, Sector: Sector.Bus or Sector.Unk } && phrases.Words.NameWord(agent.Noun[(agent.Noun.LastIndexOf(' ') + 1)..]) == "place" && char.IsLower(Tree.Text[sighting.Range.Start]) && phrases.Words.IsPlaceCase(Tree.Case(head)))
            return true;
        if (phrases.Words.IsAdjectival(agent.Noun))
            return signs is { IsDefinite: false, IsMany: false, Count: 0 };
        if (sighting.IsPlural || agent.Kind == EntityKind.Person || char.IsUpper(Tree.Text[sighting.Range.Start]) || phrases.IsSubject(head) || Tree[head].Relation == Relation.OblAgent || Tree[head].Relation == Relation.Obj && agent.Sector == Sector.Rel)
            return false;
        bool bare = signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, Body: < 0, End: var end } && (signs.Countries.Count == 0 && end == sighting.Last || signs.IsLocal);
        return phrases.Words.IsAbstract(agent.Noun) && (bare || signs is { Owner: >= 0 } && Table[signs.Owner].Kind == EntityKind.Person && !phrases.Words.IsVague(agent.Noun))
            || phrases.Words.IsVague(agent.Noun) && agent.Sector == Sector.Rel && (signs.IsIndefinite || bare);
    }

    /// <summary>"an army communique said": the body right before its paper speaks in it.</summary>
    public bool IsOfPaper(int head) =>
        Tree.Head(head) is >= 0 and var paper && paper == head + 1 && phrases.Words.IsPaper(Tree[paper].Lemma.ToLowerInvariant()) && phrases.IsTelling(paper);

    /// <summary>"It is the best candidate for a harbour": what a thing is, nobody; "it was the guard who" is somebody.</summary>
    public bool IsOfThing(int head) =>
        Tree.Has(head, Relation.Cop) && Tree.Child(head, Relation.Nsubj) is >= 0 and var subject && (phrases.Words.IsIt(phrases.Form(subject)) || phrases.Words.IsThis(phrases.Form(subject)))
        && Tree.Child(head, Relation.AclRelcl) < 0 && Tree.Child(head, Relation.Acl) < 0;

    /// <summary>"the union at the plant, Harvest Now,": where what says of which place a body is ends, right before a comma; the noun for none.</summary>
    public int EndOfSeat(int last)
    {
        if (Tree[Math.Min(last + 1, Tree.Count - 1)].Pos != PartOfSpeech.Adp)
            return last;
        for (int i = last + 2; i < last + 6; i++)
        {
            if (phrases.Form(i) == ",")
                return i - 1;
            if (phrases.Form(i).Length == 0 || Tree[i].Pos is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn))
                return last;
        }

        return last;
    }

    /// <summary>"the body of a climber", "Beck's body".</summary>
    private bool IsOfSomebody(Sighting sighting, Signs signs)
    {
        if (signs.Owner >= 0)
            return Table[signs.Owner].Kind == EntityKind.Person;
        for (int i = sighting.Last + 2; phrases.Form(sighting.Last + 1) == "of" && i < sighting.Last + LongestOwner; i++)
        {
            if (phrases.Signs.At(i) is { Kind: not SightingKind.State } owner)
                return owner.Kind is SightingKind.Person or SightingKind.Title || owner.Kind == SightingKind.Name && phrases.PersonAt(i) is not null || owner.Kind == SightingKind.Agent && phrases.Known.Agents[owner.Index].Kind == EntityKind.Person;
            if (phrases.Form(i).Length == 0 || Tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Punct)
                return false;
        }

        return false;
    }

    private bool IsNone(int first)
    {
        int at = first - 1;
        while (at > phrases.Sentence.FirstToken && Tree[at].Pos == PartOfSpeech.Adj)
            at--;
        return phrases.Form(at).Length > 0 && Tree[at].Pos == PartOfSpeech.Det && phrases.Words.IsNegation(phrases.Form(at));
    }

    /// <summary>"the Justice Party" behind "the Harmony Party": another one, though nothing else is known of its name.</summary>
    public bool IsLastOfName(Sighting sighting) =>
        sighting.First > phrases.Sentence.FirstToken + 1 && IsCapital(sighting.First) && IsCapital(sighting.First - 1) && phrases.Signs.At(sighting.First - 1) is null or { Kind: SightingKind.Name or SightingKind.Title or SightingKind.Agent, Meant.Count: 0 } && !phrases.IsHonorific(sighting.First - 1) && Tree[sighting.First - 1] is { Pos: PartOfSpeech.Propn, Relation: Relation.Compound } && !IsHeadline();

    /// <summary>"Storm Hunters", "the “Dealer's Den”": a capital between others that name something.</summary>
    private bool IsPartOfName(Sighting sighting)
    {
        if (sighting.First <= phrases.Sentence.FirstToken || sighting.First < sighting.Last || !IsCapital(sighting.First) || IsHeadline())
            return false;

        // "Vessel Hunter's database": the first word of the sentence belongs to the name where the tree says so.
        if (sighting.First == phrases.Sentence.FirstToken + 1)
            return !sighting.IsPlural && IsUnseenCapital(sighting.First - 1) && Tree[sighting.First - 1] is { Pos: PartOfSpeech.Noun or PartOfSpeech.Propn, Relation: Relation.Compound } opening && opening.Head == sighting.First && !phrases.IsGivenName(sighting.First - 1);
        bool marked = phrases.Form(sighting.First - 1) is "\"" or "“" && phrases.Form(sighting.Last + 1) is "'s" or "’s" or "'" or "’" && IsUnseenCapital(sighting.Last + 2);
        return marked || IsUnseenCapital(sighting.First - 1) && Tree[sighting.First - 1].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && Tree[sighting.First - 1].Relation is Relation.Compound or Relation.Flat;
    }

    private bool IsUnseenCapital(int token) => phrases.Form(token).Length > 0 && IsCapital(token) && phrases.Signs.At(token) is null && !phrases.IsHonorific(token);

    private bool IsCapital(int token) => char.IsUpper(Tree.Text[Tree[token].Range.Start]);

    /// <summary>Copy with capitals on most words tells no names by them.</summary>
    private bool IsHeadline()
    {
        int capitals = 0;
        int words = 0;
        for (int i = phrases.Sentence.FirstToken; i < phrases.Sentence.EndToken; i++)
        {
            if (Tree[i].Range.Length < 4)
                continue;
            words++;
            capitals += IsCapital(i) ? 1 : 0;
        }

        return capitals * 2 > words;
    }

    /// <summary>"the Fish Market Commission (FMC)": the letters mean it from here on.</summary>
    public void Abbreviate(Sighting sighting, Agent agent, int last, int entity)
    {
        if (agent.Kind == EntityKind.Person || !IsCapital(sighting.First) || phrases.Form(last + 1) != "(" || phrases.Form(last + 3) != ")")
            return;
        string letters = Tree[last + 2].Range.Of(Tree.Text);
        if (letters.Length < 2 || !letters.All(char.IsUpper))
            return;
        if (IsOfSeat(sighting.Last, last, letters))
        {
            if (phrases.Signs.At(last) is not { Kind: SightingKind.Place or SightingKind.Region, Meant: [var seat] })
                return;
            entity = seat;
        }

        Table.Alias(letters, entity);
        if (phrases.Signs.At(last + 2) is { Kind: SightingKind.Name, IsWritten: false } abbreviation && abbreviation.First == abbreviation.Last)
        {
            abbreviation.Meant.Clear();
            abbreviation.Meant.Add(entity);
            Table.Move(letters, entity);
            Table.Move("name:" + letters, entity);
        }
    }

    /// <summary>"the Parliament of North West Land (NWL)": the letters are those of the land.</summary>
    private bool IsOfSeat(int noun, int last, string letters)
    {
        if (phrases.Form(noun + 1) != "of" || last - noun - 1 != letters.Length)
            return false;
        for (int i = 0; i < letters.Length; i++)
        {
            if (Tree.Text[Tree[noun + 2 + i].Range.Start] != letters[i])
                return false;
        }

        return true;
    }

    /// <summary>"foreign troops", "the embassy", "warships": not of the state where they are.</summary>
    public bool IsAbroad(Agent agent, Signs signs) =>
        signs.IsGuest || phrases.Words.IsMission(agent.Noun)
        || agent.Sector == Sector.Mil && (phrases.Words.IsVehicle(agent.Noun) || agent.Noun.Split(' ').Any(word => phrases.Words.IsGuest(word) || phrases.Words.IsVehicle(word)));

    /// <summary>"the Armenian opposition accused the government": the state whose opposition acts in the sentence.</summary>
    public CountryCode Opposed()
    {
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (!spoken.IsModifier && spoken.IsSubject && Table[spoken.Entity] is { Country.IsNone: false } draft && draft.Sectors.Contains(Sector.Opp))
                return draft.Country;
        }

        return default;
    }

    /// <summary>"In Odal two men died. The national government sent help": the state of the only place that this sentence and the one before tell of; none for several.</summary>
    private CountryCode PlaceBefore(int before)
    {
        CountryCode only = default;
        foreach (Spoken spoken in phrases.Recall.Back(1, before))
        {
            if (Table[spoken.Entity] is not { Kind: EntityKind.Place, Country: { IsNone: false } country } || country == only)
                continue;
            if (!only.IsNone)
                return default;
            only = country;
        }

        return only;
    }

    /// <summary>"The Chadian opposition accused the government", where that named last is another's: the state of whoever acts on it here; none where it may be that.</summary>
    public CountryCode Governed(Agent agent, int last, int first)
    {
        if (phrases.Words.IsHeaded(agent.Noun) && phrases.Words.IsNational(phrases.Form(first - 1)) && PlaceBefore(first) is { IsNone: false } there && there != Table[last].Country)
            return there;
        if (Commanded(agent, last) is { IsNone: false } commanded)
            return commanded;
        if (agent is not { Kind: EntityKind.Group, Sector: Sector.Gov } || Table[last].Country.IsNone)
            return default;
        bool near = phrases.Recall.Back(1).Any(spoken => spoken.Entity == last);
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (spoken.IsModifier || !spoken.IsSubject || Table[spoken.Entity] is not { Kind: not (EntityKind.State or EntityKind.Place) } draft)
                continue;

            // "An opposition member accused the government" in a report that is written at home.
            CountryCode country = draft.Country.IsNone && draft.Sectors.Contains(Sector.Opp) ? PartyHere() is { IsNone: false } told ? told : phrases.Place.Home : draft.Country;
            if (country.IsNone)
                continue;
            if (country == Table[last].Country)
                return default;
            if (draft.Sectors.Contains(Sector.Opp) || !near && draft.Sectors is [Sector.Pty or Sector.Cvl or Sector.Lab or Sector.Edu or Sector.Leg or Sector.Jud, ..])
                return country;
        }

        return default;
    }

    /// <summary>"Chad, whose president put the army in charge": whoever rules there, and not the army of another state told of some sentences before; none for others.</summary>
    private CountryCode Commanded(Agent agent, int last)
    {
        if (agent is not { Kind: EntityKind.Group or EntityKind.Organization, Sector: Sector.Mil or Sector.Cop or Sector.Leg } || Table[last].Country.IsNone || phrases.Recall.Back(1).Any(spoken => Table[spoken.Entity].Country == Table[last].Country && !spoken.IsModifier && Table[spoken.Entity].Kind != EntityKind.Place))
            return default;
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (spoken is { IsModifier: false, IsSubject: true } && Table[spoken.Entity] is { Country: { IsNone: false } ruled, Sectors: [Sector.Gov, ..] } && ruled != Table[last].Country)
                return ruled;
        }

        return default;
    }

    /// <summary>"the Chadian-Danish joint committee", "a Franco-German brigade": one body of both, not one of each.</summary>
    public static bool IsJoint(Sighting sighting, Agent agent, ReadOnlySpan<char> phrase) =>
        !sighting.IsPlural && agent.Kind != EntityKind.Person && phrase.IndexOfAny("-–/") > 0 && phrase.IndexOf(" and ", StringComparison.Ordinal) < 0;

    /// <summary>"Her party said patrols had crossed its border": the state into whose land those go who are told of, which are not its own; none for others.</summary>
    public CountryCode Intruded(Agent agent, Signs signs, int top)
    {
        if (agent is not { Sector: Sector.Mil or Sector.Cop } || signs is not { Countries.Count: 0, IsPossessed: false, Body: < 0, Owner: < 0 } || Tree[top].Relation != Relation.Nsubj || Tree.Head(top) is not (>= 0 and var deed) || Tree[deed].Relation != Relation.Ccomp || Tree.Head(deed) is not (>= 0 and var said) || Tree.Child(said, Relation.Nsubj) is not (>= 0 and var teller) || phrases.OnlyMeantBy(teller) is not (>= 0 and var who) || Table[who].Country.IsNone || Table[who].Kind == EntityKind.Person)
            return default;
        foreach (int child in Tree.Children(deed))
        {
            if (child > deed && (Tree[child].Relation == Relation.Obj || Tree[child].Relation == Relation.Obl && Tree.Case(child) is "into" or "onto" or "in" or "over" or "across") && Tree.Child(child, Relation.NmodPoss) is >= 0 and var owner && Tree[owner].Pos is PartOfSpeech.Pron or PartOfSpeech.Det && phrases.Words.IsTurf(Tree[child].Lemma.ToLowerInvariant()))
                return Table[who].Country;
        }

        return default;
    }

    /// <summary>"An opposition member, Karl Beck of the Harvest Party, accused": the state of the only party that the sentence names; none for none or several.</summary>
    private CountryCode PartyHere() =>
        phrases.Recall.Back(0).Where(spoken => Table[spoken.Entity] is { Kind: EntityKind.Organization, Known: not null, Sectors: [Sector.Pty or Sector.Opp or Sector.Leg, ..] }).Select(spoken => Table[spoken.Entity].Country).Distinct().ToArray() is [var only] ? only : default;

    /// <summary>"Karl Beck, a serial killer … the killer": from here on the noun, and its last word, are that person's.</summary>
    public void Call(string noun, int person)
    {
        Table.Move("noun:" + noun, person);
        if (noun.LastIndexOf(' ') is > 0 and var space)
            Table.Alias("noun:" + noun[(space + 1)..], person);
    }

    /// <summary>What makes "her aunt" and "Roux's aunt" one.</summary>
    public static string KinOf(string noun, int owner) => $"kin:{noun} of {owner}";

    /// <summary>The subject or the object of what only those who act do to each other: "the family sued the club".</summary>
    public bool IsDealing(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree.Head(at) >= 0 && Tree[Tree.Head(at)].Pos != PartOfSpeech.Verb)
            at = Tree.Head(at);
        if (Tree[at].Relation == Relation.Obl && Tree.Case(at) is "on" or "upon" && Tree.Head(at) is >= 0 and var calling && phrases.Words.IsUrging(Tree[calling].Lemma.ToLowerInvariant()))
            return true;
        if (Tree[at].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.OblAgent) || Tree.Head(at) is not (>= 0 and var verb) || Tree[verb].Pos != PartOfSpeech.Verb)
            return false;
        string lemma = Tree[verb].Lemma.ToLowerInvariant();
        return phrases.Words.IsDealing(lemma) || phrases.Words.IsUrging(lemma) || phrases.Words.IsAccusing(lemma) || Tree[at].Relation == Relation.Nsubj && speech.IsSpeech(lemma);
    }

    /// <summary>"her sister", "a son of the late founder Karl Beck": whose relative it is; -1 where that is not told.</summary>
    public int OwnerOf(Sighting kin, Signs signs)
    {
        if (signs.Owner >= 0 || phrases.Form(kin.Last + 1) != "of")
            return signs.Owner;
        for (int i = kin.Last + 2; i < phrases.Sentence.EndToken && i - kin.Last < LongestOwner; i++)
        {
            if (phrases.PersonAt(i) is { } owner)
                return owner.Meant[0];
            if (phrases.IsBreak(i) || Tree[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Cconj or PartOfSpeech.Pron)
                return -1;
        }

        return -1;
    }

    /// <summary>"her sister": from here on she is that person's sister, and that person her brother or sister.</summary>
    public void Relate(string noun, int owner, int relative)
    {
        Table.Move(KinOf(noun, owner), relative);
        Gender gender = phrases.GenderOf(Table[owner]);
        foreach (string other in phrases.Words.KinAcross(noun))
        {
            if (!(phrases.Words.IsMale(other) && gender == Gender.Female) && !(phrases.Words.IsFemale(other) && gender == Gender.Male))
                Table.Alias(KinOf(other, relative), owner);
        }
    }

    /// <summary>Whoever does something, to whom it is done ("arrested students", "the arrest of students"), or who is spoken to, met or heard from.</summary>
    public bool IsActing(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree.Head(at) >= 0 && Tree[Tree.Head(at)].Pos != PartOfSpeech.Verb)
            at = Tree.Head(at);
        if (phrases.IsSubject(head) || Tree[at].Relation is Relation.Obj or Relation.Iobj or Relation.OblAgent)
            return true;
        string? preposition = Tree.Case(at);
        return Tree[at].Relation switch
        {
            Relation.Obl => preposition is "to" or "with" or "from" or "by" or "between" or "against",
            Relation.Nmod => preposition is "by" or "between" or "against" || preposition is "of" or "on" && phrases.Words.IsSuffered(Tree[Tree.Head(at)].Lemma.ToLowerInvariant()),
            _ => false,
        };
    }

    /// <summary>"guards in the Odal Prison in Oslo": an unknown name, and where it lies.</summary>
    public bool IsPlacedBehind(int name)
    {
        while (name < phrases.Sentence.EndToken && IsCapital(name) || phrases.Form(name) == "the")
            name++;
        return phrases.Words.IsPlaceCase(phrases.Form(name)) || phrases.Form(name) == ",";
    }

    /// <summary>"Kenya keeps troops in Somalia", "France, which has soldiers there", "approved the dispatch of troops": who keeps them; -1 for other verbs.</summary>
    public int Keeper(int top)
    {
        int at = top;
        if (Tree[at].Relation == Relation.Nmod && Tree.Case(at) == "of" && Tree.Head(at) is >= 0 and var above && (phrases.Words.IsSending(Tree[above].Lemma.ToLowerInvariant()) || phrases.Words.IsCounted(phrases.Form(above, true)) || Tree[above].Pos == PartOfSpeech.Noun && Tree[above].Morphology.HasFlag(Morphology.Plural)))
            at = above;
        if (Tree[at].Relation != Relation.Obj || Tree.Head(at) is not (>= 0 and var verb) || !phrases.Words.IsKeeping(Tree[verb].Lemma.ToLowerInvariant()))
            return -1;
        int doer = Tree.Child(verb, Relation.Nsubj);
        if (doer >= 0 && Tree[verb].Relation == Relation.AclRelcl && Tree[doer].Pos == PartOfSpeech.Pron)
            doer = Tree.Head(verb);
        return doer >= 0 && phrases.MeantBy(doer) is [var one] && Table[one] is { Kind: not EntityKind.Place, Sectors: [Sector.Gov or Sector.Leg or Sector.Mil or Sector.Igo, ..] } ? one : -1;
    }

    /// <summary>"The Chadian agency, quoting an official of the ministry, said": the state of the paper or agency that quotes; none for other places.</summary>
    public CountryCode Quoting(int top)
    {
        int citing = top;
        for (int hops = 0; hops < 4 && Tree[citing].Pos != PartOfSpeech.Verb && Tree.Head(citing) >= 0; hops++)
            citing = Tree.Head(citing);
        if ((Tree[citing].Morphology & (Morphology.Gerund | Morphology.Participle)) == 0 || Tree[citing].Relation is not (Relation.Advcl or Relation.Acl))
            return default;
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (spoken is { IsModifier: false } && Table[spoken.Entity] is { Country.IsNone: false, Sectors: [Sector.Med, ..] } outlet && (spoken.IsSubject || Tree.Head(citing) == spoken.Token))
                return outlet.Country;
        }

        return default;
    }

    /// <summary>"The ministry summoned the Chadian envoy", "the envoy was called to the ministry": whose envoy it is; none where no envoy is told of.</summary>
    public CountryCode Sender(int top)
    {
        if (Tree.Head(top) is not (>= 0 and var verb) || Tree[top].Relation is not (Relation.Nsubj or Relation.Obl or Relation.OblAgent) || Tree[top].Relation == Relation.Obl && Tree.Case(top) is not ("to" or "at" or "before"))
            return default;
        foreach (int child in Tree.Children(verb))
        {
            // "the Chadian envoy, who was called to the ministry": who it is stands before.
            int guest = Tree[verb].Relation == Relation.AclRelcl && Tree[child].Relation is Relation.Nsubj or Relation.NsubjPass && Tree[child].Pos == PartOfSpeech.Pron ? Tree.Head(verb) : child;
            if (child == top || Tree[child].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj) || phrases.Signs.At(guest) is not { } envoy)
                continue;
            if (envoy.Kind == SightingKind.Title && phrases.Words.IsMission(phrases.Known.Titles.All[envoy.Index].Name) && phrases.Signs.Read(envoy).Country is { IsNone: false } told)
                return told;
            if (phrases.MeantBy(guest) is [var known] && Table[known] is { Kind: EntityKind.Person, Level: TitleLevel.Diplomat, Office: { } office, Country: { IsNone: false } country } && phrases.Words.IsMission(office))
                return country;
        }

        return default;
    }
}
