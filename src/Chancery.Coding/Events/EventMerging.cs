using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Joins tellings of one act within a report: headline, deck, lead and later mention become one record with several evidences.</summary>
internal static class EventMerging
{
    public static ImmutableArray<EventMention> Merge(List<EventMention> events, EventSources sources)
    {
        var kept = new List<EventMention>(events.Count);
        foreach (EventMention item in events)
        {
            int same = kept.FindIndex(other => IsSame(other, item, sources));
            if (same < 0)
                kept.Add(item);
            else
                kept[same] = Join(kept[same], item, sources);
        }

        return [.. kept];
    }

    private static bool IsSame(EventMention a, EventMention b, EventSources sources)
    {
        if (a.Type != b.Type || a.Cameo[..2] != b.Cameo[..2] || a.Factuality != b.Factuality)
            return false;
        ImmutableArray<Entity> entities = sources.Mentions.Entities;
        if (!SameSides(a.Actors, b.Actors, entities) || !SameSides(a.Recipients, b.Recipients, entities))
            return false;
        if (a.Evidence.Range == b.Evidence.Range)
            return false;
        bool aOutside = IsHeadlineOrDeck(a, sources);
        bool bOutside = IsHeadlineOrDeck(b, sources);
        return (aOutside || bOutside) && a.Date.Date.MayOverlap(b.Date.Date);
    }

    /// <summary>A headline says "Norway" where the body names the minister: sides of one country are one side here. An unknown side fits any.</summary>
    private static bool SameSides(ImmutableArray<Side> a, ImmutableArray<Side> b, ImmutableArray<Entity> entities)
    {
        if (a.Length == 0 || b.Length == 0)
            return true;
        foreach (Side side in a)
        {
            CountryCode country = entities[side.Entity].Country;
            if (b.Any(other => other.Entity == side.Entity || (!country.IsNone && entities[other.Entity].Country == country)))
                return true;
        }

        return false;
    }

    private static bool IsHeadlineOrDeck(EventMention item, EventSources sources)
    {
        Document document = sources.Tree.Parsed.Document;
        if (document.TitleRange is { } title && title.Overlaps(item.Trigger))
            return true;
        foreach (Block block in document.Body)
        {
            if (block.Kind != BlockKind.Paragraph && block.Range.Overlaps(item.Trigger))
                return true;
        }

        return false;
    }

    /// <summary>The telling in the body stands for both: it has the date and the chain.</summary>
    private static EventMention Join(EventMention a, EventMention b, EventSources sources)
    {
        (EventMention main, EventMention other) = IsHeadlineOrDeck(a, sources) && !IsHeadlineOrDeck(b, sources) ? (b, a) : (a, b);
        return main with { AlsoEvidence = [.. main.AlsoEvidence, .. other.AlsoEvidence, other.Evidence.Range] };
    }
}
