using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The two states that a report has spoken of again and again, of any third far less.</summary>
internal static class TwoStates
{
    /// <summary>How often the lesser of the two must be spoken of.</summary>
    private const int Least = 4;

    /// <summary>How many times more the one that a report is about is spoken of than any other.</summary>
    private const int Much = 4;

    /// <summary>The last mention before a place of the other of the two; null where the report is not about two, or the one is none of them.</summary>
    public static EntityMention? Other(MentionIndex mentions, int before, CountryCode own)
    {
        (CountryCode Country, int Count, EntityMention Last)[] ranks = Ranks(mentions, before);
        if (ranks.Length < 2 || ranks[1].Count < Least || ranks.Length > 2 && ranks[2].Count * 2 > ranks[1].Count)
            return null;
        return ranks[0].Country == own ? ranks[1].Last : ranks[1].Country == own ? ranks[0].Last : null;
    }

    /// <summary>The last mention of the one state that the report speaks of far more than of any other, where another acts.</summary>
    public static EntityMention? Main(MentionIndex mentions, int before, CountryCode own)
    {
        (CountryCode Country, int Count, EntityMention Last)[] ranks = Ranks(mentions, before);
        return ranks.Length > 0 && ranks[0].Country != own && ranks[0].Count >= 2 * Least && (ranks.Length < 2 || ranks[1].Count * Much <= ranks[0].Count) ? ranks[0].Last : null;
    }

    private static (CountryCode Country, int Count, EntityMention Last)[] Ranks(MentionIndex mentions, int before)
    {
        var counts = new Dictionary<CountryCode, (int Count, EntityMention Last)>();
        foreach (EntityMention mention in mentions.Mentions)
        {
            if (mention.Range.Start >= before)
                break;
            Entity entity = mentions.Entities[mention.Entity];
            if (!entity.Country.IsNone && entity.Kind != EntityKind.Place && !entity.Sectors.Contains(Sector.Med))
                counts[entity.Country] = (counts.GetValueOrDefault(entity.Country).Count + 1, mention);
        }

        return [.. counts.Select(static pair => (pair.Key, pair.Value.Count, pair.Value.Last)).OrderByDescending(static rank => rank.Count).ThenBy(static rank => rank.Key.ToString(), StringComparer.Ordinal)];
    }
}
