using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The two states that a report is about, for "both governments" behind sentences that name others.</summary>
internal sealed class MainPair(Phrases phrases)
{
    /// <summary>How often the lesser of the two must be spoken of.</summary>
    private const int Least = 4;

    private readonly ClauseSubjects clauses = new(phrases.Tree);

    /// <summary>The two states that the report is about: each spoken of again and again, and any third far less; else none.</summary>
    public List<int> Of(int before)
    {
        var counts = new Dictionary<CountryCode, int>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence, before))
        {
            CountryCode country = phrases.Table[spoken.Entity].Country;
            if (!country.IsNone && !phrases.Table[spoken.Entity].Sectors.Contains(Sector.Med))
                counts[country] = counts.GetValueOrDefault(country) + 1;
        }

        (CountryCode Country, int Count)[] ranks = [.. counts.Select(pair => (pair.Key, pair.Value)).OrderByDescending(rank => rank.Value).ThenBy(rank => rank.Key.ToString(), StringComparer.Ordinal)];
        if (ranks.Length < 2 || ranks[1].Count < Least || ranks.Length > 2 && ranks[2].Count * 2 > ranks[1].Count)
            return [];
        return phrases.Known.State(ranks[0].Country) is { } first && phrases.Known.State(ranks[1].Country) is { } second ? [phrases.Table.OfKnown(first.Index), phrases.Table.OfKnown(second.Index)] : [];
    }

    /// <summary>"Chad met Togo", "Chad and Togo": two that the report has just put side by side.</summary>
    public bool AreTogether(List<int> states, int sentences, int before)
    {
        if (states.Count < 2)
            return false;
        int clause = -1;
        var others = new HashSet<CountryCode>();
        foreach (Spoken spoken in phrases.Recall.Back(sentences, before))
        {
            if (!states.Exists(state => phrases.Table[state].Country == phrases.Table[spoken.Entity].Country))
                continue;
            int at = clauses.ClauseOf(spoken.Token);
            if (clause >= 0 && at == clause && !others.Contains(phrases.Table[spoken.Entity].Country))
                return true;
            if (at != clause)
                others.Clear();
            others.Add(phrases.Table[spoken.Entity].Country);
            clause = at;
        }

        return false;
    }
}
