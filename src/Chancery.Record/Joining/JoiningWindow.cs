using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>The tellings of a stretch of time, which moves with the rows that come: what lies behind it can no longer be joined and is given out.</summary>
internal sealed class JoiningWindow
{
    /// <summary>How many candidates each mention is compared with at most under one key.</summary>
    private const int MostCandidates = 64;

    /// <summary>Days between two clearings.</summary>
    private const int ClearingDays = 120;

    private readonly Dictionary<string, List<Sketch>> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<Sketch, Group> groupOf = [];
    private List<Group> groups = [];
    private DateOnly? cleared;

    /// <summary>Tellings that are one event, as far as it is known.</summary>
    private sealed class Group
    {
        public List<Sketch> Members { get; } = [];

        /// <summary>The last day on which it may have been; null when a member is undated.</summary>
        public DateOnly? Last { get; set; } = DateOnly.MinValue;
    }

    /// <returns>The happenings that are complete.</returns>
    public IEnumerable<Happening> Add(Sketch sketch)
    {
        ImmutableArray<Happening> past = Clear(sketch);
        Group? group = Find(sketch);
        if (group is null)
            groups.Add(group = new Group());
        group.Members.Add(sketch);
        group.Last = sketch.Last is { } last && group.Last is { } before ? (last > before ? last : before) : null;
        groupOf[sketch] = group;
        Register(sketch);
        return past;
    }

    public IEnumerable<Happening> Close() => groups.Select(group => ToHappening(group.Members));

    /// <summary>Gives out what ended before any row that is still to come may begin.</summary>
    private ImmutableArray<Happening> Clear(Sketch sketch)
    {
        // The undated come last; what is dated is then complete.
        DateOnly day = sketch.Row.Event.Date.Date is { } date ? date.Start ?? date.End ?? DateOnly.MaxValue : DateOnly.MaxValue;
        if (cleared is { } before && day.DayNumber - before.DayNumber < ClearingDays)
            return [];
        cleared = day;
        int earliest = day.DayNumber - Sameness.RecalledDays - Sketch.OpenDays;
        Group[] ended = [.. groups.Where(group => group.Last is { } last && last.DayNumber < earliest)];
        if (ended.Length == 0)
            return [];
        groups = [.. groups.Where(group => group.Last is not { } last || last.DayNumber >= earliest)];
        blocks.Clear();
        groupOf.Clear();
        foreach (Group group in groups)
        {
            foreach (Sketch member in group.Members)
            {
                groupOf[member] = group;
                Register(member);
            }
        }

        return [.. ended.Select(group => ToHappening(group.Members))];
    }

    /// <summary>The group of a telling of the same event, all members of which may be one with this; null for none.</summary>
    private Group? Find(Sketch sketch)
    {
        foreach (string key in Lookups(sketch))
        {
            if (!blocks.TryGetValue(key, out List<Sketch>? block))
                continue;
            int candidates = 0;
            for (int i = block.Count - 1; i >= 0 && candidates < MostCandidates; i--, candidates++)
            {
                if (Sameness.IsOne(sketch, block[i]) && groupOf[block[i]] is { } group && group.Members.TrueForAll(member => Sameness.MayBeOne(sketch, member)))
                    return group;
            }
        }

        return null;
    }

    private void Register(Sketch sketch)
    {
        foreach (string key in Keys(sketch))
        {
            if (!blocks.TryGetValue(key, out List<Sketch>? block))
                blocks[key] = block = [];
            block.Add(sketch);
        }
    }

    /// <summary>Where a telling can be found: by each pair of its sides, by the one side it names, as having a side among others, by an actor and a name.</summary>
    private static IEnumerable<string> Keys(Sketch sketch)
    {
        foreach (string key in PairsOf(sketch))
            yield return key;
        foreach (string side in sketch.Sides)
            yield return Key(sketch, sketch.Sides.Length == 1 ? "one" : "among", side);
        foreach (string key in SpotsOf(sketch))
            yield return key;
        foreach (string key in DeedsOf(sketch))
            yield return key;
    }

    /// <summary>Where others that may tell the same are found.</summary>
    private static IEnumerable<string> Lookups(Sketch sketch)
    {
        foreach (string key in PairsOf(sketch))
            yield return key;
        foreach (string key in SpotsOf(sketch))
            yield return key;
        foreach (string side in sketch.Sides)
            yield return Key(sketch, "one", side);
        if (sketch.Sides.Length == 1)
            yield return Key(sketch, "among", sketch.Sides[0]);
        if (!sketch.IsRecalled)
            yield break;
        foreach (string key in DeedsOf(sketch))
            yield return key;
    }

    private static IEnumerable<string> PairsOf(Sketch sketch)
    {
        ImmutableArray<string> sides = sketch.Sides;
        for (int i = 0; i < sides.Length; i++)
        {
            for (int j = i + 1; j < sides.Length; j++)
                yield return Key(sketch, sides[i], sides[j]);
        }
    }

    private static IEnumerable<string> SpotsOf(Sketch sketch) =>
        sketch.Names.Order(StringComparer.Ordinal).Take(Sketch.MostSides).SelectMany(name => sketch.Sides.Select(side => Key(sketch, "at " + name, side)));

    /// <summary>Who did a thing, and each word of what it was.</summary>
    private static IEnumerable<string> DeedsOf(Sketch sketch) =>
        sketch.Actors.Count == 0 ? [] : sketch.Tail.Order(StringComparer.Ordinal).Select(word => Key(sketch, "did " + word, sketch.Event.Cameo + sketch.Actors.Order(StringComparer.Ordinal).First()));

    private static string Key(Sketch sketch, string first, string second) => $"{sketch.Block}{first}|{second}";

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
