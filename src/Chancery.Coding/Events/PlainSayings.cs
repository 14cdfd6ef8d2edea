using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Leaves out sayings that only carry an act: "said it would cut its aid" is that cut with its source, not a statement beside it.</summary>
internal static class PlainSayings
{
    public static List<EventMention> Sift(List<EventMention> events, EventRuleSet rules, EventSources sources)
    {
        var plain = rules.Rules.Where(rule => rule.IsPlain).Select(rule => rule.Id).ToHashSet();
        return [.. events.Where(item => !plain.Contains(item.Evidence.Rule) || !events.Any(other => plain.Contains(other.Evidence.Rule) ? IsBefore(other, item) : Carries(item, other, sources.Quotes)))];
    }

    /// <summary>"said …, adding that …": one sentence tells of one statement.</summary>
    private static bool IsBefore(EventMention other, EventMention item) =>
        other.Trigger.Start < item.Trigger.Start && other.Evidence.Range == item.Evidence.Range
        && other.Actors.Select(side => side.Entity).SequenceEqual(item.Actors.Select(side => side.Entity));

    /// <summary>True when the sayer stands in the other's chain and speaks of it in the same sentence or quotation.</summary>
    private static bool Carries(EventMention saying, EventMention other, ImmutableArray<Quote> quotes)
    {
        int sayer = saying.Actors[0].Entity;
        if (!other.Attribution.Any(link => link.Entity == sayer))
            return false;
        return saying.Evidence.Range == other.Evidence.Range
            || quotes.Any(quote => quote.Cue is { } cue && cue.Overlaps(saying.Trigger) && quote.Content.Overlaps(other.Trigger));
    }
}
