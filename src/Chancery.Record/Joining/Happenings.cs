using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One real event with all tellings of it, each kept as it is.</summary>
/// <param name="Id">From its first telling.</param>
/// <param name="Tellings">In the order in which they came.</param>
/// <param name="Independent">How many reports tell it that are no near copies of each other.</param>
public sealed record Happening(string Id, ImmutableArray<EventRow> Tellings, int Independent);

/// <summary>Joins mentions of one event in several reports, in time that grows with their number alone and memory that does not.</summary>
public static class Happenings
{
    /// <param name="rows">In any order; each comes back in exactly one happening.</param>
    public static ImmutableArray<Happening> Join(IEnumerable<EventRow> rows) =>
        [.. JoinOrdered(rows.OrderBy(row => PageMark.Of(row).Day.Length == 0).ThenBy(row => PageMark.Of(row).Day, StringComparer.Ordinal).ThenBy(row => row.Key))];

    /// <param name="rows">By day, the undated last, as <see cref="RecordStore.Events"/> gives them; each comes back in exactly one happening.</param>
    /// <returns>In the order of their first days, a stretch of time after the other; only the tellings of a stretch are held.</returns>
    public static IEnumerable<Happening> JoinOrdered(IEnumerable<EventRow> rows)
    {
        var window = new JoiningWindow();
        foreach (EventRow row in rows)
        {
            foreach (Happening past in window.Add(Sketch.Of(row)))
                yield return past;
        }

        foreach (Happening left in window.Close())
            yield return left;
    }

    /// <summary>Asks for every event that may be another telling of this one, and for this one.</summary>
    public static Filter CandidatesOf(EventRow row)
    {
        Sketch sketch = Sketch.Of(row);
        Filter filter = row.Event.Type is { } type
            ? Filter.All.And(FilterKey.Quad, ((int)type.Quad()).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : Filter.All.And(FilterKey.Type, "none");
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
}
