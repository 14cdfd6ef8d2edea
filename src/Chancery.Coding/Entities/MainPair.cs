using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The two states that a report is about, for "both governments" behind sentences that name others.</summary>
internal sealed class MainPair(Phrases phrases)
{
    /// <summary>How often the lesser of the two must be spoken of.</summary>
    private const int Least = 4;

    /// <summary>How many times more the other may be spoken of.</summary>
    private const int Most = 3;

    private readonly ClauseSubjects clauses = new(phrases.Tree);

    /// <summary>The two states that the report is about: each spoken of again and again, and any third far less; else none.</summary>
    /// <param name="before">Only what stands before this token.</param>
    /// <param name="isEven">Whether the one may not be spoken of far more than the other: a report mostly of one state tells of sides within it.</param>
    public List<int> Of(int before, bool isEven = false)
    {
        var counts = new Dictionary<CountryCode, int>();
        foreach (Spoken spoken in phrases.Recall.Back(phrases.Recall.Sentence, before))
        {
            CountryCode country = phrases.Table[spoken.Entity].Country;
            if (!country.IsNone && !phrases.Table[spoken.Entity].Sectors.Contains(Sector.Med))
                counts[country] = counts.GetValueOrDefault(country) + 1;
        }

        (CountryCode Country, int Count)[] ranks = [.. counts.Select(pair => (pair.Key, pair.Value)).OrderByDescending(rank => rank.Value).ThenBy(rank => rank.Key.ToString(), StringComparer.Ordinal)];
        if (ranks.Length < 2 || ranks[1].Count < Least || isEven && ranks[1].Count * Most < ranks[0].Count || ranks.Length > 2 && ranks[2].Count * 2 > ranks[1].Count)
            return [];
        return phrases.Known.State(ranks[0].Country) is { } first && phrases.Known.State(ranks[1].Country) is { } second ? [phrases.Table.OfKnown(first.Index), phrases.Table.OfKnown(second.Index)] : [];
    }

    /// <summary>"Chad accused Togo", "Chad refused. Togo agreed": the one does something to the other, or each does something in its turn.</summary>
    public bool AreFacing(List<int> states, int sentences, int before)
    {
        if (states.Count < 2)
            return false;
        var acting = new Dictionary<int, CountryCode>();
        foreach (Spoken spoken in phrases.Recall.Back(sentences, before))
        {
            if (!IsActing(spoken, states))
                continue;
            int top = spoken.Token;
            while (phrases.Tree[top].Relation is Relation.Nmod or Relation.NmodPoss or Relation.Compound or Relation.Amod or Relation.Appos or Relation.Flat or Relation.Conj && phrases.Tree.Head(top) is >= 0 and var above)
                top = above;
            if (!phrases.IsSubject(top) || top != spoken.Token && phrases.MeantBy(top).Count > 0)
                continue;
            CountryCode own = phrases.Table[spoken.Entity].Country;
            int clause = clauses.ClauseOf(top);
            if (phrases.Recall.Back(sentences, before).Any(other => other.Sentence == spoken.Sentence && phrases.Table[other.Entity].Country != own && IsActing(other, states) && IsWithin(other.Token, clause)))
                return true;
            if (acting.Any(turn => turn.Value != own && Math.Abs(turn.Key - spoken.Sentence) < 2))
                return true;
            acting[spoken.Sentence] = own;
        }

        return false;
    }

    /// <summary>One of the states, or those who govern or fight for it.</summary>
    private bool IsActing(Spoken spoken, List<int> states) =>
        !spoken.IsModifier && phrases.Table[spoken.Entity] is { Kind: EntityKind.State } or { Sectors: [Sector.Gov or Sector.Mil or Sector.Reb or Sector.Cop, ..] } && states.Exists(state => phrases.Table[state].Country == phrases.Table[spoken.Entity].Country);

    /// <summary>In a clause, or in what it says or is for: not in one that is only joined to it.</summary>
    private bool IsWithin(int token, int clause)
    {
        int at = clauses.ClauseOf(token);
        for (int steps = 0; steps < 3 && at >= 0 && at != clause && phrases.Tree[at].Relation is Relation.Ccomp or Relation.Xcomp or Relation.Advcl; steps++)
            at = clauses.ClauseAbove(at);
        return at == clause;
    }

    /// <summary>"Chad met Togo", "Chad and Togo": two that the report has just put side by side.</summary>
    public bool AreTogether(List<int> states, int sentences, int before)
    {
        if (states.Count < 2)
            return false;
        int clause = -1;
        var others = new HashSet<CountryCode>();
        bool modifiers = false;
        foreach (Spoken spoken in phrases.Recall.Back(sentences, before))
        {
            if (!states.Exists(state => phrases.Table[state].Country == phrases.Table[spoken.Entity].Country))
                continue;

            // "recognised by Chad as Togo's leader": whose leader he is puts the two not side by side.
            if (spoken.IsModifier != modifiers)
                others.Clear();
            modifiers = spoken.IsModifier;
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
