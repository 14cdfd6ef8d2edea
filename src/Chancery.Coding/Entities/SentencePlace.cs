using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where the acts of a sentence happen and which state alone it is about, for actors that nothing else places.</summary>
internal sealed class SentencePlace(DocumentTree tree, EntityTable table, MentionWords words)
{
    private readonly HashSet<CountryCode> places = [];
    private readonly List<(CountryCode Country, int Clause, int Head)> states = [];
    private readonly HashSet<CountryCode> before = [];

    /// <summary>Learns the places and states of a sentence; those of the sentence before stay known.</summary>
    public void Enter(List<Sighting> sightings)
    {
        before.Clear();
        before.UnionWith(states.Select(state => state.Country));
        places.Clear();
        states.Clear();
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Meant.Count != 1 || table[sighting.Meant[0]].Country is var country && country.IsNone)
                continue;
            int head = tree.HeadOf(sighting.First, sighting.Last);
            states.Add((country, ClauseOf(head), head));
            bool named = sighting.Kind is SightingKind.Place || sighting.Kind == SightingKind.State && sighting.Role is not (NameRole.Adjective or NameRole.People);
            if (named && words.IsPlaceCase(tree.Case(head)))
                places.Add(country);
        }
    }

    /// <summary>The verb that a phrase stands under, or the root.</summary>
    private int ClauseOf(int token)
    {
        int at = tree.Head(token);
        while (at >= 0 && tree[at].Pos != PartOfSpeech.Verb && tree.Head(at) >= 0)
            at = tree.Head(at);
        return at;
    }

    /// <summary>The state of an actor of this sector that has no other sign; none when unsure.</summary>
    /// <param name="sector">Of the actor.</param>
    /// <param name="head">Its head: a state after it in its own clause is the other side or a part of that.</param>
    public CountryCode Of(Sector sector, int head)
    {
        if (sector is Sector.Igo or Sector.Ngo or Sector.Set or Sector.Unk or Sector.Spy)
            return default;
        if (places.Count == 1)
            return places.First();
        if (sector is not (Sector.Cop or Sector.Opp or Sector.Jud or Sector.Leg or Sector.Pty or Sector.Lab or Sector.Gov or Sector.Mil or Sector.Edu))
            return default;
        int clause = ClauseOf(head);
        CountryCode only = default;
        foreach ((CountryCode country, int other, int state) in states)
        {
            if (other == clause && state > head || tree.IsUnder(state, head) || !only.IsNone && only != country)
                return default;
            only = country;
        }

        if (!only.IsNone)
            return only;
        return before.Count == 1 && sector is Sector.Cop or Sector.Mil or Sector.Opp or Sector.Jud or Sector.Leg ? before.First() : default;
    }
}
