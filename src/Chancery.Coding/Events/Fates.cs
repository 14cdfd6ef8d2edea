using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What became of the reading that won each clause: which record it is, or why it is none. Kept only where somebody asks for it.</summary>
public sealed class Fates
{
    private readonly Dictionary<int, int> records = [];
    private readonly Dictionary<int, string> reasons = [];

    /// <returns>The place of the clause's record among the events, from 1; 0 where it gives none.</returns>
    public int RecordOf(int clause) => records.GetValueOrDefault(clause);

    /// <returns>Why a reading is no record, in a few words; null for a record and for a clause that no rule fitted.</returns>
    public string? LeftOut(int clause) => records.ContainsKey(clause) ? null : reasons.GetValueOrDefault(clause);

    internal void LeaveOut(int clause, string why) => reasons[clause] = why;

    /// <summary>Those that a stage took away, with the reason of that stage.</summary>
    internal void Compare(IReadOnlyList<EventMention> before, IEnumerable<EventMention> after, Dictionary<string, int> clauseOf, string why)
    {
        var kept = after.Select(item => item.Id).ToHashSet();
        foreach (EventMention item in before)
        {
            if (!kept.Contains(item.Id))
                reasons[clauseOf[item.Id]] = why;
        }
    }

    internal void Number(ImmutableArray<EventMention> events, Dictionary<string, int> clauseOf)
    {
        for (int i = events.Length - 1; i >= 0; i--)
            records[clauseOf[events[i].Id]] = i + 1;
    }
}
