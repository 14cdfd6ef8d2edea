using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Bodies whose name stands beside the noun that says what they are.</summary>
internal sealed class BodiesBeside(Phrases phrases, Descriptions descriptions, NounUses uses)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"the militant organisation, the Islamic State", "the Islamic State, a militant organisation": the body that the noun describes; -1 for none.</summary>
    public int Of(Sighting sighting, Signs signs)
    {
        int end = descriptions.EndOfRelative(Math.Max(signs.End, sighting.Last));
        if (end == sighting.Last && (signs.IsDefinite || signs.IsPossessed))
            end = uses.EndOfSeat(end);
        int next = phrases.Words.IsDefinite(phrases.Form(end + 2)) ? end + 3 : end + 2;
        if (phrases.IsBreak(end + 1) && phrases.Signs.At(next) is { Kind: SightingKind.Body or SightingKind.Name, Meant.Count: 1 } after && after.First == next && IsBody(after) && !IsOfAnother(sighting, after) && (Tree[Tree.HeadOf(after.First, after.Last)].Relation == Relation.Appos || signs.IsDefinite && next == end + 3 && phrases.Form(after.Last + 1) == "," && Table[after.Meant[0]].Known is null))
            return after.Meant[0];
        int before = signs.Start - 1;
        while (before > phrases.Sentence.FirstToken && Tree[before].Pos is PartOfSpeech.Det or PartOfSpeech.Adj && signs.Start - before < 4)
            before--;
        if (phrases.Form(before - 1) == ")" && phrases.Form(before - 3) == "(")
            before -= 3;
        return phrases.IsBreak(before) && Tree[Tree.HeadOf(sighting.First, sighting.Last)].Relation == Relation.Appos && phrases.Signs.At(before - 1) is { Kind: SightingKind.Body or SightingKind.Name, Meant.Count: 1 } named && IsBody(named) ? named.Meant[0] : -1;
    }

    /// <summary>Whether the tree makes one phrase of a noun and the name behind it.</summary>
    public bool IsTied(int noun, int name) =>
        Tree.Head(noun) == name && Tree[noun].Relation is Relation.Compound or Relation.NmodDesc or Relation.Amod || Tree.Head(name) == noun && Tree[name].Relation is Relation.Appos or Relation.Flat or Relation.Nmod or Relation.NmodUnmarked
        || Tree.Head(name) >= 0 && Tree.Head(name) == Tree.Head(noun) && Tree[name].Relation is Relation.Conj or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.OblAgent;

    /// <summary>"her partner in the coalition, the Green League": the name tells of the partner.</summary>
    private bool IsOfAnother(Sighting noun, Sighting name) =>
        Tree[Tree.HeadOf(name.First, name.Last)].Relation == Relation.Appos && Tree.Head(Tree.HeadOf(name.First, name.Last)) is >= 0 and var above && above < noun.First && phrases.Signs.At(above) is { Kind: SightingKind.Agent };

    private bool IsBody(Sighting sighting) => Table[sighting.Meant[0]].Kind is EntityKind.Organization or EntityKind.Group;
}
