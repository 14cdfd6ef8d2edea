using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Words that make somebody a guest where they are: "foreign", "coalition", an embassy, an envoy.</summary>
internal sealed class GuestWords(KnownEntities known, MentionWords words)
{
    /// <summary>"foreign investors", "coalition troops": forces of several states, and whoever is from abroad.</summary>
    public bool IsGuest(Sighting head, string form) => words.IsForeign(form) || words.IsGuest(form) && IsForce(head);

    public bool IsForce(Sighting head) => head.Kind switch
    {
        SightingKind.Agent => known.Agents[head.Index].Sector is Sector.Mil or Sector.Igo,
        SightingKind.Title => known.Titles.All[head.Index] is { Sector: Sector.Mil or Sector.Igo } or { Level: TitleLevel.Diplomat or TitleLevel.Spokesperson },
        _ => false,
    };

    /// <summary>An embassy in a city is not of the city's state, nor is an envoy, nor are foreign troops.</summary>
    public bool IsAbroad(Sighting head, Signs signs) =>
        signs.IsGuest || head.Kind == SightingKind.Agent && (words.IsMission(known.Agents[head.Index].Noun) || IsForce(head) && known.Agents[head.Index].Noun.Split(' ').Any(words.IsGuest))
        || head.Kind == SightingKind.Title && known.Titles.All[head.Index].Level == TitleLevel.Diplomat;
}
