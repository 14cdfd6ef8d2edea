using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>"The Danish Party shall pay": the two that make a treaty or declare something, where the report speaks of "the two Parties" with a capital.</summary>
internal sealed class TreatyParties(Phrases phrases)
{
    /// <summary>Whether the report speaks of two Parties; null before it was asked.</summary>
    private bool? treaty;

    /// <summary>"The Danish Party": one of the two.</summary>
    public bool IsOne(Agent agent, Sighting sighting, Signs signs) => StateNouns.IsSide(sighting, signs) && IsParty(agent, sighting);

    /// <summary>"informed the other Party": of such two, and no party of politics.</summary>
    public bool IsOther(Agent agent, Sighting sighting, Signs signs) =>
        !sighting.IsPlural && signs is { Countries.Count: 0, Body: < 0, Owner: < 0 } && phrases.Words.IsOtherOfTwo(phrases.Form(sighting.First - 1)) && IsParty(agent, sighting);

    private bool IsParty(Agent agent, Sighting sighting) =>
        agent is { Sector: Sector.Pty, Kind: EntityKind.Organization } && sighting.First == sighting.Last && IsCapital(sighting.First) && AreTwo();

    private bool AreTwo() => treaty ??= Enumerable.Range(1, Math.Max(0, phrases.Tree.Count - 1)).Any(token => IsCapital(token) && phrases.Words.IsTreatyParties(Lower(token)) && phrases.Words.Count(Lower(token - 1)) == 2);

    private string Lower(int token) => phrases.Tree.Form(token).ToString().ToLowerInvariant();

    private bool IsCapital(int token) => char.IsUpper(phrases.Tree.Text[phrases.Tree[token].Range.Start]);
}
