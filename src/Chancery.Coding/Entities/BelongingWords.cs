namespace Chancery.Coding;

/// <summary>The words by which somebody belongs to a state.</summary>
public sealed partial class MentionWords
{
    /// <summary>"plead": with guilt behind it whoever does so is a criminal.</summary>
    public bool IsPleading(string lemma) => Is("pleading", lemma);

    /// <summary>"strike", "drown": what happens to somebody where he lives, mostly.</summary>
    public bool IsStriking(string lemma) => Is("striking", lemma);

    /// <summary>"marathon", "album": who wins or makes one is an athlete or an artist.</summary>
    public bool IsContest(string noun) => Is("contest", noun);

    /// <summary>"win", "record": what is done with such a thing.</summary>
    public bool IsPerforming(string lemma) => Is("performing", lemma);

    /// <summary>"juvenile", "individual": in a report about animals one of them.</summary>
    public bool IsCreature(string noun) => Is("creature", noun);

    /// <summary>"Radio": a name of a station begins with it.</summary>
    public bool IsStation(string noun) => Is("station", noun);

    /// <summary>"inter-", "native": an adjective of a state behind it tells of a part of the world or of a people.</summary>
    public bool IsJoining(string form) => Is("joining", form);

    /// <summary>"backed", "brokered": by the government of the capital before the hyphen.</summary>
    public bool IsSponsored(string form) => Is("sponsored", form);

    /// <summary>"streets", "outskirts": what only a city has.</summary>
    public bool IsStreet(string noun) => Is("street", noun);

    /// <summary>"his men": those whom an officer commands.</summary>
    public bool IsSubordinate(string noun) => Is("subordinate", noun);

    /// <summary>"employee", "convoy": of the sector of the body whose they are, as long as it does not trade.</summary>
    public bool IsOwnStaff(string noun) => Is("own-staff", noun);

    /// <summary>"speaking for the army".</summary>
    public bool IsSpeakingFor(string lemma) => Is("speaking-for", lemma);

    /// <summary>"EU member", "a Commonwealth member": a state, and not the union that it is in.</summary>
    public bool IsMembership(string noun) => Is("membership", noun);

    /// <summary>"the Odal movement", "the Odal group": behind its name the body itself, of whatever kind.</summary>
    public bool IsCircleOf(string noun) => Is("circle-of", noun);

    /// <summary>"Seven held": what alone, without a word of tense, tells that a number is people.</summary>
    public bool IsCustodyVerb(string lemma) => Is("custody-verb", lemma);

    /// <summary>"local": of the place that the report is set in.</summary>
    public bool IsLocality(string adjective) => Is("locality", adjective);

    /// <summary>"By our court reporter": of the paper itself, and at home there.</summary>
    public bool IsHomeReporter(string noun) => Is("home-reporter", noun);

    /// <summary>"HOUSE OF COMMONS", "Debates": at the head of a page the record of a parliament.</summary>
    public bool IsHouseRecord(string word) => Is("house-record", word);

    /// <summary>"countryman": of the same state as whoever was told of last.</summary>
    public bool IsCompatriot(string noun) => Is("compatriot", noun);

    /// <summary>"Karl Beck and Ana Roux, both from Chad".</summary>
    public bool IsJointly(string word) => Is("jointly", word);

    /// <summary>"airport", "stadium": it is called after a person, a town or both.</summary>
    public bool IsNamedPlace(string noun) => Is("named-place", noun);

    /// <summary>"user", "customer": whom a firm serves is none of its own, nor of its state.</summary>
    public bool IsPatron(string noun) => Is("patron", noun);

    /// <summary>"woman", "neighbour": one of the people, where nothing else is told.</summary>
    public bool IsCivil(string noun) => Is("civil", noun);

    /// <summary>"sentence", "charge": whom a court deals with so is held for a criminal.</summary>
    public bool IsSentencing(string lemma) => Is("sentencing", lemma);

    /// <summary>"neighbour", "guest": a private person, unless a state's.</summary>
    public bool IsCivilAlone(string noun) => Is("civil-alone", noun);

    /// <summary>"guest": whoever one such is, whose they are tells.</summary>
    public bool IsHosted(string noun) => Is("hosted", noun);

    /// <summary>"team": those who work together at what the report tells of them.</summary>
    public bool IsCrew(string noun) => Is("crew", noun);

    /// <summary>"host", "anchor": what is done with a show.</summary>
    public bool IsPresenting(string lemma) => Is("presenting", lemma);

    /// <summary>"show", "podcast": who presents it is of the press.</summary>
    public bool IsBroadcast(string noun) => Is("broadcast", noun);

