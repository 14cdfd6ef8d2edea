using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>The small words of a language that decide what a name or a noun means in its place: <c>data/languages/TAG/mentions.tsv</c>.</summary>
public sealed partial class MentionWords
{
    private const string Again = "again-";
    private const string OfBody = "body-of-";

    private readonly FrozenDictionary<string, FrozenSet<string>> byKind;
    private readonly FrozenDictionary<string, string> again;

    private readonly FrozenDictionary<string, string> bodyKinds;
    private readonly FrozenDictionary<string, Gender> givenNames;
    private readonly FrozenSet<string> ordinary;

    public MentionWords(Language language)
    {
        byKind = language.ReadReferenceWords();
        again = byKind.Where(kind => kind.Key.StartsWith(Again, StringComparison.Ordinal))
            .SelectMany(kind => kind.Value, (kind, word) => (Word: word, Kind: kind.Key[Again.Length..]))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Kind, StringComparer.Ordinal);
        bodyKinds = byKind.Where(kind => kind.Key.StartsWith(OfBody, StringComparison.Ordinal))
            .SelectMany(kind => kind.Value, (kind, word) => (Word: word, Kind: kind.Key[OfBody.Length..]))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Kind, StringComparer.Ordinal);
        givenNames = language.ReadGivenNames();
        ordinary = language.ReadCommonWords();
    }

    /// <summary>"in", "near": a capital after it is a place, no government.</summary>
    public bool IsPlaceCase(string preposition) => Is("place-case", preposition);

    /// <summary>"of", "in": what follows tells whose or where.</summary>
    public bool IsOwnerCase(string preposition) => Is("owner-case", preposition);

    /// <summary>"visit", "fly": what it goes to is a place.</summary>
    public bool IsTravel(string lemma) => Is("travel", lemma);

    /// <summary>"letter", "criticism": what comes from a government when it comes from its capital.</summary>
    public bool IsMessage(string lemma) => Is("message", lemma);

    public bool IsHe(string form) => Is("he", form);

    public bool IsShe(string form) => Is("she", form);

    public bool IsIt(string form) => Is("it", form);

    public bool IsThey(string form) => Is("they", form);

    /// <summary>"colonel", "captain": a rank that tells its bearer from a politician of the same name.</summary>
    public bool IsLowRank(string office) => Is("low-rank", office);

    /// <summary>"mayor", "police chief": whoever holds such an office is of the place where they act.</summary>
    public bool IsLocalOffice(string office) => Is("local-office", office);

    /// <summary>"mv", "hms": the name behind these letters is a ship's.</summary>
    public bool IsShipLetters(string form) => Is("ship-letters", form);

    /// <summary>What the words of a body's name make it: "workers" a union, "rights" no government; null for nothing.</summary>
    public string? BodyKind(string form) => bodyKinds.GetValueOrDefault(form);

    /// <summary>"head", "lead": whoever does so to a body is of it.</summary>
    public bool IsHeading(string lemma) => Is("heading", lemma);

    /// <summary>"counterpart": whoever holds the same office elsewhere.</summary>
    public bool IsCounterpart(string lemma) => Is("counterpart", lemma);

    /// <summary>"man", "rival": with "the two" before it two persons spoken of together.</summary>
    public bool IsTwosome(string noun) => Is("twosome", noun);

    /// <summary>"pair", "duo": two persons spoken of together.</summary>
    public bool IsDuo(string form) => Is("duo", form);

    /// <summary>"suspect", "defendant": whoever was arrested or charged.</summary>
    public bool IsHeld(string noun) => Is("held", noun);

    /// <summary>"neighbour", "ally": whoever has one is another.</summary>
    public bool IsBeside(string noun) => Is("beside", noun);

    /// <summary>"neighbour": of a state it is another state.</summary>
    public bool IsNextDoor(string noun) => Is("next-door", noun);

    /// <summary>"tell", "inform": with words of its own for those who hear it.</summary>
    public bool IsAddressing(string lemma) => Is("addressing", lemma);

    /// <summary>"have", "station": whoever does so to troops is whose troops they are.</summary>
    public bool IsKeeping(string lemma) => Is("keeping", lemma);

    /// <summary>"disperse", "detain": done to people alone.</summary>
    public bool IsHandling(string lemma) => Is("handling", lemma);

    /// <summary>"body": of somebody it is no group.</summary>
    public bool IsRemains(string noun) => Is("remains", noun);

    /// <summary>"based": behind the name of a place and a hyphen it tells where a body has its seat.</summary>
    public bool IsSeated(string form) => Is("seated", form);

    public bool IsLatter(string form) => Is("latter", form);

    public bool IsFormer(string form) => Is("former", form);

    /// <summary>How many a numeral means, 0 for none that is known.</summary>
    public int Count(string form) => Is("two", form) ? 2 : Is("three", form) ? 3 : Is("four", form) ? 4 : 0;

    /// <summary>"several", "most": a group that is never taken apart.</summary>
    public bool IsMany(string form) => Is("many", form);

    /// <summary>"country", "nation".</summary>
    public bool IsStateNoun(string lemma) => Is("state-noun", lemma);

    /// <summary>"sides", "leaders": with "the two" it means those spoken of before.</summary>
    public bool IsSideNoun(string lemma) => Is("side-noun", lemma);

    /// <summary>A noun that names nobody unless something says whose: "members".</summary>
    public bool IsVague(string lemma) => Is("vague", lemma);

    /// <summary>A name that is a common word too: "turkey", "may".</summary>
    public bool IsCommon(string word) => Is("common", word);

    /// <summary>A word with a capital letter that names nobody: "Monday".</summary>
    public bool IsCalendar(string word) => Is("calendar", word);

    /// <summary>A noun that seldom names an actor in running text, though a phrase may use it so: "market".</summary>
    public bool IsThing(string lemma) => Is("thing", lemma);

    /// <summary>"ethnic": the people named are of a nation, not of its state.</summary>
    public bool IsEthnic(string form) => Is("ethnic", form);

    /// <summary>"led": with a hyphen the state before it acts itself.</summary>
    public bool IsLed(string form) => Is("led", form);

    /// <summary>What names with this word name, "place", "body" or "thing"; null for a word that says nothing.</summary>
    public string? NameWord(string word) => Is("name-place", word) ? "place" : Is("name-body", word) ? "body" : Is("name-thing", word) ? "thing" : null;

    /// <summary>"of", "for": what stands between the noun of a body and what it is named after.</summary>
    public bool IsNaming(string preposition) => Is("naming", preposition);

    /// <summary>"president", "spokesman": an office that companies, clubs and charities have too.</summary>
    public bool IsPrivateOffice(string title) => Is("private-office", title);

    /// <summary>"gunman", "suspect": whoever did what a report is about.</summary>
    public bool IsCulprit(string noun) => Is("culprit", noun);

    /// <summary>"arrest", "wound": its object is always people.</summary>
    public bool IsPersonVerb(string lemma) => Is("person-verb", lemma);

    /// <summary>"killing", "arrest": what its "of" or "on" leads to suffers it.</summary>
    public bool IsSuffered(string noun) => Is("suffered", noun);

    /// <summary>"kill", "rescue": where its object is but a number, people are counted.</summary>
    public bool IsCountVerb(string lemma) => Is("count-verb", lemma);

    /// <summary>"march", "flee": where its subject is but a number, people are counted.</summary>
    public bool IsCrowdVerb(string lemma) => Is("crowd-verb", lemma);

    /// <summary>"dozens": people counted roughly.</summary>
    public bool IsCountNoun(string form) => Is("count-noun", form);

    /// <summary>"murder", "shoot": whoever does it may be called the killer further on, and whoever suffers it the victim.</summary>
    public bool IsCrime(string lemma) => Is("crime", lemma);

    /// <summary>"charge", "convict": whoever it is done to may be called the suspect further on.</summary>
    public bool IsNegation(string word) => Is("negation", word);

    /// <summary>"find", of a court: the verb beside a word of guilt.</summary>
    public bool IsFinding(string lemma) => Is("finding", lemma);

    public bool IsGuilt(string word) => Is("guilt", word);

    /// <summary>"at": before the place that is part of a school's name.</summary>
    public bool IsCampusCase(string preposition) => Is("campus-case", preposition);

    public bool IsAccusing(string lemma) => Is("accusing", lemma);

    /// <summary>"confess": whoever does it may be called the killer further on.</summary>
    public bool IsConfessing(string lemma) => Is("confessing", lemma);

    /// <summary>"identify": with "as" it gives a nameless person the name.</summary>
    public bool IsIdentifying(string lemma) => Is("identifying", lemma);

    /// <summary>"victim": whoever suffered what a report is about.</summary>
    public bool IsSufferer(string noun) => Is("sufferer", noun);

    /// <summary>"teenager": tells again of a person just named, whom it describes.</summary>
    public bool IsRetold(string noun) => Is("retold", noun);

    /// <summary>"man": says nothing of a person that would tell them from another.</summary>
    public bool IsGeneric(string noun) => Is("generic", noun);

    /// <summary>"receive": whoever is its object may be called the guest further on.</summary>
    public bool IsHosting(string lemma) => Is("hosting", lemma);

    /// <summary>"visitor": whoever was received.</summary>
    public bool IsReceived(string noun) => Is("received", noun);

    /// <summary>"whose": asks for the one before a relative clause.</summary>
    public bool IsWhose(string form) => Is("whose", form);

    /// <summary>"urge": what states, bodies and groups do by words.</summary>
    public bool IsUrging(string lemma) => Is("urging", lemma);

    /// <summary>"teach": with "at" and a body it tells whose the subject is.</summary>
    public bool IsEmployed(string lemma) => Is("employed", lemma);

    /// <summary>"serve": with "as" it tells the office of its subject.</summary>
    public bool IsHolding(string lemma) => Is("holding", lemma);

    /// <summary>"paper": whoever wrote it is a scholar.</summary>
    public bool IsStudy(string word) => Is("study", word);

    /// <summary>"author": of what must be said.</summary>
    public bool IsAuthorship(string noun) => Is("authorship", noun);

    /// <summary>Nouns that tell again of one person or group: "scholars … the academics"; null for a noun of no such kind.</summary>
    public string? AgainOf(string noun) => again.GetValueOrDefault(noun) ?? again.GetValueOrDefault(noun[(noun.LastIndexOf(' ') + 1)..]);

    /// <summary>"sue", "apologize": what only those who act do, and mostly to each other.</summary>
    public bool IsDealing(string lemma) => Is("dealing", lemma);

    /// <summary>"operate": a thing that is operated by somebody has a body for that.</summary>
    public bool IsOperating(string lemma) => Is("operating", lemma);

    /// <summary>"airlines": what the names of firms end in, beside the words for their form in law.</summary>
    public bool IsFirmName(string word) => Is("firm-name", word);

    /// <summary>"tribune": what the names of papers and channels end in.</summary>
    public bool IsPressName(string word) => Is("press-name", word);

    /// <summary>"council": with the name of a place before it that of the place.</summary>
    public bool IsLocalBody(string word) => Is("local-body", word);

    /// <summary>"teen": in the plural behind "in" an age.</summary>
    public bool IsAgeSpan(string noun) => Is("age-span", noun);

    /// <summary>"No": before a number, and with a full stop, no name.</summary>
    public bool IsNumbering(string word) => Is("numbering", word);

    /// <summary>"village", "district": the place that it frames is hardly a province or a capital of that name.</summary>
    public bool IsSmallPlace(string noun) => Is("small-place", noun);

    /// <summary>"district": a part of a town or a province, whose name stands before it.</summary>
    public bool IsQuarter(string noun) => Is("quarter", noun);

    /// <summary>"Dr": before a name it may tell of a physician.</summary>
    public bool IsDoctor(string address) => Is("doctor", address);

    /// <summary>"the said officials": those told of before.</summary>
    public bool IsAforesaid(string form) => Is("aforesaid", form);

    /// <summary>"the Danish side": the state itself.</summary>
    public bool IsStateSide(string noun) => Is("state-side", noun);

    /// <summary>"colleague": of another state one who holds the same office there.</summary>
    public bool IsPeer(string noun) => Is("peer", noun);

    /// <summary>"that": not the one who acts.</summary>
    public bool IsThat(string form) => Is("that", form);

    /// <summary>"this": a word for a thing told before.</summary>
    public bool IsThis(string form) => Is("this", form);

    /// <summary>"manufacturer": a firm where its name stands behind it.</summary>
    public bool IsMaker(string noun) => Is("maker", noun);

    /// <summary>"one woman": one of many.</summary>
    public bool IsOne(string form) => Is("one", form);

    /// <summary>"Sino": a state's only before a hyphen.</summary>
    public bool IsBeforeHyphen(string form) => Is("before-hyphen", form);

    /// <summary>"policeman", "doctor": who comes to what happened to others.</summary>
    public bool IsOnDuty(string noun) => Is("on-duty", noun);

    /// <summary>"protesters": in the plural and without an article those of the report.</summary>
    public bool IsCrowd(string noun) => Is("crowd", noun);

    /// <summary>"mother": of another person.</summary>
    public bool IsKin(string noun) => Is("kin", noun);

    /// <summary>"bombing", "raid": what kills or takes people as somebody does.</summary>
    public bool IsHarm(string noun) => Is("harm", noun);

    /// <summary>"coalition", "peacekeeping": forces so called are of several states, not of the one where they are.</summary>
    public bool IsGuest(string word) => Is("guest", word);

    /// <summary>"foreign": from another state than the one where they are.</summary>
    public bool IsForeign(string word) => Is("foreign", word);

    /// <summary>"embassy": of another state than the one where it is.</summary>
    public bool IsMission(string noun) => Is("mission", noun);

    /// <summary>"lose", "need": its object says what somebody was or should be.</summary>
    public bool IsWanting(string lemma) => Is("wanting", lemma);

    /// <summary>"confer", "appoint": what is done by whoever holds an office.</summary>
    public bool IsConferring(string lemma) => Is("conferring", lemma);

    /// <summary>"partner", "rival": of a firm it is another firm.</summary>
    public bool IsAssociate(string noun) => Is("associate", noun);

    /// <summary>"born": a name right behind it is another of the same person.</summary>
    public bool IsBirth(string form) => Is("birth", form);

    /// <summary>"known": with "as" the name behind it is another of the same person.</summary>
    public bool IsRenaming(string form) => Is("renaming", form);

    /// <summary>"marry": its subject and its object are husband and wife.</summary>
    public bool IsWedding(string lemma) => Is("wedding", lemma);

    /// <summary>"husband", "wife".</summary>
    public IEnumerable<string> Spouses => Words("spouse");

    /// <summary>"agency": any public body that was just spoken of.</summary>
    public bool IsBodyAgain(string noun) => Is("body-again", noun);

    /// <summary>"people", "hundreds": of whom nothing but their number is told.</summary>
    public bool IsCounted(string plural) => Is("counted", plural) || IsCountNoun(plural);

    /// <summary>"company", "group": with the adjective of a state the firm of that state.</summary>
    public bool IsFirm(string noun) => Is("firm", noun);

    /// <summary>"federal": a government so called is that of the state.</summary>
    public bool IsNational(string word) => Is("national", word);

    /// <summary>"ministry": "the Ministry of Trade" is the trade ministry.</summary>
    public bool IsTurned(string noun) => Is("turned", noun);

    /// <summary>Nouns of kin by what makes two of them one relation seen from both sides: "sister" and "brother", "mother" and "son".</summary>
    public IEnumerable<string> KinAcross(string noun) =>
        Is("sibling", noun) ? Words("sibling") : Is("parent", noun) ? Words("offspring") : Is("offspring", noun) ? Words("parent") : Is("spouse", noun) ? Words("spouse") : [];

    private FrozenSet<string> Words(string kind) => byKind.GetValueOrDefault(kind) ?? [];

    /// <summary>A state, by its code in small letters, whose parts are called states.</summary>
    public bool IsFederal(string code) => Is("federal", code);

    /// <summary>"group": a noun by which armed bodies and charities are told again.</summary>
    public bool IsCircle(string noun) => Is("circle", noun);

    /// <summary>"sole", "lone": it tells nobody apart.</summary>
    public bool IsSole(string form) => Is("sole", form);

    /// <summary>"planet": what all people share, so that "our" before it means no state.</summary>
    public bool IsShared(string noun) => Is("shared", noun);

    /// <summary>"ministry", "embassy": who issues releases.</summary>
    public bool IsIssuer(string form) => Is("issuer", form);

    /// <summary>"republic", "press", "of": what stands beside them at the head of a release.</summary>
    public bool IsMasthead(string form) => Is("masthead", form);
    public bool IsPaper(string noun) => Is("paper", noun);

    /// <summary>"geology": what bodies are for.</summary>
    public bool IsField(string form) => Is("field-word", form);

    /// <summary>"ambassador", "country": whoever calls it "ours" writes for a state.</summary>
    public bool IsOwned(string noun) => Is("owned", noun);

    /// <summary>"demand", "hope": in the passive without a doer whoever issues a release does so.</summary>
    public bool IsImpersonal(string lemma) => Is("impersonal", lemma);

    /// <summary>"family": a surname before it names more than one.</summary>
    public bool IsFamily(string noun) => Is("family", noun);

    /// <summary>"language", "dollars": an adjective of a state before it names no state that acts.</summary>
    public bool IsStateless(string noun) => Is("stateless", noun);

    /// <summary>"speakers": in the plural nobody, unless something says of what.</summary>
    public bool IsLoose(string plural) => Is("loose", plural);

    /// <summary>"become": what stands after it is an office, nobody in it.</summary>
    public bool IsGaining(string verb) => Is("gaining", verb);

    /// <summary>"mayor", "bishop": whoever is that of a capital is so of the city.</summary>
    public bool IsLocal(string office) => Is("local", office);

    /// <summary>"governments", "leaders": in the plural and without an article those of many states.</summary>
    public bool IsWide(string noun) => Is("wide", noun);

    /// <summary>"Majesty": with a possessive before it no pronoun, but a form of address.</summary>
    public bool IsStyle(string form) => Is("style", form);

    /// <summary>"deputy": before an office it tells the rank and is no office itself.</summary>
    public bool IsRank(string word) => Is("rank", word);

    /// <summary>"a man named Karl": what stands between a noun and a name.</summary>
    public bool IsNamingVerb(string form) => Is("naming-verb", form);

    /// <summary>"the first president": not the one of the day.</summary>
    public bool IsOrdinal(string form) => Is("ordinal", form);

    /// <summary>"Crohn's disease": what such a noun is named after acts no more.</summary>
    public bool IsEponym(string noun) => Is("eponym", noun);

    /// <summary>"in", "near": what stands behind it is hardly a person.</summary>
    public bool IsLocative(string preposition) => Is("locative", preposition);

    /// <summary>"his successor": somebody whom only another explains.</summary>
    public bool IsRelational(string noun) => Is("relational", noun);

    /// <summary>"candidate", "run": the office that follows is wanted, nobody in it.</summary>
    public bool IsSeeking(string word) => Is("seeking", word);

    /// <summary>"National": in the name of a board it says that the board is of the state.</summary>
    public bool IsPublic(string word) => Is("public", word);

    /// <summary>"Board": of the state where its name says so.</summary>
    public bool IsPublicBody(string noun) => Is("public-body", noun);

    /// <summary>"vatican city": a state that is the seat of a church and no people's: those of whom a report about it tells may be from anywhere.</summary>
    public bool IsSeatAlone(string state) => Is("seat-alone", state);

    /// <summary>"government": called after whoever heads it.</summary>
    public bool IsHeaded(string noun) => Is("headed", noun);

    /// <summary>"department": a part of whatever it is of.</summary>
    public bool IsPart(string noun) => Is("part", noun);

    /// <summary>"captain": a rank of soldiers that others have too.</summary>
    public bool IsCivilRank(string title) => Is("civil-rank", title);

    /// <summary>"officers": those of the force that was spoken of.</summary>
    public bool IsServing(string noun) => Is("serving", noun);

    /// <summary>"sides": with an article and without a number there are two.</summary>
    public bool IsPair(string noun) => Is("pair", noun);

    /// <summary>"helicopter": acts only for whoever it is said to belong to.</summary>
    public bool IsVehicle(string noun) => Is("vehicle", noun);

    /// <summary>"Party": left off, the words before it mean the body too.</summary>
    public bool IsPartyWord(string word) => Is("party-word", word);

    /// <summary>"on", "to": between the noun of a body and capitals that say what it is for.</summary>
    public bool IsNamingField(string preposition) => Is("naming-field", preposition);

    /// <summary>"Ltd": behind a name it is the firm's.</summary>
    public bool IsFirmWord(string word) => Is("firm-word", word);

    /// <summary>"film", "ferry": the name that follows is that of a thing.</summary>
    public bool IsThingNoun(string noun) => Is("thing-noun", noun);

    /// <summary>"House": a noun that names an actor only with a capital.</summary>
    public bool IsNamedOnly(string word) => Is("named", word);

    /// <summary>"the wounded": people only with an article or a number.</summary>
    public bool IsAdjectival(string noun) => Is("adjectival", noun);

    /// <summary>"authority", "school": without an article or an owner a matter or a time of life, no body that acts.</summary>
    public bool IsAbstract(string noun) => Is("abstract", noun);

    /// <summary>"penguin": an office before it is part of what the animal is called.</summary>
    public bool IsAnimal(string noun) => Is("animal", noun);

    /// <summary>"Photo": with a colon behind it the line names who took a picture.</summary>
    public bool IsCredit(string word) => Is("credit", word);

    /// <summary>"print": what the act is done in is a journal.</summary>
    public bool IsPublishing(string lemma) => Is("publishing", lemma);

    /// <summary>"-ism", "-saurus": the name of a creed, an animal, an illness or a drug.</summary>
    public bool HasThingEnding(string word) => EndsAs("thing-ending", word);

    /// <summary>"-ians": in the plural the people of a place.</summary>
    public bool HasDemonymEnding(string word) => EndsAs("demonym-ending", word);

    /// <summary>A word that is mostly written in lower case.</summary>
    public bool IsOrdinary(string word) => ordinary.Contains(word) || Is("field-word", word);

    /// <summary>Of those who bear a given name.</summary>
    public Gender GenderOf(string name) => givenNames.GetValueOrDefault(name);

    public bool IsGivenName(string word) => givenNames.ContainsKey(word);

    public bool IsMale(string word) => Is("male", word);

    public bool IsFemale(string word) => Is("female", word);

    public bool IsDefinite(string form) => Is("definite", form);

    public bool IsCoordinator(string form) => Is("coordinator", form);

    private bool EndsAs(string kind, string word)
    {
        if (!byKind.TryGetValue(kind, out FrozenSet<string>? endings))
            return false;
        foreach (string ending in endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool Is(string kind, string word) => byKind.TryGetValue(kind, out FrozenSet<string>? words) && words.Contains(word);
}
