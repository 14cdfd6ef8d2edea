using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Leaves out nouns that only come back to an act told before: "police arrested the editor … his arrest drew protests".</summary>
/// <remarks>What comes later never counts, so that a paragraph added at the end changes no record before it.</remarks>
internal static class NounAllusions
{
    /// <param name="events">In text order.</param>
    /// <param name="clauseOf">The clause that tells each.</param>
    public static List<EventMention> Sift(List<EventMention> events, Dictionary<string, int> clauseOf, EventSources sources)
    {
        var kept = new List<EventMention>(events.Count);
        foreach (EventMention item in events)
        {
            bool isNoun = sources.Clauses[clauseOf[item.Id]].Kind == PredicateKind.Noun;
            if (isNoun && IsRanked(clauseOf[item.Id], sources) && kept.Any(other => other.Type == item.Type && other.Evidence.Range == item.Evidence.Range))
                continue;
            if (!isNoun || item.Actors.Length + item.Recipients.Length > 1 || !kept.Any(other => other.Type == item.Type && Fit(other.Actors, item.Actors) && Fit(other.Recipients, item.Recipients)))
                kept.Add(item);
        }

        return kept;
    }

    /// <summary>"killed nine soldiers, the deadliest attack on the army since May": what is compared with others has just been told.</summary>
    private static bool IsRanked(int clause, EventSources sources)
    {
        foreach (int child in sources.Tree.Children(sources.Clauses[clause].Predicate))
        {
            if (sources.Tree[child] is { Relation: Relation.Amod, Tag: "JJS" })
                return true;
        }

        return false;
    }

    /// <summary>An unknown side fits any.</summary>
    private static bool Fit(ImmutableArray<Side> told, ImmutableArray<Side> again) =>
        told.Length == 0 || again.Length == 0 || again.Any(side => told.Any(other => other.Entity == side.Entity));
}
