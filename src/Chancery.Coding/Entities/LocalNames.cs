using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a report as a whole tells of its names: that a town only has the name of a capital elsewhere, that "the Odal" is a region and no firm.</summary>
internal sealed class LocalNames(Phrases phrases)
{
    private readonly HashSet<string> small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<CountryCode, HashSet<int>> bodies = [];

    /// <summary>Whether the report speaks of a physician or a hospital.</summary>
    public bool IsOfMedicine { get; private set; }

    /// <summary>Learns from one name of the report.</summary>
    public void Note(Sighting sighting)
    {
        switch (sighting.Kind)
        {
            case SightingKind.Place or SightingKind.State when sighting.Kind == SightingKind.Place || sighting.Role == NameRole.Capital:
                if (IsFramed(sighting))
                    small.Add(sighting.Range.Of(phrases.Tree.Text));
                if (sighting.Kind == SightingKind.Place)
                    places[phrases.Known[sighting.Index].Name] = sighting.Index;
                break;
            case SightingKind.Body when phrases.Known[sighting.Index].Country is { IsNone: false } country:
                (bodies.TryGetValue(country, out HashSet<int>? known) ? known : bodies[country] = []).Add(sighting.Index);
                break;
            case SightingKind.Agent when phrases.Known.Agents[sighting.Index] is { Sector: Sector.Hlh } noun && (noun.Kind != EntityKind.Person || !sighting.IsPlural):
            case SightingKind.Title when !sighting.IsPlural && phrases.Known.Titles.All[sighting.Index].Sector == Sector.Hlh:
            case SightingKind.Name when sighting.NameAgent >= 0 && phrases.Known.Agents[sighting.NameAgent].Sector == Sector.Hlh:
                IsOfMedicine = true;
                break;
        }
    }

    /// <summary>"the town of Lima" of a report that never names Peru: a place of the report; -1 for another.</summary>
    public int OfSmall(Sighting sighting)
    {
        string name = sighting.Range.Of(phrases.Tree.Text);
        if (!small.Contains(name) || phrases.People.IsNamed(phrases.Known[sighting.Index].Country))
            return -1;
        return phrases.Table.OfReport("place:" + name, new EntityDraft { Name = name, Kind = EntityKind.Place, Country = phrases.Place.Home == phrases.Known[sighting.Index].Country ? default : phrases.Place.Home });
    }

    /// <summary>"Odal issues" of a report that speaks of the Odal forest: the region and no firm of its name; -1 for none.</summary>
    public int OfRegion(Sighting sighting) =>
        sighting.Role == NameRole.Name && sighting.First == sighting.Last && phrases.IsModifier(sighting.First) && phrases.Known[sighting.Index].Sectors is [Sector.Bus, ..] && places.TryGetValue(sighting.Range.Of(phrases.Tree.Text), out int place) ? phrases.Table.OfKnown(place) : -1;

    /// <summary>Whether the report names another body of the same state.</summary>
    public bool IsOfNeighbour(KnownEntity body) => bodies.TryGetValue(body.Country, out HashSet<int>? others) && others.Any(other => phrases.Known[other] != body);

    /// <summary>"the village of Lima", "Lima district".</summary>
    private bool IsFramed(Sighting sighting)
    {
        if (phrases.Form(sighting.First - 1) == "of" && phrases.Words.IsSmallPlace(phrases.Form(sighting.First - 2)) && char.IsLower(phrases.Tree.Text[phrases.Tree[sighting.First - 2].Range.Start]))
            return sighting.First > 2 && phrases.Tree[sighting.First - 3].Pos is PartOfSpeech.Det or PartOfSpeech.Adj;
        return sighting.Kind == SightingKind.Place && phrases.Known[sighting.Index].PlaceKind == "region" && (phrases.Words.IsSmallPlace(phrases.Form(sighting.Last + 1)) || phrases.Words.IsQuarter(phrases.Form(sighting.Last + 1))) && char.IsLower(phrases.Tree.Text[phrases.Tree[sighting.Last + 1].Range.Start]);
    }
}
