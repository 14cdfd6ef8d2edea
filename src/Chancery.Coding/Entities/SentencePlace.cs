using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where the acts of a sentence happen and which state alone it is about, for actors that nothing else places.</summary>
internal sealed class SentencePlace(DocumentTree tree, KnownEntities known, EntityTable table, MentionWords words)
{
    private readonly HashSet<CountryCode> places = [];
    private readonly List<(CountryCode Country, int Clause, int Head, bool IsPlace, bool IsActing)> states = [];
    private readonly List<(int Site, int Clause)> sites = [];
    private CountryCode before;

    /// <summary>The paragraph of the sentence.</summary>
    private int paragraph = -1;

    /// <summary>No sentence of its paragraph stands before it.</summary>
    private bool isFirst;

    /// <summary>The state that the report is plainly about; none when it speaks of several.</summary>
    public CountryCode Home { get; set; }

    /// <summary>The states that the report names more than half as often as any other: one named in passing is not where police and courts are.</summary>
    public HashSet<CountryCode> Story { get; set; } = [];

    /// <summary>Learns the places and states of a sentence; the one that the sentence before was about stays known.</summary>
    /// <param name="sightings">Its names and nouns.</param>
    /// <param name="block">Its paragraph: another begins anew.</param>
    public void Enter(List<Sighting> sightings, int block)
    {
        isFirst = block != paragraph;
        paragraph = block;
        before = states.Count > 0 && states.TrueForAll(state => state.Country == states[0].Country) && states.Exists(state => !state.IsPlace && state.IsActing) ? states[0].Country : default;
        places.Clear();
        states.Clear();
        sites.Clear();
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Meant.Count != 1 || table[sighting.Meant[0]].Country is var country && country.IsNone)
                continue;
            if (table[sighting.Meant[0]] is { Kind: EntityKind.Person } person && !Spots.IsPublic(person))
                continue;
            int head = tree.HeadOf(sighting.First, sighting.Last);

