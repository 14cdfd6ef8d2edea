using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Where the acts of a sentence happen and which state alone it is about, for actors that nothing else places.</summary>
internal sealed class SentencePlace(DocumentTree tree, EntityTable table, MentionWords words)
{
    private readonly HashSet<CountryCode> places = [];
    private readonly HashSet<CountryCode> states = [];
    private readonly HashSet<CountryCode> before = [];

    /// <summary>Learns the places and states of a sentence; those of the sentence before stay known.</summary>
    public void Enter(List<Sighting> sightings)
    {
        before.Clear();
        before.UnionWith(states);
        places.Clear();
        states.Clear();
        foreach (Sighting sighting in sightings)
        {
            if (sighting.Meant.Count != 1 || table[sighting.Meant[0]].Country is var country && country.IsNone)
                continue;
            states.Add(country);
            if (sighting.Kind is SightingKind.Place || sighting.Kind == SightingKind.State && sighting.Role is not (NameRole.Adjective or NameRole.People))
            {
                if (IsLocative(sighting))
                    places.Add(country);
            }
        }
    }

    private bool IsLocative(Sighting sighting)
    {
        int head = tree.HeadOf(sighting.First, sighting.Last);
        return words.IsPlaceCase(tree.Case(head));
    }

    /// <summary>The state of an actor of this sector that has no other sign; none when unsure.</summary>
    public CountryCode Of(Sector sector)
    {
        if (sector is Sector.Igo or Sector.Ngo or Sector.Set or Sector.Unk or Sector.Spy)
            return default;
        if (places.Count == 1)
            return places.First();
        if (sector is not (Sector.Cop or Sector.Opp or Sector.Jud or Sector.Leg or Sector.Pty or Sector.Lab or Sector.Gov or Sector.Mil or Sector.Edu))
            return default;
        if (states.Count == 1)
            return states.First();
        return states.Count == 0 && before.Count == 1 && sector is Sector.Cop or Sector.Mil or Sector.Opp or Sector.Jud or Sector.Leg ? before.First() : default;
    }
}