    /// <summary>"owner": of what, tells whether they trade.</summary>
    public bool IsProprietor(string noun) => Is("proprietor", noun);

    /// <summary>"restaurant", "shop": whoever owns one trades.</summary>
    public bool IsTrade(string noun) => Is("trade", noun);

    /// <summary>"swear", "inaugurate": it puts somebody into an office.</summary>
    public bool IsInstalling(string lemma) => Is("installing", lemma);

    /// <summary>"institute", "coalition": what else its name tells says more of a body.</summary>
    public bool IsByField(string noun) => Is("by-field", noun);

    /// <summary>"serve": what a convict does with a sentence.</summary>
    public bool IsEnduring(string lemma) => Is("enduring", lemma);

    /// <summary>"sentence": what a convict serves, as no holder of an office does.</summary>
    public bool IsPenalty(string noun) => Is("penalty", noun);

    /// <summary>"reporter", "investor": somebody who may be from anywhere.</summary>
    public bool IsAnywhere(string noun) => Is("anywhere", noun);

    /// <summary>"ousted": who has just lost the office that he is called by.</summary>
    public bool IsDeposed(string word) => Is("deposed", word);

    /// <summary>"attorney": whoever pleads for others judges nobody.</summary>
    public bool IsLawyer(string noun) => again.GetValueOrDefault(noun) == "lawyer";

    /// <summary>"dispatch": whose envoy is sent is the state of whoever sends.</summary>
    public bool IsSending(string lemma) => Is("sending", lemma);

    /// <summary>"each": of several, nobody knows which.</summary>
    public bool IsEach(string form) => Is("each", form);

    /// <summary>"aide", "spokesman": whoever serves another is of that one's state.</summary>
    public bool IsServant(string noun) => Is("servant", noun);

    /// <summary>"to", "for": between such a noun and the one served.</summary>
    public bool IsServantCase(string preposition) => Is("servant-case", preposition);

    /// <summary>"from", "at": between members and their body.</summary>
    public bool IsMemberCase(string preposition) => Is("member-case", preposition);

    /// <summary>"on the Chadian side".</summary>
    public bool IsSideCase(string preposition) => Is("side-case", preposition);

    /// <summary>"a government spokesman": of the body just spoken of.</summary>
    public bool IsOwnBody(string noun) => Is("own-body", noun);

    /// <summary>"from": whence somebody is.</summary>
    public bool IsOrigin(string preposition) => Is("origin", preposition);

    /// <summary>"there": where was said before.</summary>
    public bool IsThere(string form) => Is("there", form);

    /// <summary>"here": where the report was written.</summary>
    public bool IsHere(string form) => Is("here", form);

    /// <summary>"embassy": a mission that is a house in another state.</summary>
    public bool IsHousing(string noun) => Is("housing", noun);

    /// <summary>"authority": in the plural whoever rules where it happens.</summary>
    public bool IsRulers(string noun) => Is("rulers", noun);

    /// <summary>"St": before the name of a saint.</summary>
    public bool IsSaint(string form) => Is("saint", form);

    /// <summary>"La", "Los": with a capital the beginning of a name.</summary>
    public bool IsForeignArticle(string form) => Is("foreign-article", form);

    /// <summary>"summons": a verb of headlines that reads like a noun.</summary>
    public bool IsHeadlineVerb(string form) => Is("headline-verb", form);

    /// <summary>"number": of how many is told, not of whom.</summary>
    public bool IsFigure(string form) => Is("figure", form);

    /// <summary>"deploy", "station": soldiers who are there by it are of whoever does it.</summary>
    public bool IsStationing(string lemma) => Is("stationing", lemma);

    /// <summary>"summon", "hand": done to the envoy of another state.</summary>
    public bool IsReceiving(string lemma) => Is("receiving", lemma);

    /// <summary>"refuse", "agree": done by whoever was asked.</summary>
    public bool IsAll(string noun) => Is("all", noun);

    public bool IsDying(string lemma) => Is("dying", lemma);

    /// <summary>"elect": by which an office is filled.</summary>
    public bool IsElecting(string lemma) => Is("electing", lemma);

    /// <summary>"dead", "missing", "vanish": of whom only others can tell.</summary>
    public bool IsGone(string lemma) => Is("gone", lemma);

    /// <summary>"flatmate", "colleague": those who know somebody's days.</summary>
    public bool IsAcquaintance(string noun) => Is("acquaintance", noun);

    public bool IsOusting(string lemma) => Is("ousting", lemma);

    public bool IsSucceeding(string lemma) => Is("succeeding", lemma);

