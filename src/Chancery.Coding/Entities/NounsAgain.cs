using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Nouns that tell again of somebody whom the report told of by other words: "the killer", "the academics", "the teenager", "officers".</summary>
internal sealed class NounsAgain(Phrases phrases, StoryRoles roles)
{
    private const int Window = 3;

    /// <summary>How many sentences back somebody may stand whom another noun of the same kind tells again.</summary>
    private const int KindWindow = 5;

    /// <summary>A calling in so few letters is a form of address.</summary>
    private const int ShortestWord = 3;

    /// <summary>How many words may describe a noun that opens a sentence.</summary>
    private const int LongestOpening = 6;

    /// <summary>How many persons the report calls by a noun.</summary>
    private readonly Dictionary<string, int> bearers = new(StringComparer.Ordinal);

    /// <summary>What kinds of nouns the report has called somebody by; an empty set for nouns of no kind.</summary>
    private readonly Dictionary<int, HashSet<string>> kinds = [];

    private readonly HashSet<int> onDuty = [];

    /// <summary>Which body a short noun means by the longer one that begins so: "House" by "House of Lords"; -1 for several.</summary>
    private readonly Dictionary<string, int> shortened = new(StringComparer.Ordinal);

    private EntityTable Table => phrases.Table;

    /// <summary>One more person is called so.</summary>
    public void Count(Agent noun) => bearers[noun.Noun] = bearers.GetValueOrDefault(noun.Noun) + 1;

    /// <summary>The report calls a person by a noun or office.</summary>
    public void Call(int person, string noun)
    {
        if (phrases.Words.IsOnDuty(noun))
            onDuty.Add(person);
        if (phrases.Words.IsPoliceRank(noun))
            Table[person].Rank = noun;
        HashSet<string> known = kinds.TryGetValue(person, out HashSet<string>? before) ? before : kinds[person] = new(StringComparer.Ordinal);
        if (phrases.Words.AgainOf(noun) is { } kind)
            known.Add(kind);
    }

    /// <summary>The report calls a person by an office, in a word of its own where the data gather many under one name.</summary>
    public void Call(int person, Sighting sighting, Title title)
    {
        Call(person, phrases.Form(sighting.Last));
        string word = sighting.Range.Of(phrases.Tree.Text).ToLowerInvariant();
        if (Table[person] is not { Known: null, Calling: null } draft || draft.Office != title.Name || word == title.Name || sighting.Range.Length <= ShortestWord)
            return;
        if (IsGathered(title) || title.Name.EndsWith(" " + word, StringComparison.Ordinal) || phrases.Words.IsRank(word.Split(' ')[0]) && word.EndsWith(" " + title.Name, StringComparison.Ordinal))
            draft.Calling = (word, title.Name);
    }

    /// <summary>The data gather many callings under the one name of the office.</summary>
    public static bool IsGathered(Title title) => title.Level == TitleLevel.Official && title.Sector is Sector.Cvl or Sector.Edu or Sector.Bus or Sector.Med or Sector.Hlh;

    /// <summary>"Karl Beck, a biologist, … The researcher": the only one named lately, outside of this sentence, who is called by a noun of the same kind; -1 for none or several.</summary>
    public int ByKind(Sighting sighting, string noun, Sector sector, Signs signs)
    {
        if (sighting.IsPlural || phrases.Quotes.At(sighting.First) > 0 || signs is not { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsOrdinal: false, IsFormer: false, Body: < 0, Owner: < 0, Count: 0, Sectors.Count: 0, Countries.Count: < 2 })
            return -1;
        if (phrases.Words.AgainOf(noun) is not { } kind)
            return -1;
        HashSet<int> here = [.. phrases.Recall.Back(0).Where(spoken => phrases.Tree[spoken.Token].Relation != Relation.NmodPoss).Select(spoken => spoken.Entity)];
        if (HasStranger(sighting))
            return -1;
        return phrases.Recall.Nearest(
            spoken => spoken.Sentence < phrases.Recall.Sentence && !spoken.IsModifier && phrases.Quotes.At(spoken.Token) == 0 && !here.Contains(spoken.Entity)
                && IsOfKind(spoken.Entity, kind, sector) && IsOfState(spoken.Entity, signs) && phrases.Suits(sighting, spoken.Entity),
            KindWindow, sighting.First);
    }

