using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The two states that a report has spoken of again and again, of any third far less. Counts on from where it was last asked, so that no text costs more than its length.</summary>
internal sealed class TwoStates(MentionIndex mentions)
{
    /// <summary>How often the lesser of the two must be spoken of.</summary>
    private const int Least = 4;

    /// <summary>How many times more the one that a report is about is spoken of than any other.</summary>
    private const int Much = 4;

    private readonly Dictionary<CountryCode, (int Count, EntityMention Last)> counts = [];

    /// <summary>How many mentions are counted, and up to which place.</summary>
    private (int Mentions, int Before) counted;

    /// <summary>The last mention before a place of the other of the two, of the state itself where it is named; null where the report is not about two, or the one is none of them.</summary>
    public EntityMention? Other(int before, CountryCode own)
    {
        (CountryCode Country, int Count, EntityMention Last)[] ranks = Ranks(before);
        if (ranks.Length < 2 || ranks[1].Count < Least || ranks.Length > 2 && ranks[2].Count * 2 > ranks[1].Count)
            return null;
        return ranks[0].Country == own ? ranks[1].Last : ranks[1].Country == own ? ranks[0].Last : null;
    }

    /// <summary>The last mention of the one state that the report speaks of far more than of any other, where another acts.</summary>
    public EntityMention? Main(int before, CountryCode own)
    {
        (CountryCode Country, int Count, EntityMention Last)[] ranks = Ranks(before);
        return ranks.Length > 0 && ranks[0].Country != own && ranks[0].Count >= 2 * Least && (ranks.Length < 2 || ranks[1].Count * Much <= ranks[0].Count) ? ranks[0].Last : null;
    }

    private (CountryCode Country, int Count, EntityMention Last)[] Ranks(int before)
    {
        if (before < counted.Before)
        {
            counts.Clear();
            counted = default;
        }

        int next = counted.Mentions;
        for (; next < mentions.Mentions.Length && mentions.Mentions[next].Range.Start < before; next++)
        {
            EntityMention mention = mentions.Mentions[next];
            Entity entity = mentions.Entities[mention.Entity];
            if (!entity.Country.IsNone && entity.Kind != EntityKind.Place && !entity.Sectors.Contains(Sector.Med))
            {
                // Who acts is the state, where the report names it.
                (int count, EntityMention last) = counts.GetValueOrDefault(entity.Country);
                bool isKept = count > 0 && entity.Kind != EntityKind.State && mentions.Entities[last.Entity].Kind == EntityKind.State;
                counts[entity.Country] = (count + 1, isKept ? last : mention);
            }
        }

        counted = (next, before);
        return [.. counts.Select(static pair => (pair.Key, pair.Value.Count, pair.Value.Last)).OrderByDescending(static rank => rank.Count).ThenBy(static rank => rank.Key.ToString(), StringComparer.Ordinal)];
    }
}