            // "marched to the Chadian embassy": whose it is is the last place where it stands.
            if (IsMission(head) || tree[head].Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss && tree.Head(head) is >= 0 and var mission && IsMission(mission) && !IsSpeaking(mission))
                continue;
            bool named = sighting.Kind is SightingKind.Place || sighting.Kind == SightingKind.State && sighting.Role is not (NameRole.Adjective or NameRole.People);
            int first = head;
            while (tree[first].Relation == Relation.Conj && tree.Head(first) >= 0 && tree[tree.Head(first)].Pos == PartOfSpeech.Propn)
                first = tree.Head(first);
            // "traders from Chad": whence others are is not where it happens.
            bool place = named && words.IsPlaceCase(tree.Case(first)) && !(tree[first].Relation == Relation.Nmod && words.IsOrigin(tree.Case(first)));
            states.Add((country, ClauseOf(head), head, place, sighting.Kind is not (SightingKind.State or SightingKind.Place) || sighting.Kind == SightingKind.Place && tree.Case(first).Length == 0 || sighting.Kind == SightingKind.State && sighting.Role is not (NameRole.Adjective or NameRole.People) || IsOfRulers(head, sightings)));
            if (place)
                places.Add(country);
            if (place && table[sighting.Meant[0]].Known is { Kind: EntityKind.Place, PlaceKind: "city" or "capital" })
                sites.Add((sighting.Meant[0], ClauseOf(head)));
        }
    }

    /// <summary>"seized power in Odal", but "crossed into Odal": soldiers on their way are of nobody knows where.</summary>
    private bool IsSetThere(int clause)
    {
        foreach ((_, int other, int state, bool place, _) in states)
        {
            if (place && other == clause && words.IsLocative(tree.Case(state)))
                return true;
        }

        return false;
    }

    /// <summary>"in Odal", but "chased them into Chad": whoever goes there is not from there.</summary>
    private bool IsOfPlaces()
    {
        foreach ((_, _, int state, bool place, _) in states)
        {
            int first = state;
            while (tree[first].Relation == Relation.Conj && tree.Head(first) >= 0 && tree[tree.Head(first)].Pos == PartOfSpeech.Propn)
                first = tree.Head(first);
            if (place && !words.IsLocative(tree.Case(first)))
                return false;
        }

        return true;
    }

    private bool IsMission(int token) => tree[token].Lemma.ToLowerInvariant() is var noun && words.IsMission(noun) && words.IsHousing(noun);

    /// <summary>"The Chadian embassy denied it": it acts, and the state with it.</summary>
    private bool IsSpeaking(int head) => tree[head].Relation == Relation.Nsubj;

    /// <summary>"Armenian police", "the Armenian opposition": what acts there is of the state; a Zimbabwean teacher or a British university is not.</summary>
    private bool IsOfRulers(int head, List<Sighting> sightings)
    {
        int noun = tree.Head(head);
        if (tree[head].Relation is not (Relation.Amod or Relation.Compound))
            return false;
        foreach (Sighting sighting in sightings)
        {
            if (noun < sighting.First || noun > sighting.Last || sighting.Kind is not (SightingKind.Title or SightingKind.Agent))
                continue;
            return (sighting.Kind == SightingKind.Title ? known.Titles.All[sighting.Index].Sector : known.Agents[sighting.Index].Sector) is Sector.Gov or Sector.Cop or Sector.Opp or Sector.Jud or Sector.Leg or Sector.Pty or Sector.Mil;
        }

        return false;
    }

    /// <summary>The verb that a phrase stands under, or the root.</summary>
    private int ClauseOf(int token)
    {
        int at = tree.Head(token);
        while (at >= 0 && tree[at].Pos != PartOfSpeech.Verb && tree.Head(at) >= 0)
            at = tree.Head(at);
        return at;
    }

    /// <summary>The only city in which what a word stands in happens; -1 for none or several.</summary>
    public int SiteOf(int head)
    {
        int clause = ClauseOf(head);
        int only = -1;
        foreach ((int site, int other) in sites)
        {
            if (other != clause || site == only)
                continue;
            if (only >= 0)
                return -1;
            only = site;
        }

        return only;
    }

    /// <summary>The state that the report is plainly about, where this sentence speaks of no other that acts, nor the one before of another alone; none else.</summary>
    public CountryCode OfHome()
    {
        bool own = false, other = false;
        foreach ((CountryCode country, _, _, bool place, _) in states)
        {
            own |= country == Home;
            other |= !place && country != Home;
        }

        return own || !other && (before.IsNone || before == Home) ? Home : default;
    }

    /// <summary>The only state in a place of which the clause of a word happens; none where others act beside it.</summary>
    /// <param name="head">The word.</param>
    /// <param name="isLocal">Whether a place told before it counts whoever acts beside it: "In Odal, the mayor thanked Chad".</param>
    public CountryCode Here(int head, bool isLocal)
    {
        if (states.Count == 0 && isLocal)
            return !Home.IsNone ? Home : isFirst ? default : before;
        int clause = ClauseOf(head);
        CountryCode only = default;
        bool several = false;
        foreach ((CountryCode country, int other, int state, bool place, _) in states)
        {
            if (place && (other == clause || isLocal && state < head))
            {
                several |= !only.IsNone && only != country;
                only = country;
            }
        }

        return several || !isLocal && states.Exists(state => !state.IsPlace && state.Country != only && state.IsActing && state.Clause == clause && state.Head < head) ? default : only;
    }

    /// <summary>The state of an actor of this sector that has no other sign; none when unsure.</summary>
    /// <param name="sector">Of the actor. Those who rule, judge, guard and oppose belong to a state; the people of a place where their clause is; others are from anywhere.</param>
    /// <param name="head">Its head: a state after it in its own clause is the other side or a part of that.</param>
    public CountryCode Of(Sector sector, int head)
    {
        bool ruling = sector is Sector.Cop or Sector.Opp or Sector.Jud or Sector.Leg or Sector.Pty or Sector.Gov or Sector.Mil;
        if (!ruling && sector is not (Sector.Cvl or Sector.Lab or Sector.Reb) || Anyone.Is(head, tree, words))
            return default;
        int clause = ClauseOf(head);
        // "expelled two officials": not one's own.
        if (sector == Sector.Gov && clause >= 0 && tree[head].Relation is Relation.Obj or Relation.NsubjPass && tree.Head(head) == clause && words.IsSummoning(tree[clause].Lemma.ToLowerInvariant()))
            return default;
        bool several = false;
        bool after = false;
        bool here = false;
        bool aside = true;
        CountryCode only = default;
        foreach ((CountryCode country, int other, int state, bool place, _) in states)
        {
            several |= !only.IsNone && only != country;
            after |= !place && (state > head && (other == clause || clause >= 0 && other >= 0 && tree[head].Relation is Relation.Nsubj && (tree[other].Relation is Relation.Xcomp && tree.IsUnder(other, clause) || IsClaimed(other, state, clause))) || tree.IsUnder(state, head));
            here |= place && other == clause;

            // "The firm, registered in Odal, sued the customs service".
            // "He begged the cabinet to relent and met officers in Odal".
            aside &= !place || other != clause && other >= 0 && (tree[other].Relation is Relation.Acl or Relation.AclRelcl || state > head && tree[other].Relation == Relation.Conj && tree.Head(other) == clause);
            only = country;
        }

        if (only.IsNone)
            return !ruling ? default : !Home.IsNone ? Home : !isFirst && Story.Contains(before) && sector is Sector.Cop or Sector.Mil or Sector.Opp or Sector.Jud or Sector.Leg ? before : default;
        if (places.Count == 1 && here)
            return !several && (sector is not (Sector.Mil or Sector.Gov) || places.First() == Home || IsOfPlaces()) || ruling && (Home.IsNone && (sector != Sector.Mil || IsSetThere(clause)) || Home == places.First()) ? places.First() : default;
        return ruling && !several && !after && (places.Count == 1 && !aside && (sector is not (Sector.Mil or Sector.Gov) || IsOfPlaces()) || only == Home) ? only : default;
    }

    /// <summary>"demanded that Chad pay": of whom something is asked.</summary>
    private bool IsClaimed(int asked, int state, int clause) =>
        tree[asked].Relation == Relation.Ccomp && tree.Head(asked) == clause && tree[state].Relation == Relation.Nsubj && tree.Head(state) == asked && words.IsClaiming(tree[clause].Lemma.ToLowerInvariant());
}
