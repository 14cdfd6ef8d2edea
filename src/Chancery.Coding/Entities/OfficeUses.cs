using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whether an office means whoever holds it today, or only the office.</summary>
internal sealed class OfficeUses(Phrases phrases)
{
    private const int LongestParagraph = 6;

    /// <summary>How many words an office and the "of" behind it may have.</summary>
    private const int LongestOffice = 6;

    /// <summary>To which state an envoy is sent.</summary>
    private readonly Dictionary<int, CountryCode> hosts = [];

    private DocumentTree Tree => phrases.Tree;

    /// <summary>"the ambassador to Mali … Karl Beck, the ambassador to Norway": two.</summary>
    public bool IsPostedElsewhere(int? nameless, Sighting office, Title title, Signs signs) =>
        nameless is { } holder && (title.Level == TitleLevel.Diplomat && hosts.TryGetValue(holder, out CountryCode other) && HostOf(office.Last, signs) is { IsNone: false } host && host != other || IsSeatedElsewhere(holder, office, title));

    /// <summary>"the ambassador to Mali", "the governor of Odal": to which state one is sent, where one holds the office.</summary>
    public void Post(int holder, Sighting office, Title title, Signs signs)
    {
        if (title.Level == TitleLevel.Diplomat && HostOf(office.Last, signs) is { IsNone: false } host)
            hosts[holder] = host;
        Sit(holder, office, title);
    }

    /// <summary>"the governor of Odal": where one holds the office.</summary>
    public void Sit(int holder, Sighting office, Title title)
    {
        if (SeatOf(office, title) is { } seat)
            phrases.Table[holder].Seat ??= seat;
    }

    /// <summary>"governor of the Odal region": the place of a local office; null where the words name none.</summary>
    public string? SeatOf(Sighting office, Title title)
    {
        int seat = phrases.Words.IsDefinite(phrases.Form(office.Last + 2)) ? office.Last + 3 : office.Last + 2;
        return phrases.Words.IsLocalOffice(title.Name) && Tree.Is(phrases.Form(office.Last + 1), WordFunction.Owner) && phrases.Signs.At(seat) is { Kind: SightingKind.Place or SightingKind.Name } place && place.First == seat ? place.Range.Of(Tree.Text).ToLowerInvariant() : null;
    }

    private bool IsSeatedElsewhere(int holder, Sighting office, Title title) => phrases.Table[holder].Seat is { } other && SeatOf(office, title) is { } seat && !IsOneSeat(seat, other);

