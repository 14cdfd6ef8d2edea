using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whether a common noun of actors means somebody where it stands.</summary>
internal sealed class NounUses(Phrases phrases)
{
    private DocumentTree Tree => phrases.Tree;

    private EntityTable Table => phrases.Table;

    /// <summary>"a couple of days", "was wounded", "immunity from prosecution", "his authority", "turned into a mosque": a matter or a building, nobody who acts.</summary>
    public bool IsNobody(Sighting sighting, Agent agent, Signs signs, int head)
    {
        if (phrases.Known.PhraseWords.Of(agent.Noun) == PhraseWordKind.Collective && phrases.Form(sighting.Last + 1) == "of" && phrases.Form(sighting.Last + 2).Length > 0 && phrases.Signs.At(sighting.Last + 2) is null && Tree[sighting.Last + 2].Pos == PartOfSpeech.Noun)
            return true;
        if (phrases.Words.IsAdjectival(agent.Noun))
            return signs is { IsDefinite: false, IsMany: false, Count: 0 };
        if (sighting.IsPlural || agent.Kind == EntityKind.Person || char.IsUpper(Tree.Text[sighting.Range.Start]) || phrases.IsSubject(head) || Tree[head].Relation == Relation.OblAgent || Tree[head].Relation == Relation.Obj && agent.Sector == Sector.Rel)
            return false;
        bool bare = signs is { IsDefinite: false, IsIndefinite: false, IsPossessed: false, Countries.Count: 0, Body: < 0, End: var end } && end == sighting.Last;
        return phrases.Words.IsAbstract(agent.Noun) && (bare || signs is { Owner: >= 0 } && Table[signs.Owner].Kind == EntityKind.Person && !phrases.Words.IsVague(agent.Noun))
            || phrases.Words.IsVague(agent.Noun) && agent.Sector == Sector.Rel && (signs.IsIndefinite || bare);
    }

    /// <summary>What makes "her aunt" and "Roux's aunt" one.</summary>
    public static string KinOf(Sighting sighting, Signs signs) => $"kin:{sighting.Index} {sighting.Role} of {signs.Owner}";

    /// <summary>Whoever does something, to whom it is done, or who is spoken to, met or heard from.</summary>
    public bool IsActing(int head)
    {
        int at = head;
        while (Tree[at].Relation == Relation.Conj && Tree.Head(at) >= 0 && Tree[Tree.Head(at)].Pos != PartOfSpeech.Verb)
            at = Tree.Head(at);
        return phrases.IsSubject(head) || Tree[at].Relation is Relation.Obj or Relation.Iobj or Relation.OblAgent || Tree[at].Relation == Relation.Obl && Tree.Case(at) is "to" or "with" or "from" or "by";
    }
}
