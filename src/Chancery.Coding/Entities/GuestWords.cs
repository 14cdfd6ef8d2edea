using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Words that make somebody a guest where they are: "foreign", "coalition", an embassy, an envoy.</summary>
internal sealed class GuestWords(KnownEntities known, MentionWords words)
{
    /// <summary>"foreign investors", "coalition troops": forces of several states, and whoever is from abroad.</summary>
    public bool IsGuest(Sighting head, string form) => words.IsForeign(form) || words.IsGuest(form) && IsForce(head);

    /// <summary>"anti": what stands behind it is another's.</summary>
    public bool IsOther(string form) => known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.Other;

    /// <summary>"pro-Russian".</summary>
    public bool IsOtherPrefix(string form) => form.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && known.PhraseWords.Of(known.Folding.Fold(form.AsSpan(0, hyphen).ToString())) == PhraseWordKind.Other;

    /// <summary>"pro-Russian", "anti - Russian": for or against a state; "the ethnic Norwegian mayor of Odal": of a people. Where the words begin; -1 for one of the state.</summary>
    public int StartOfOther(Sighting state, bool possessive, Func<int, string> form) =>
        IsOtherPrefix(form(state.First)) ? state.First
        : form(state.First - 1) == "-" && IsOther(form(state.First - 2)) ? state.First - 2
        : !possessive && words.IsEthnic(form(state.First - 1)) ? state.First - 1 : -1;

    public bool IsForce(Sighting head) => head.Kind switch
    {
        SightingKind.Agent => known.Agents[head.Index].Sector is Sector.Mil or Sector.Igo,
        SightingKind.Title => known.Titles.All[head.Index] is { Sector: Sector.Mil or Sector.Igo } or { Level: TitleLevel.Diplomat or TitleLevel.Spokesperson or TitleLevel.Security },
        _ => false,
    };

    /// <summary>An embassy in a city is not of the city's state, nor is an envoy, nor are foreign troops.</summary>
    public bool IsAbroad(Sighting head, Signs signs) =>
        signs.IsGuest || head.Kind == SightingKind.Agent && (words.IsMission(known.Agents[head.Index].Noun) || IsForce(head) && known.Agents[head.Index].Noun.Split(' ').Any(words.IsGuest))
        || head.Kind == SightingKind.Title && known.Titles.All[head.Index].Level == TitleLevel.Diplomat;
}