    /// <summary>"New York", "New York City".</summary>
    public static bool IsOneSeat(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    /// <summary>"Chad, whose envoy": of that one alone.</summary>
    public bool IsOfWhose(Sighting office) => phrases.Words.IsWhose(phrases.Form(office.First - 1));

    private CountryCode HostOf(int last, Signs signs) =>
        phrases.Form(last + 1) == "to" && phrases.Signs.At(signs.End > last ? signs.End : last + 2) is { Kind: SightingKind.State, Index: >= 0 } state ? phrases.Known[state.Index].Country : default;

    /// <summary>"appointed by the king or queen", "a president serves for five years", "as foreign secretary, the country's chief diplomat": the office, nobody in it.</summary>
    public bool IsAsSuch(Sighting sighting, Title title, Signs signs, int head)
    {
        int end = Math.Max(signs.End, sighting.Last);
        if (IsEither(signs.Start - 1) || phrases.Form(signs.Start - 1) is "the" or "a" or "an" && IsEither(signs.Start - 2) || phrases.Form(end + 1) == "or" && IsOffice(end + 2))
            return true;

        // "as foreign secretary, the country's chief diplomat": the office explained.
        if (phrases.IsBreak(signs.Start - 1) && IsOfficeOnly(signs.Start - 2) || phrases.IsBreak(signs.Start - 2) && phrases.Words.IsDefinite(phrases.Form(signs.Start - 1)) && IsOfficeOnly(signs.Start - 3))
            return true;
        if (title.Level > TitleLevel.Minister || signs.IsFormer)
            return false;
        return signs.IsIndefinite && title.Level <= TitleLevel.HeadOfGovernment && !phrases.IsBreak(signs.Start - 2) && !phrases.IsBreak(end + 1) || IsConferred(head) || IsDefined(head);
    }

    /// <summary>"the governor of Odal … the governor of Pando, Karl Beck": of two parts.</summary>
    /// <param name="phrases">The sentence at hand.</param>
    /// <param name="before">What the one told of before was called.</param>
    /// <param name="start">Where the phrase begins that calls one so now.</param>
    public static bool IsOfAnother(Phrases phrases, string before, int start)
    {
        int of = before.IndexOf(" of ", StringComparison.Ordinal);
        if (of < 0)
            return false;
        ReadOnlySpan<char> place = before.AsSpan(of + " of ".Length);
        place = place.StartsWith("the ") ? place["the ".Length..] : place;
        for (int i = start; i < phrases.Sentence.EndToken && i - start < LongestOffice && phrases.Form(i) != ","; i++)
        {
            if (phrases.Form(i) != "of")
                continue;
            int owner = phrases.Words.IsDefinite(phrases.Form(i + 1)) ? i + 2 : i + 1;
            return owner < phrases.Sentence.EndToken && !place.IsEmpty && char.IsUpper(place[0]) && phrases.Tree[owner].Pos == PartOfSpeech.Propn && !phrases.Known.Folding.Fold(place.ToString()).StartsWith(phrases.Known.Folding.Fold(phrases.Tree[owner].Range.Of(phrases.Tree.Text)), StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <summary>"Interior Minister Karl Beck" of a report that is plainly about one state, where the sentence speaks of no other: of that state.</summary>
    public void House(int person, Title title, Signs signs, int head)
    {
        bool serving = title.Level <= TitleLevel.Deputy || title.Level is TitleLevel.Legislator or TitleLevel.Military or TitleLevel.Judge or TitleLevel.Security or TitleLevel.Spokesperson or TitleLevel.Opposition || title is { Level: TitleLevel.Official, Sector: Sector.Gov };
        if (serving && !phrases.Words.IsPrivateOffice(title.Name) && signs is { Countries.Count: 0, Body: < 0, Owner: < 0, IsGuest: false, IsOfUnknown: false, IsOfThing: false }
            && phrases.Table[person] is { Known: null, Country.IsNone: true, Candidates.IsEmpty: true, Sectors: [Sector.Gov or Sector.Leg or Sector.Mil or Sector.Jud or Sector.Cop or Sector.Opp, ..] } draft)
        {
            // "In Odal, police chief Karl Beck said": those who guard, judge and rule a place are of its state.
            bool local = phrases.Words.IsLocalOffice(title.Name);
            if (local || title is { Level: TitleLevel.Spokesperson, Sector: Sector.Gov } && !phrases.Words.IsPrivateOffice(title.Name))
                draft.Country = phrases.Place.Here(head, local);
            if (draft.Country.IsNone && phrases.Home.IsOften(phrases.Place.Home))
                draft.Country = phrases.Place.OfHome();
        }
    }

    /// <summary>"party leader Barrister Karl Beck", "a spokesman of the Ministry Karl Beck": the name behind a second office of the same person or behind the service; null for none.</summary>
    public Sighting? NameAfterRank(Sighting office)
    {
        int service = phrases.Words.IsDefinite(phrases.Form(office.Last + 2)) ? office.Last + 3 : office.Last + 2;
        if (phrases.Words.IsOwnerCase(phrases.Form(office.Last + 1)) && phrases.Signs.At(service) is { Kind: SightingKind.Agent } serving && phrases.NameAfter(serving.Last) is { } holder && holder.First == serving.Last + 1 && phrases.IsBehindService(holder) && holder.Meant is [var person] && phrases.Table[person].Kind == EntityKind.Person)
            return holder;
        int head = Tree.HeadOf(office.First, office.Last);
        return phrases.Known.Titles.All[office.Index].Level != TitleLevel.Legislator && phrases.Signs.At(office.Last + 1) is { Kind: SightingKind.Title, IsPlural: false } rank && rank.First == office.Last + 1 && char.IsUpper(Tree.Text[rank.Range.Start])
            && phrases.NameAfter(rank.Last) is { } name && name.First == rank.Last + 1 && phrases.PersonAt(name.First) is not null && Tree.Head(head) >= rank.First && Tree.Head(head) <= name.Last ? name : null;
    }

    /// <summary>"the ambassador" of several whom the text before calls so: the last, but one who has a name where that one has none.</summary>
    public int Foremost(string office, int last, Sighting sighting)
    {
        if (OfIssuer(office, sighting) is >= 0 and var issuing)
            return issuing;
        if (IsNamed(last))
            return last;
        int[] named = [.. phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Where(spoken => IsHolder(spoken.Entity, office) && IsNamed(spoken.Entity) && phrases.Suits(sighting, spoken.Entity)).Select(static spoken => spoken.Entity).Distinct()];
        return named is [var only] ? only : last;
    }

    /// <summary>"Our minister received the Chadian minister. The minister thanked her guest", told by the ministry itself: its own, where the report tells of one; -1 for none or several.</summary>
    private int OfIssuer(string office, Sighting sighting)
    {
        if (phrases.Issuer is not { IsMission: false } issuer || phrases.Quotes.At(sighting.First) > 0)
            return -1;
        int[] own = [.. phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Where(spoken => (IsHolder(spoken.Entity, office) || phrases.Table[spoken.Entity].Office is { } held && held.StartsWith(office + " of", StringComparison.Ordinal)) && IsNamed(spoken.Entity) && (phrases.Table[spoken.Entity].Country.IsNone || phrases.Table[spoken.Entity].Country == issuer.Country) && phrases.Suits(sighting, spoken.Entity)).Select(static spoken => spoken.Entity).Distinct()];
        return own is [var only] ? only : -1;
    }

    /// <summary>"[Paragraph on Chad] The Togolese president sent help. [New paragraph] Chadian officers grumble. A union blamed the president": the one of the only state of which the paragraph tells, where the other stood in another.</summary>
    public int OfParagraph(int nearest, string office, Title title, Sighting sighting)
    {
        if (title.Level > TitleLevel.Minister || phrases.Sentence.Block < 0)
            return nearest;
        if (OfIssuer(office, sighting) is >= 0 and var issuing)
            return issuing;
        CountryCode only = default;
        foreach (Spoken spoken in phrases.Recall.Back(LongestParagraph, sighting.First))
        {
            if (Tree.Parsed.Sentences[spoken.Sentence].Block != phrases.Sentence.Block)
                break;
            if (spoken.Entity == nearest)
                return nearest;
            if (phrases.Table[spoken.Entity] is not { Country: { IsNone: false } country } draft || draft.Kind == EntityKind.Place || draft.Sectors is [Sector.Med or Sector.Cvl, ..])
                continue;
            if (!only.IsNone && only != country)
                return nearest;
            only = country;
        }

        if (only.IsNone || only == phrases.Table[nearest].Country || phrases.Table[nearest].Country.IsNone)
            return nearest;
        int[] own = [.. phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Where(spoken => IsHolder(spoken.Entity, office) && phrases.Table[spoken.Entity].Country == only && phrases.Suits(sighting, spoken.Entity)).Select(static spoken => spoken.Entity).Distinct()];
        return own is [var holder] ? holder : nearest;
    }

    /// <summary>"His Excellency the Minister": the form of address tells it too.</summary>
    public void Address(int person, int start)
    {
        if (phrases.Words.IsDefinite(phrases.Form(start - 1)))
            start--;
        if (!phrases.Words.IsStyle(phrases.Form(start - 1)))
            return;
        phrases.Table[person].IsMale |= phrases.Words.IsHe(phrases.Form(start - 2));
        phrases.Table[person].IsFemale |= phrases.Words.IsShe(phrases.Form(start - 2));
    }

    /// <summary>"its envoy to the African Union": not the one to a state.</summary>
    public bool IsToBody(Sighting office, Title title)
    {
        int next = office.Last + 2;
        if (phrases.Words.IsDefinite(phrases.Form(next)))
            next++;
        return title.Level == TitleLevel.Diplomat && Tree.Is(phrases.Form(office.Last + 1), WordFunction.Aim) && phrases.Signs.At(next) is { Kind: SightingKind.Body };
    }

    /// <summary>"the lawyer of the other man", "the aide of Karl Beck": whoever serves that one, not the lawyer of whom the report told.</summary>
    public bool IsOfOther(Sighting office, Title title)
    {
        if (title.Level <= TitleLevel.Deputy || !Tree.Is(phrases.Form(office.Last + 1), WordFunction.Owner))
            return false;
        for (int i = office.Last + 2; i < office.Last + 6; i++)
        {
            if (phrases.Signs.At(i) is { } owner)
                return owner.Kind == SightingKind.Agent && phrases.Known.Agents[owner.Index].Kind == EntityKind.Person || owner.Kind is SightingKind.Person or SightingKind.Name && phrases.PersonAt(i) is not null;
            if (phrases.Form(i).Length == 0 || Tree[i].Pos is not (PartOfSpeech.Det or PartOfSpeech.Adj))
                return false;
        }

        return false;
    }

    /// <summary>"the monarch is the head of state", "the college that elects the president": the office, whoever holds it.</summary>
    public bool IsAnyHolder(int head)
    {
        int predicate = Tree[head].Relation == Relation.Conj && !Tree.Has(head, Relation.Nsubj) && Tree.Head(head) is >= 0 and var before ? before : head;
        if (Tree.Has(predicate, Relation.Cop) && Tree.Child(predicate, Relation.Nsubj) is >= 0 and var subject)
            return Tree[subject].Pos == PartOfSpeech.Noun && phrases.MeantBy(subject).Count == 0 && phrases.Signs.At(subject) is { Kind: SightingKind.Title, IsPlural: false };
        return Tree[head].Relation == Relation.Obj && Tree.Head(head) is >= 0 and var verb && Tree[verb].Relation == Relation.AclRelcl && Tree[verb].Morphology.HasFlag(Morphology.Finite) && !Tree[verb].Morphology.HasFlag(Morphology.Past) && !Tree.Has(verb, Relation.Aux) && (phrases.Words.IsConferring(Tree[verb].Lemma.ToLowerInvariant()) || phrases.Words.IsElecting(Tree[verb].Lemma.ToLowerInvariant()));
    }

    /// <summary>"She said that the minister …": whoever says what a word is part of, and hardly calls herself so; -1 for none.</summary>
    public int TellerAbove(int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 8 && phrases.Quotes.At(token) == 0; at = Tree.Head(at), steps++)
        {
            if (Tree[at].Relation == Relation.Ccomp && Tree.Head(at) is >= 0 and var verb && Tree.Child(verb, Relation.Nsubj) is >= 0 and var subject && subject < token && phrases.IsTelling(subject))
                return phrases.OnlyMeantBy(subject);
        }

        return -1;
    }

    /// <summary>"the president" where the text before has told of those of several states, none of them lately.</summary>
    public bool IsOpen(string office, Sighting sighting)
    {
        Spoken[] all = [.. phrases.Recall.Back(phrases.Recall.Sentence, sighting.First).Where(spoken => !spoken.IsModifier && phrases.People.Bears(spoken.Entity, office) && phrases.Suits(sighting, spoken.Entity) && !phrases.Table[spoken.Entity].Country.IsNone)];
        return all.Select(spoken => phrases.Table[spoken.Entity].Country).Distinct().Skip(1).Any() && all.Max(static spoken => spoken.Sentence) < phrases.Recall.Sentence - 1;
    }

    private bool IsNamed(int person) => phrases.Table[person] is { IsNamed: true } or { Known: not null };

    /// <summary>"an honour conferred by the president", "judges are appointed by the king".</summary>
    private bool IsConferred(int head)
    {
        if (Tree.Case(head) != "by" || Tree.Head(head) is not (>= 0 and var verb) || !phrases.Words.IsConferring(Tree[verb].Lemma.ToLowerInvariant()))
            return false;
        int auxiliary = Tree.Child(verb, Relation.AuxPass);
        return auxiliary >= 0 ? !Tree[auxiliary].Morphology.HasFlag(Morphology.Past) && !Tree.Has(verb, Relation.Aux) : verb > phrases.Sentence.FirstToken && IsMatter(verb - 1);
    }

    /// <summary>An honour or a right, and no committee: nobody who acts.</summary>
    private bool IsMatter(int noun) => phrases.Signs.At(noun) is null && Tree[noun].Pos == PartOfSpeech.Noun;

    /// <summary>"The speaker is the third person of the state": what an office is, told for all who hold it.</summary>
    private bool IsDefined(int head)
    {
        if (Tree[head].Relation != Relation.Nsubj || Tree.Head(head) is not (>= 0 and var predicate) || Tree.Child(predicate, Relation.Cop) is not (>= 0 and var copula) || Tree[copula].Morphology.HasFlag(Morphology.Past) || Tree.Has(predicate, Relation.Aux))
            return false;
        bool definite = Tree.Child(predicate, Relation.Det) is >= 0 and var article && phrases.Words.IsDefinite(phrases.Form(article));
        return definite && phrases.Signs.At(predicate) is { Kind: SightingKind.Title or SightingKind.Agent, IsPlural: false };
    }

    /// <summary>"a judge-led inquiry": of what kind a thing is, nobody in it.</summary>
    public bool IsPartOfWord(Sighting sighting)
    {
        int hyphen = sighting.Last + 1;
        if (phrases.Form(hyphen) == "-" && Tree[hyphen].Range.Start == sighting.Range.End && hyphen + 1 < Tree.Count && Tree[hyphen].Range.End == Tree[hyphen + 1].Range.Start)
            return char.IsLower(Tree.Text[sighting.Range.Start]);

        // "a high-ranking member".
        return phrases.Form(sighting.First - 1) == "-" && Tree[sighting.First - 1].Range.End == sighting.Range.Start && sighting.First < sighting.Last;
    }

    /// <summary>"president-elect".</summary>
    public bool IsElect(Sighting sighting)
    {
        string last = phrases.Form(sighting.Last);
        return phrases.Known.PhraseWords.Of(last[(last.LastIndexOf('-') + 1)..]) == PhraseWordKind.Elect;
    }

    private bool IsEither(int link) => phrases.Form(link) == "or" && phrases.Signs.At(link - 1) is { Kind: SightingKind.Title, IsPlural: false };

    private bool IsOffice(int token) => phrases.Signs.At(phrases.Words.IsDefinite(phrases.Form(token)) ? token + 1 : token) is { Kind: SightingKind.Title, IsPlural: false };

    private bool IsOfficeOnly(int token) =>
        phrases.Signs.At(token) is { Kind: SightingKind.Title, IsPlural: false, Meant.Count: 0, IsWritten: false } office && phrases.Form(phrases.Signs.Read(office).Start - 1) is "as";

    /// <summary>"candidate for mayor", "ran for president": the office, nobody in it.</summary>
    public bool IsSought(Sighting sighting, Signs signs, int head)
    {
        if (phrases.Form(signs.Start - 1) != "for" && !(phrases.Words.IsDefinite(phrases.Form(signs.Start - 1)) && phrases.Form(signs.Start - 2) == "for") && Tree.Case(head) != "for")
            return Tree[head].Head is >= 0 and var verb && Tree[verb].Pos == PartOfSpeech.Verb && Tree[head].Relation is Relation.Xcomp && phrases.Words.IsSeeking(Tree[verb].Lemma.ToLowerInvariant());
        return Tree[head].Head is >= 0 and var governor && phrases.Words.IsSeeking(Tree[governor].Lemma.ToLowerInvariant())
            || phrases.Words.IsSeeking(phrases.Form(signs.Start - 2)) || char.IsLower(Tree.Text[sighting.Range.Start]) && phrases.Signs.At(signs.Start - 2) is { } before && phrases.Words.IsSeeking(phrases.Form(before.Last));
    }

    /// <summary>"the deputy governor", "an assistant commissioner": one below the holder of the office.</summary>
    public bool IsUnder(Sighting office)
    {
        int word = phrases.Words.IsUnder(phrases.Form(office.First, true)) ? office.First : office.First - 1;

        // "the regional minister": none of the state.
        if (word == office.First - 1 && word >= phrases.Sentence.FirstToken && phrases.Words.IsRegional(phrases.Form(word)) && phrases.Known.Titles.All[office.Index].Level is TitleLevel.Minister)
            return true;
        return word >= phrases.Sentence.FirstToken && word < office.Last && phrases.Words.IsUnder(phrases.Form(word, true)) && phrases.Known.Titles.All[office.Index].Level > TitleLevel.HeadOfGovernment;
    }

    /// <summary>Whether somebody can be meant by an office: whoever is below its holder bears it as such, and an ambassador is no consul.</summary>
    public bool IsAlike(Sighting sighting, string key, Title title, int person) =>
        (!IsUnder(sighting) || phrases.People.Bears(person, key)) && !IsSeatedElsewhere(person, sighting, title)
        && !(title.Level == TitleLevel.Diplomat && phrases.Table[person].Office is { } held && held != title.Name && phrases.Words.IsPost(held) && phrases.Words.IsPost(title.Name) && !phrases.People.Bears(person, key));

    /// <summary>"a Chadian delegation headed by the foreign minister": of the state whose delegation it is.</summary>
    public void Lead(Signs signs, int head)
    {
        if (signs is not { Countries.Count: 0, Body: < 0, Owner: < 0, IsIndefinite: false, IsPossessed: false } || Tree.Case(head) != "by" || Tree.Head(head) is not (>= 0 and var verb) || Tree[verb].Relation is not (Relation.Acl or Relation.AclRelcl) || !phrases.Words.IsHeading(Tree[verb].Lemma.ToLowerInvariant()) || Tree.Head(verb) is not (>= 0 and var led))
            return;
        if (phrases.OnlyMeantBy(led) is >= 0 and var party && phrases.Table[party] is { Kind: EntityKind.Group or EntityKind.Organization, Country: { IsNone: false } state })
            signs.Countries.Add(state);
    }

    /// <summary>"The premier would not go, an aide said": of the only one whom the sentence tells of before his servant says it.</summary>
    public void Serve(Sighting office, Title title, Signs signs, int head)
    {
        if (!phrases.Words.IsServant(title.Name) || !phrases.Words.IsPrivateOffice(title.Name) || !phrases.IsTelling(head) || signs is not { IsIndefinite: true, Countries.Count: 0, Body: < 0, Owner: < 0, Region: < 0, IsOfUnknown: false, IsOfThing: false } || Tree.Head(head) is not (>= 0 and var saying))
            return;
        int only = -1;
        foreach (Spoken spoken in phrases.Recall.Back(0, office.First))
        {
            if (!spoken.IsSubject || spoken.IsModifier || !Tree.IsUnder(spoken.Token, saying) || spoken.Entity == only)
                continue;
            if (only >= 0 || phrases.Table[spoken.Entity] is not { Kind: EntityKind.Person, IsPlural: false } one || one.Known is null && one.Level is not <= TitleLevel.Minister)
                return;
            only = spoken.Entity;
        }

        if (only < 0)
            return;
        signs.Owner = only;
        if (phrases.Table[only].Country is { IsNone: false } state)
            signs.Countries.Add(state);
        else
            signs.IsGuest = true;
    }

    /// <summary>Whether the report called somebody by an office, and not as one below its holder.</summary>
    public bool IsHolder(int person, string office) => phrases.People.Bears(person, office) && !IsUnderHolder(person, office);

    /// <summary>Whether the report called somebody the deputy of the holder of an office.</summary>
    public bool IsUnderHolder(int person, string office) => phrases.People.Bears(person, "under " + office);
}