    /// <summary>"One man fell. The runner, a visitor, …": somebody without a name was spoken of last, who may be meant.</summary>
    public bool HasStranger(Sighting sighting)
    {
        foreach (Spoken spoken in phrases.Recall.Back(1, sighting.First))
        {
            if (spoken is { IsSubject: true, IsModifier: false } && spoken.Sentence < phrases.Recall.Sentence && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: false, Known: null, Office: null } stranger
                && phrases.Words.IsGeneric(LastWord(stranger.Name)) && phrases.Suits(sighting, spoken.Entity))
                return true;
        }

        return false;
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    /// <summary>"An engineer died … The man": the only private person that the report has told of so far; -1 for none or several.</summary>
    public int Only(Sighting sighting, string noun, Signs signs)
    {
        if (sighting.IsPlural || !phrases.Words.IsGeneric(noun) || phrases.Words.IsSufferer(noun) || signs is not { IsDefinite: true, IsDescribed: false, IsPossessed: false, IsOrdinal: false, IsFormer: false, Body: < 0, Owner: < 0, Count: 0, Countries.Count: 0 })
            return -1;
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (spoken.IsModifier || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } draft || draft.Known is not null || draft.Level is not (null or TitleLevel.Official) || IsOnDuty(spoken.Entity, draft) || only == spoken.Entity)
                continue;
            if (only >= 0 || !phrases.Suits(sighting, spoken.Entity))
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>"eight hikers": the only group of so many private people that the report has told of; -1 for none or several.</summary>
    public int Counted(int before)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence, before))
        {
            if (spoken.IsModifier || spoken.Entity == only || !phrases.Tree.Has(spoken.Token, Relation.Nummod) || Table[spoken.Entity] is not { Kind: EntityKind.Group, IsPlural: true, Known: null } draft || draft.Sectors is [Sector.Cop or Sector.Jud or Sector.Gov or Sector.Med or Sector.Hlh or Sector.Leg or Sector.Pty or Sector.Opp, ..] || phrases.Words.IsFemale(phrases.Tree[spoken.Token].Lemma.ToLowerInvariant()))
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only;
    }

    /// <summary>Those who come to what happened to others: police, judges, lawyers, doctors, reporters.</summary>
    public bool IsOnDuty(int person) => IsOnDuty(person, Table[person]);

    private bool IsOnDuty(int person, EntityDraft draft) =>
        draft.Sectors is [Sector.Cop or Sector.Jud or Sector.Gov or Sector.Med or Sector.Hlh, ..] || onDuty.Contains(person)
        || !draft.IsNamed && phrases.Words.IsOnDuty(draft.Office ?? LastWord(draft.Name));

    private bool IsOfKind(int person, string kind, Sector sector)
    {
        if (Table[person] is not { Kind: EntityKind.Person, IsPlural: false } draft || draft is { IsNamed: false, Known: null })
            return false;
        bool called = kinds.TryGetValue(person, out HashSet<string>? nouns);
        if (called && nouns!.Contains(kind) || draft.Office is { } office && phrases.Words.AgainOf(office) == kind)
            return true;
        return sector is not (Sector.Unk or Sector.Cvl) && draft.Sectors is [var first, ..] && first == sector && (!called && draft.Office is null || sector is Sector.Leg or Sector.Reb);
    }

    private bool IsOfState(int person, Signs signs) =>
        signs.Country.IsNone || Table[person].Country.IsNone || Table[person].Country == signs.Country;

    /// <summary>Nothing stands before the noun but what describes it.</summary>
    private bool IsOpening(Sighting sighting)
    {
        int words = 0;
        for (int i = phrases.Sentence.FirstToken; i < sighting.First; i++)
        {
            if (phrases.Quotes.At(i) == 0 && phrases.Tree[i].Pos is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Punct) || phrases.Form(i) is "," && phrases.Quotes.At(i) == 0)
                return false;
            words += phrases.Quotes.At(i) == 0 ? 1 : 0;
        }

        return words <= LongestOpening;
    }

    /// <summary>"the killer", "the victim", "the academics": whom the report has told of by other words; -1 for none or several.</summary>
    public int ByRole(Sighting sighting, Agent agent, Signs signs, bool culprit)
    {
        if (sighting.IsPlural && phrases.Words.IsReceived(agent.Noun) && (signs.IsPossessed || signs is { IsDefinite: true, IsDescribed: false, Countries.Count: 0 }) && roles.Guests() is >= 0 and var party)
            return party;
        if (!sighting.IsPlural && phrases.Words.IsReceived(agent.Noun) && signs is { IsIndefinite: false, IsDescribed: false, Countries.Count: 0, Body: < 0 } && Table.Find("noun:" + agent.Noun) is null)
            return roles.Guest();
        if (!sighting.IsPlural && phrases.Words.IsReceived(agent.Noun) && signs is { IsDefinite: true, IsPossessed: false, Body: < 0, Countries.Count: 1 })
            return phrases.Recall.Back(phrases.Recall.Sentence).Where(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, Office: not null } draft && draft.Country == signs.Country).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var guest] ? guest : -1;
        if (signs.IsIndefinite || signs.IsOrdinal || signs.IsPossessed || signs.Count > 0 || signs.IsMany)
            return -1;
        if (sighting.IsPlural && signs is { IsDefinite: true, IsDescribed: false, Countries.Count: 0, Body: < 0 } && phrases.Words.IsCulprit(agent.Noun) && phrases.ToldBy(agent.Noun) is >= 0 and var doers)
            return doers;
        if (culprit && phrases.Words.IsHeld(agent.Noun) && roles.Held() is >= 0 and var held && phrases.Suits(sighting, held))
            return held;
        if (culprit)
            return roles.Culprit() is >= 0 and var doer && phrases.Suits(sighting, doer) ? doer : Table.Find("culprit") is { } nameless && (!phrases.IsTold(agent.Noun) || phrases.ToldBy(agent.Noun) == nameless) ? nameless : -1;
        if (!signs.IsDefinite || signs.Countries.Count > 0 || signs.Body >= 0)
            return -1;
        if (phrases.Words.IsSufferer(agent.Noun))
            return roles.Sufferer(sighting.IsPlural);
        if (!sighting.IsPlural && agent.Kind != EntityKind.Group || signs.IsDescribed)
            return -1;
        int told = phrases.ToldBy(agent.Noun) is >= 0 and var same && !(sighting.IsPlural && Table[same] is { Kind: EntityKind.Person, IsPlural: false }) ? same : -1;
        if (told >= 0 && Nearer(agent, told) is >= 0 and var nearer)
            return nearer;

        // "A Danish patrol boat came … the patrol boats": more than the one.
        if (told >= 0 && IsMoreThan(sighting, agent, told))
            return -1;
        return told < 0 && sighting.IsPlural && phrases.Words.AgainOf(agent.Noun) == "marcher" && !phrases.IsTold(agent.Noun) ? Crowd(sighting) : told;
    }

    /// <summary>"A Danish patrol boat came … the patrol boats", "the patrol boats bought by both"; "the crew of a ship … the crews".</summary>
    public bool IsMoreThan(Sighting sighting, Agent agent, int told) =>
        sighting.IsPlural && Table[told].Name.StartsWith(agent.Noun + " ", StringComparison.OrdinalIgnoreCase)
        || sighting.IsPlural && phrases.Words.IsVehicle(LastWord(agent.Noun)) && (!Table[told].Name.EndsWith('s') || phrases.Tree.Has(phrases.Tree.HeadOf(sighting.First, sighting.Last), Relation.Acl));

    /// <summary>"Some 300 people blocked the road. The protesters …": the only people counted who did something in the sentence before; -1 for none or several.</summary>
    private int Crowd(Sighting sighting) =>
        phrases.Recall.Nearest(
            spoken => spoken is { IsSubject: true, IsModifier: false } && spoken.Sentence < phrases.Recall.Sentence && Table[spoken.Entity] is { Kind: EntityKind.Group, Known: null, IsPlural: true, Sectors: [] or [Sector.Cvl] } && phrases.Words.IsCounted(phrases.Form(spoken.Token, true)),
            1, sighting.First);

    /// <summary>"Karl Beck fell … The teenager": the subject of the sentence before, where it names nobody else; -1 for none.</summary>
    public int OfSubject(Sighting sighting, string noun, Sector sector, Signs signs, int top)
    {
        if (sighting.IsPlural || phrases.Quotes.At(sighting.First) > 0 || !signs.IsDefinite || signs.IsPossessed || signs.IsOrdinal || signs.Countries.Count > 1 || !phrases.IsSubject(top) || !IsCalling(noun, sector) && !signs.IsFormer && sector is not (Sector.Eli or Sector.Pty or Sector.Opp or Sector.Reb))
            return -1;

        // "The former banker", "the Danish scholar": who is described so opens the sentence.
        bool opening = IsOpening(sighting);
        if (!opening && (signs.IsDescribed || signs.Countries.Count > 0 || signs.Body >= 0))
            return -1;
        bool generic = phrases.Words.IsGeneric(noun) && !phrases.Words.IsSufferer(noun);
        int only = -1;
        bool subject = false;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Told, sighting.First))
        {
            if (spoken.IsModifier || phrases.Quotes.At(spoken.Token) > 0 || phrases.Tree[spoken.Token].Relation == Relation.NmodPoss || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } other || other is { IsNamed: false, Known: null } && !spoken.IsSubject && !generic)
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -1;
            only = spoken.Entity;
            subject |= (spoken.IsSubject || IsSide(spoken.Token, opening || generic)) && spoken.Sentence < phrases.Recall.Sentence;
        }

        // "the policeman": the only one of the police who was spoken of lately.
        if (sector == Sector.Cop && phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false, IsNamed: true } officer && officer.Sectors.Contains(Sector.Cop) && !phrases.Words.IsOtherRank(officer.Rank, noun) && phrases.Suits(sighting, spoken.Entity), Window, sighting.First) is >= 0 and var known)
            return known;
        if (subject && (sector is Sector.Jud or Sector.Cop && roles.IsAccused(only) || IsCalledOtherwise(only, noun, signs) || phrases.Words.IsOtherRank(Table[only].Rank, noun)))
            return -1;
        return subject && Table[only] is var draft && (draft.IsNamed || draft.Known is not null || generic || phrases.Words.IsGeneric(LastWord(draft.Name))) && phrases.Suits(sighting, only) && IsOfState(only, signs) && (signs.Body < 0 || draft.Sectors.Intersect(Table[signs.Body].Sectors).Any())
            && (signs.IsFormer || sector == Sector.Eli || draft.Sectors.IsEmpty || draft.Sectors.Contains(sector) || draft.Sectors is [Sector.Cvl] && sector is not (Sector.Cop or Sector.Gov or Sector.Leg or Sector.Mil or Sector.Jud) || !phrases.Tree.Has(top, Relation.Amod) && IsTrained(noun, draft) || sector is Sector.Cvl or Sector.Unk || sector is Sector.Pty or Sector.Opp && draft.Sectors is [Sector.Gov or Sector.Leg or Sector.Opp or Sector.Eli or Sector.Pty, ..] && (sector == Sector.Pty || draft.Level is not (<= TitleLevel.Minister))) ? only : -1;
    }

    /// <summary>"The former leader": the subject of the sentence before, if that one held office and holds none now; -1 for none.</summary>
    public int PastHolder(Sighting sighting) => Subject(sighting) is >= 0 and var subject ? subject : Retired(sighting);

    /// <summary>The only one of those told of, as far back as is looked, who held office and holds none now; -1 for none or several.</summary>
    private int Retired(Sighting sighting)
    {
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence, sighting.First))
        {
            if (spoken.IsModifier || spoken.Entity == only || Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false, Sectors: [Sector.Eli, ..] })
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        return only >= 0 && phrases.Suits(sighting, only) ? only : -1;
    }

    private int Subject(Sighting sighting) =>
        phrases.Recall.Nearest(spoken => spoken.IsSubject && !spoken.IsModifier && spoken.Sentence < phrases.Recall.Sentence && phrases.Suits(sighting, spoken.Entity)
            && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && (draft.Sectors.Contains(Sector.Eli) || draft.Known is { Kind: EntityKind.Person, Offices.IsEmpty: false } && !draft.Sectors.Contains(Sector.Gov)), 1, sighting.First);

    /// <summary>"The 34-year-old said": the only one named in the sentence before, or its subject; -1 for none or several.</summary>
    public int OfAge(int token)
    {
        bool age = phrases.Form(token) == "old" && phrases.Form(token - 1) == "-" && phrases.Form(token - 3) == "-" && phrases.Tree[Math.Max(0, token - 4)].Pos == PartOfSpeech.Num && phrases.Words.IsDefinite(phrases.Form(token - 5));
        if (!age || phrases.Quotes.At(token) > 0 || !phrases.IsSubject(token) && !phrases.IsFinite(token + 1) || phrases.Tree[Math.Min(token + 1, phrases.Tree.Count - 1)].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj)
            return -1;
        bool Fits(Spoken spoken, bool named) => spoken.Sentence < phrases.Recall.Sentence && !spoken.IsModifier && phrases.Tree[spoken.Token].Relation != Relation.NmodPoss && phrases.Quotes.At(spoken.Token) == 0 && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && (!named || draft.IsNamed || draft.Known is not null);
        bool Tells(Spoken spoken) => phrases.IsTelling(spoken.Token) && IsOnDuty(spoken.Entity);
        foreach ((bool named, bool telling) in (ReadOnlySpan<(bool, bool)>)[(true, false), (false, false), (true, true)])
        {
            if (phrases.Recall.Nearest(spoken => Fits(spoken, named) && (telling || !Tells(spoken)), 1, token) is >= 0 and var meant)
                return meant;
        }

        return -1;
    }

    /// <summary>"The minister quit … The engineer": one who governs has learnt something before.</summary>
    private bool IsTrained(string noun, EntityDraft draft) =>
        phrases.Words.AgainOf(noun) is "scholar" or "business" or "doctor" or "cleric" or "athlete" or "engineer" && draft.Sectors is [Sector.Gov or Sector.Leg or Sector.Pty or Sector.Opp or Sector.Eli];

    /// <summary>An apposition of the subject; with more than that, whoever did or suffered what the sentence tells: "was written by Karl Beck", "elected Karl Beck".</summary>
    private bool IsSide(int token, bool wide)
    {
        if (phrases.Tree[token].Relation == Relation.Appos && phrases.Tree.Head(token) is >= 0 and var described)
            return phrases.IsSubject(described) || IsSide(described, wide);
        return wide && phrases.Tree[token].Relation is Relation.Obj or Relation.OblAgent or Relation.Nsubj or Relation.NsubjPass;
    }

    /// <summary>A noun for what somebody is, not for whose they are or what they did.</summary>
    private bool IsCalling(string noun, Sector sector) =>
        phrases.Words.IsRetold(noun) || phrases.Words.AgainOf(noun) is not null
        || sector is Sector.Lab or Sector.Agr or Sector.Bus or Sector.Edu or Sector.Med or Sector.Hlh or Sector.Rel && !phrases.Words.IsKin(noun) && !phrases.Words.IsRelational(noun) && !phrases.Words.IsSufferer(noun) && !phrases.Words.IsCulprit(noun) && !phrases.Words.IsVague(noun);

    /// <summary>A judge is no lawyer; what somebody was before may be anything.</summary>
    private bool IsCalledOtherwise(int person, string noun, Signs signs) =>
        !signs.IsFormer && phrases.Words.AgainOf(noun) is { } kind && kinds.TryGetValue(person, out HashSet<string>? nouns) && nouns.Count > 0 && !nouns.Contains(kind);

    /// <summary>"Police said officers had come": the only police or force that was spoken of last; -1 for none or several.</summary>
    public int Force()
    {
        return phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Group } draft && (draft.Sectors.Contains(Sector.Cop) || draft.Sectors.Contains(Sector.Mil)), Window, int.MaxValue);
    }

    /// <summary>Whom the report called by a noun last; a body that it has not named for some sentences gives way to the one that it speaks of most; -1 for none.</summary>
    public int BearerOf(Agent agent)
    {
        string key = "noun:" + agent.Noun;
        if (OfPeople(agent.Noun) is >= 0 and var people && (Table.Find(key) is not { } other || phrases.Recall.Back(phrases.Recall.Sentence).FirstOrDefault(spoken => spoken.Entity == people || spoken.Entity == other).Entity == people))
            return people;
        if (Table.Find(key) is not { } last)
            return -1;

        if (Nearer(agent, last) is >= 0 and var nearer1)
            return nearer1;

        // "The Ministry recalls …" in the release of another state's ministry.
        if (phrases.Issuer is { IsRelease: true } issuer && (phrases.Words.IsIssuer(agent.Noun) || phrases.Words.IsHeaded(agent.Noun)) && Table[last].Country is { IsNone: false } named && named != issuer.Country)
            return Table.LastOf(key, issuer.Country);

        // "The OSCE mission … the organisation", behind a text about another body.
        if (agent.Kind != EntityKind.Person && agent.Sector is Sector.Igo or Sector.Unk && Table[last] is { Kind: EntityKind.Organization } once && once.Sectors.Contains(Sector.Igo) && !phrases.Recall.Back(1).Any(spoken => spoken.Entity == last)
            && phrases.Recall.Nearest(spoken => Table[spoken.Entity] is { Kind: EntityKind.Organization, Known: not null } nearer && nearer.Sectors.Contains(Sector.Igo), 1, int.MaxValue) is >= 0 and var near)
            return near;

        // "the Liberation Army" of rebels is not "the army".
        if (agent.Sector is Sector.Mil or Sector.Cop or Sector.Jud or Sector.Leg && Table[last].Sectors is { IsEmpty: false } sectors && !sectors.Contains(agent.Sector))
            return -1;

        // "Norway's foreign ministry …", and paragraphs later "the ministry" of a report about Chad.
        if (agent.Kind == EntityKind.Organization && !phrases.Words.IsHousing(agent.Noun) && Table[last].Country is { IsNone: false } country && !phrases.Place.Home.IsNone && country != phrases.Place.Home && !phrases.Recall.Back(KindWindow).Any(spoken => spoken.Entity == last))
            return -1;

        // "signed with the government of Chad", and paragraphs later "the government" of whoever the report is about.
        if (phrases.Words.IsHeaded(agent.Noun) && !phrases.Recall.Back(KindWindow).Any(spoken => spoken.Entity == last) && IsOfLesser(Table[last].Country))
            return -1;
        if (phrases.Words.IsFirm(agent.Noun) && !phrases.Recall.Back(Window).Any(spoken => spoken.Entity == last) && Firm(int.MaxValue) is >= 0 and var firm)
            return firm;
        if (agent.Kind != EntityKind.Organization || phrases.Recall.Back(1).Any(spoken => spoken.Entity == last) || Table.Most(key) is not (>= 0 and var most))
            return last;
        return Table.Count(most) > Table.Count(last) ? most : last;
    }

    /// <summary>"left the Mining Committee, chaired the Harbour Committee and stayed a member of the committee": of two bodies of a kind the one that this sentence names last; -1 for no other.</summary>
    private int Nearer(Agent agent, int last)
    {
        if (agent.Kind == EntityKind.Person || LastWord(Table[last].Name) != agent.Noun)
            return -1;
        foreach (Spoken spoken in phrases.Recall.Back(0))
        {
            if (!spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false } && LastWord(Table[spoken.Entity].Name) == agent.Noun)
                return spoken.Entity != last ? spoken.Entity : -1;
        }

        return -1;
    }

    /// <summary>"a team of Chadian officers … the team": the people told of so lately; -1 for none.</summary>
    private int OfPeople(string noun)
    {
        if (!phrases.Words.IsMany(noun))
            return -1;
        foreach (Spoken spoken in phrases.Recall.Back(KindWindow))
        {
            ReadOnlySpan<char> name = Table[spoken.Entity].Name;
            if (Table[spoken.Entity] is { Kind: EntityKind.Group, Known: null } && name.Length > noun.Length + 4 && name.StartsWith(noun, StringComparison.OrdinalIgnoreCase) && name[noun.Length..].StartsWith(" of ", StringComparison.Ordinal))
                return spoken.Entity;
        }

        return -1;
    }

    /// <summary>Whether the report has spoken of another state more than of this one.</summary>
    private bool IsOfLesser(CountryCode country)
    {
        if (country.IsNone)
            return false;
        var counts = new Dictionary<CountryCode, int>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (Table[spoken.Entity] is { Country.IsNone: false } draft && !draft.Sectors.Contains(Sector.Med))
                counts[draft.Country] = counts.GetValueOrDefault(draft.Country) + 1;
        }

        return counts.Any(count => count.Key != country && count.Value > counts.GetValueOrDefault(country));
    }

    /// <summary>"parliament" of a report that names the British Parliament too: that; -1 for none.</summary>
    public int NamedBody(Sighting sighting, Agent agent, Signs signs, CountryCode country)
    {
        if (sighting.IsPlural || country.IsNone || agent.Kind == EntityKind.Person || signs.IsIndefinite || signs.IsDescribed || agent.Sector is not (Sector.Leg or Sector.Jud or Sector.Gov or Sector.Mil))
            return -1;
        return Table.Body(country, agent.Sector, agent.Noun);
    }

    /// <summary>"the House" is that House from here on; of two that are named no one.</summary>
    public void Shorten(string noun, int body)
    {
        if (phrases.Words.IsNamedOnly(noun) && shortened.TryAdd(noun, body))
            Table.Move("noun:" + noun, body);
        else if (shortened.GetValueOrDefault(noun, body) != body)
            shortened[noun] = -1;
    }

    /// <summary>"its Finnish partner", "the Swedish rival": the only firm of that state so far; -1 for none or several.</summary>
    public int AssociateOf(Signs signs, int before)
    {
        if (signs.Country.IsNone)
            return -1;
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence))
        {
            if (spoken.IsModifier || Table[spoken.Entity] is not { Kind: EntityKind.Organization, Sectors: [] or [Sector.Bus, ..], IsPlural: false } draft || draft.Country != signs.Country || spoken.Entity == only || spoken.Entity == signs.Owner)
                continue;
            if (only >= 0)
                return -1;
            only = spoken.Entity;
        }

        // "Norvia won. The Oslo-based company …".
        if (only < 0 && signs.IsLocal && Firm(before, true) is >= 0 and var firm && Table[firm].Country.IsNone)
        {
            Table[firm].Country = signs.Country;
            return firm;
        }

        return only;
    }

    /// <summary>"Ennahda won. The Islamist movement …": the named body that was the subject of the sentence before, where that names no other; -1 for none.</summary>
    public int BodySubject(Sighting sighting, string noun, Signs signs, int top)
    {
        string last = LastWord(noun);
        if (sighting.IsPlural || phrases.Quotes.At(sighting.First) > 0 || signs is not { IsDefinite: true, IsPossessed: false, IsOrdinal: false, IsOfThing: false, Body: < 0, Owner: < 0, Count: 0, Countries.Count: < 2 } || signs.End > sighting.Last || !phrases.IsSubject(top) || !IsOpening(sighting) || !phrases.Words.IsCircle(last) && !phrases.Words.IsBodyAgain(last))
            return -1;
        int only = -1;
        bool subject = false;
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Told, sighting.First))
        {
            if (spoken.IsModifier || phrases.Quotes.At(spoken.Token) > 0 || Table[spoken.Entity] is not { Kind: EntityKind.Organization or EntityKind.Group } draft || draft is { Known: null, IsNamed: false } && (!draft.Name.Skip(1).Any(char.IsUpper) || phrases.Words.IsHeaded(LastWord(draft.Name))))
                continue;
            if (only >= 0 && only != spoken.Entity)
                return -1;
            only = spoken.Entity;
            subject |= spoken.IsSubject && spoken.Sentence < phrases.Recall.Sentence;
        }

        return subject && (signs.Country.IsNone || Table[only].Country.IsNone || signs.Country == Table[only].Country) ? only : -1;
    }

    /// <summary>The only body of such a sector that was named lately: "NATO … the alliance"; -1 for none or several.</summary>
    public int BodyBefore(Agent agent, int before) =>
        phrases.Words.IsBodyAgain(agent.Noun) ? phrases.Recall.Nearest(spoken => (!spoken.IsModifier || Table[spoken.Entity] is { Known: not null, Sectors: [Sector.Igo, ..] }) && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group } draft && !phrases.Words.IsHeaded(LastWord(draft.Name)) && (draft.IsNamed || draft.Known is not null || draft.Kind == EntityKind.Organization || char.IsUpper(draft.Name[0])) && draft.Sectors is [Sector.Gov or Sector.Igo or Sector.Ngo or Sector.Mil or Sector.Cop or Sector.Hlh or Sector.Ref or Sector.Spy, ..] && !phrases.Words.IsHousing(LastWord(draft.Name)), 1, before)
        : phrases.Words.IsCircle(agent.Noun) ? phrases.Recall.Nearest(spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false } draft && (draft.IsNamed || draft.Known is not null || char.IsUpper(draft.Name[0])) && draft.Sectors is [Sector.Reb or Sector.Uaf or Sector.Crm or Sector.Ngo, ..], 1, before)
        : agent.Sector is Sector.Uaf or Sector.Reb ? Armed(before)
        : agent.Sector is Sector.Pty or Sector.Mil && Called(agent.Noun, before) is >= 0 and var called ? called
        : phrases.Words.IsFirm(agent.Noun) && Firm(before) is >= 0 and var firm ? firm
        : agent.Sector is not (Sector.Igo or Sector.Pty or Sector.Bus or Sector.Ngo or Sector.Reb) || phrases.Words.IsAll(agent.Noun) ? -1
        : phrases.Recall.Nearest(
            spoken => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false, Known: { } known } && known.Sectors.Contains(agent.Sector),
            Window, before);

    /// <summary>"the Workers' Party … the party": the only body named lately that bears the noun in its name, whatever else it is.</summary>
    private int Called(string noun, int before) =>
        phrases.Recall.Nearest(spoken => Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false } draft && (!spoken.IsModifier && draft.IsNamed || draft.Known is not null) && LastWord(draft.Name) == noun, 1, before);

    /// <summary>"The company's shares fell": the only firm that was named lately; -1 for none or several.</summary>
    private int Firm(int before, bool wide = false) =>
        phrases.Recall.Nearest(spoken => !spoken.IsModifier && !IsEmployer(spoken.Token) && Table[spoken.Entity] is { Kind: EntityKind.Organization, IsPlural: false } draft && (draft.Sectors is [Sector.Bus, ..] || wide && draft.Sectors.IsEmpty && draft.Name.Contains(' ', StringComparison.Ordinal)) && (draft.Known is not null || draft.IsNamed || char.IsUpper(draft.Name[0])), Window, before);

    /// <summary>"Analyst Karl Beck of Polar Bank": the bank only says whose analyst speaks.</summary>
    private bool IsEmployer(int token) =>
        phrases.Tree[token].Relation == Relation.Nmod && phrases.Tree.Head(token) is >= 0 and var person && phrases.Recall.Back(Window).Any(spoken => spoken.Token == person && Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false });

    /// <summary>"the guerrilla group": the armed body that was named lately, else the only one of the report; -1 for none or several.</summary>
    private int Armed(int before)
    {
        bool IsArmed(Spoken spoken) => !spoken.IsModifier && Table[spoken.Entity] is { Kind: EntityKind.Organization or EntityKind.Group, IsPlural: false, Known.Sectors: [Sector.Reb or Sector.Uaf, ..] };
        if (phrases.Recall.Nearest(IsArmed, Window, before) is >= 0 and var near)
            return near;
        return phrases.Recall.Back(phrases.Recall.Sentence, before).Where(IsArmed).Select(static spoken => spoken.Entity).Distinct().ToArray() is [var only] ? only : -1;
    }

    /// <summary>A woman or a driver of long ago may be another than the one here.</summary>
    public bool IsFresh(int entity, Agent agent)
    {
        if (agent.Kind != EntityKind.Person || agent.Sector is not (Sector.Unk or Sector.Cvl) || agent.Noun is not ("man" or "woman" or "person") && bearers.GetValueOrDefault(agent.Noun) < 2)
            return true;
        bool other = false;
        foreach (Spoken spoken in phrases.Recall.Back(Window))
        {
            if (spoken.Entity == entity)
                return true;
            other |= Table[spoken.Entity] is { Kind: EntityKind.Person, IsPlural: false } draft && !IsOnDuty(spoken.Entity) && phrases.GenderOf(draft) is var gender && (gender == Gender.Unknown || gender == phrases.GenderOf(Table[entity]));
        }

        // "The woman" of whom the report told some paragraphs before, where it has told of no other since.
        return !other && bearers.GetValueOrDefault(agent.Noun) < 2;
    }
}
