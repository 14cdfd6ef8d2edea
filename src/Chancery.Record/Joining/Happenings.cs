using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One real event with all tellings of it, each kept as it is.</summary>
/// <param name="Id">From its first telling.</param>
/// <param name="Tellings">In the order in which they came.</param>
/// <param name="Independent">How many reports tell it that are no near copies of each other.</param>
public sealed record Happening(string Id, ImmutableArray<EventRow> Tellings, int Independent);

/// <summary>Joins mentions of one event in several reports, in time that grows with their number alone.</summary>
public static class Happenings
{
    /// <summary>How many candidates each mention is compared with at most.</summary>
    private const int MostCandidates = 64;

    /// <param name="rows">In any order; each comes back in exactly one happening.</param>
    public static ImmutableArray<Happening> Join(IEnumerable<EventRow> rows)
    {
        Sketch[] sketches = [.. rows.Select(Sketch.Of).OrderBy(sketch => sketch.First ?? DateOnly.MaxValue).ThenBy(sketch => sketch.Row.Key)];
        var groups = new List<List<Sketch>>();
        int[] groupOf = new int[sketches.Length];
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < sketches.Length; i++)
        {
            int group = FindGroup(sketches, i, blocks, groups, groupOf);
            if (group < 0)
            {
                group = groups.Count;
                groups.Add([]);
            }

            groups[group].Add(sketches[i]);
            groupOf[i] = group;
            foreach (string key in BlockKeys(sketches[i]))
            {
                if (!blocks.TryGetValue(key, out List<int>? block))
                    blocks[key] = block = [];
                block.Add(i);
            }
        }

        return [.. groups.Select(ToHappening)];
    }

    /// <summary>Asks for every event that may be another telling of this one, and for this one.</summary>
    public static Filter CandidatesOf(EventRow row)
    {
        Sketch sketch = Sketch.Of(row);
        Filter filter = Filter.All.And(FilterKey.Type, row.Event.Type is { } type ? type.Name() : "none");
        ImmutableArray<string> names = [.. row.Event.Actors.Concat(row.Event.Recipients)
            .Select(side => row.Entities[side.Entity])
            .Select(entity => entity.Country.IsNone ? entity.Name : entity.Country.ToString())
            .Distinct()];
        filter = filter.And(FilterKey.Side, names);
        if (sketch.First is not { } first || sketch.Last is not { } last)
            return filter;
        DateOnly since = first.DayNumber > Sameness.Reach ? first.AddDays(-Sameness.Reach) : first;
        DateOnly until = DateOnly.MaxValue.DayNumber - last.DayNumber > Sameness.Reach ? last.AddDays(Sameness.Reach) : last;
        return filter.And(FilterKey.Since, DateColumns.Iso(since)!).And(FilterKey.Until, DateColumns.Iso(until)!);
    }

    /// <summary>The group of a telling of the same event, all members of which may be one with this; -1 for none.</summary>
    private static int FindGroup(Sketch[] sketches, int index, Dictionary<string, List<int>> blocks, List<List<Sketch>> groups, int[] groupOf)
    {
        Sketch sketch = sketches[index];
        foreach (string key in BlockKeys(sketch))
        {
            if (!blocks.TryGetValue(key, out List<int>? block))
                continue;
            int candidates = 0;
            for (int i = block.Count - 1; i >= 0 && candidates < MostCandidates; i--, candidates++)
            {
                Sketch other = sketches[block[i]];
                if (Sameness.IsOne(sketch, other) && groups[groupOf[block[i]]].TrueForAll(member => Sameness.MayBeOne(sketch, member)))
                    return groupOf[block[i]];
            }
        }

        return -1;
    }

    /// <summary>Type and each country or name: two tellings of one event share at least one key.</summary>
    private static IEnumerable<string> BlockKeys(Sketch sketch) =>
        sketch.All.Order(StringComparer.Ordinal).Select(name => $"{sketch.Event.Type}|{sketch.Reality}|{name}");

    private static Happening ToHappening(List<Sketch> group)
    {
        EventRow[] tellings = [.. group.Select(sketch => sketch.Row).OrderBy(row => row.Key)];
        var independent = new List<ReportRow>();
        foreach (ReportRow report in tellings.Select(row => row.Report).DistinctBy(report => report.Key))
        {
            if (!independent.Exists(other => Likeness.AreNearCopies(other.Likeness, report.Likeness)))
                independent.Add(report);
        }

        return new Happening("h-" + tellings[0].Event.Id, [.. tellings], independent.Count);
    }
}