    /// <summary>"summon", "expel": done to the envoys of others.</summary>
    public bool IsSummoning(string lemma) => Is("summoning", lemma);

    public bool IsUnder(string word) => Is("under", word);

    /// <summary>"waters", "airspace": a state's own, where soldiers of others intrude.</summary>
    public bool IsTurf(string noun) => Is("turf", noun);

    /// <summary>"ambassador", "consul": posts of which nobody holds two.</summary>
    public bool IsPost(string office) => Is("post", office);

    /// <summary>"regional", "provincial": a minister called so is none of the state.</summary>
    public bool IsRegional(string adjective) => Is("regional", adjective);

    public bool IsAnswering(string lemma) => Is("answering", lemma);

    /// <summary>"dispatch", "lend": done to doctors and engineers by the state whose they are.</summary>
    public bool IsLending(string lemma) => Is("lending", lemma);

    /// <summary>"edit", "farm": whoever does so somewhere is at home there.</summary>
    public bool IsSettled(string lemma) => Is("settled", lemma);

    /// <summary>"republic": with an article and no name that of whoever speaks or holds office there.</summary>
    public bool IsCommonwealth(string noun) => Is("commonwealth", noun);

    /// <summary>"Commission": with a capital and an article that of a union of states that was named.</summary>
    public bool IsUnionBody(string noun) => Is("union-body", noun);

    /// <summary>"resignation", "arrest": asked for, of another than the one who asks.</summary>
    public bool IsUndergone(string noun) => Is("undergone", noun);

    /// <summary>"accuse", "blame": whoever suffers it may deny it.</summary>
    public bool IsCharging(string lemma) => Is("charging", lemma);

    /// <summary>"hand", "give": done to somebody with something.</summary>
    public bool IsDitransitive(string lemma) => Is("ditransitive", lemma);

    /// <summary>"arrest", "free": of whoever is held.</summary>
    public bool IsCustody(string lemma) => Is("custody", lemma);

    /// <summary>"other": of two that one which was not told of last.</summary>
    public bool IsOtherOfTwo(string form) => Is("other-of-two", form);

    /// <summary>"Parties": with a capital and a number the two of a treaty.</summary>
    public bool IsTreatyParties(string form) => Is("treaty-parties", form);

    /// <summary>"constable", "superintendent": a rank of the police that nobody holds beside another.</summary>
    public bool IsPoliceRank(string noun) => Is("police-rank", noun);

    /// <summary>"Constable Karl Beck … the superintendent": another.</summary>
    public bool IsOtherRank(string? rank, string noun) => rank is not null && rank != noun && IsPoliceRank(noun);

    /// <summary>"crew", "captain": of a ship.</summary>
    public bool IsAboard(string noun) => Is("aboard", noun);

    /// <summary>"deny", "rebut": done by whoever was accused.</summary>
    public bool IsRefuting(string lemma) => Is("refuting", lemma);

    /// <summary>"demand", "seek": what is done to ask for such a thing.</summary>
    public bool IsClaiming(string lemma) => Is("claiming", lemma);

    /// <summary>"deride", "applaud": what somebody does with the words and deeds of another.</summary>
    public bool IsJudging(string lemma) => Is("judging", lemma);

    /// <summary>"intend", "hope": what only somebody does.</summary>
    public bool IsIntending(string lemma) => Is("intending", lemma);

    /// <summary>"host": of a guest it is the official of the other state, of a delegation the other state.</summary>
    public bool IsHost(string noun) => Is("host", noun);

    /// <summary>"live", "reside": whoever does so somewhere is of there, where nothing else is told.</summary>
    public bool IsDwelling(string lemma) => Is("dwelling", lemma);

    /// <summary>"bidder", "customer": somebody who trades, from wherever.</summary>
    public bool IsTrading(string noun) => Is("trading", noun);

    /// <summary>"any", "average": before a noun nobody in particular.</summary>
    public bool IsAnyOne(string word) => Is("any-one", word);

    /// <summary>"room", "seat": what there is for a number of people.</summary>
    public bool IsCapacity(string noun) => Is("capacity", noun);

    /// <summary>"internet", "multinational": firms called so are of many states.</summary>
    public bool IsWorldTrade(string word) => Is("world-trade", word);

    /// <summary>"database": what a page of all the world is looked up in.</summary>
    public bool IsListing(string noun) => Is("listing", noun);

    /// <summary>"survivor": of something that happened where people live.</summary>
    public bool IsSpared(string noun) => Is("spared", noun);

    /// <summary>"theatre", "restaurant": a house that may be called after any state.</summary>
    public bool IsCalledHouse(string noun) => Is("called-house", noun);
}
