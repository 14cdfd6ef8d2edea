using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One real event with all tellings of it, each kept as it is.</summary>
/// <param name="Id">From its first telling.</param>
/// <param name="Tellings">In the order in which they came.</param>
/// <param name="Independent">How many reports tell it that are no near copies of each other.</param>
public sealed record Happening(string Id, ImmutableArray<EventRow> Tellings, int Independent);

/// <summary>How the other tellings are found.</summary>
internal enum CandidateKind : byte
{
    /// <summary>All that the filter gives.</summary>
    Any,

    /// <summary>Of the days given those that name one side alone, or two of those that the telling names.</summary>
    Near,

    /// <summary>Of all that the filter gives those with such sides.</summary>
    SameSides,

    /// <summary>The same of those that come back, on the days given, to an act with the telling's code.</summary>
    Recalling,

    /// <summary>Of all that the filter gives those in near copies of the telling's report.</summary>
    NearCopies,
}

/// <summary>Where other tellings of an event may be found.</summary>
/// <param name="Filter">What holds of them.</param>
/// <param name="Kind">How they are found.</param>
/// <param name="Sides">Who takes part: codes of countries, names of those who belong to none.</param>
internal sealed record CandidateSearch(Filter Filter, CandidateKind Kind, ImmutableArray<string> Sides)
{
    public DateOnly First { get; init; }

    public DateOnly Last { get; init; }
}

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

    /// <summary>What finds every event that may be another telling of this one; of an undated one only near copies tell the same.</summary>
    internal static ImmutableArray<CandidateSearch> CandidatesOf(EventRow row)
    {
        Sketch sketch = Sketch.Of(row);
        Filter kind = row.Event.Type is { } type
            ? Filter.All.And(FilterKey.Quad, ((int)type.Quad()).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : Filter.All.And(FilterKey.Type, "none");
        ImmutableArray<string> names = NamesOf(row, row.Event.Actors.Concat(row.Event.Recipients));
        if (names.IsEmpty)
            return [];
        Filter near = kind.And(FilterKey.Side, names);
        if (sketch.First is not { } first || sketch.Last is not { } last)
            return [new(near.And(FilterKey.Dated, "no"), CandidateKind.NearCopies, names)];
        var searches = ImmutableArray.CreateBuilder<CandidateSearch>();
        searches.Add(new(kind, CandidateKind.Near, names)
        {
            First = Day(first.DayNumber - Sameness.NeighbouringDays),
            Last = Day(last.DayNumber + Sameness.NeighbouringDays + Sketch.OpenDays),
        });

        // A deed on the same day may be one although its other side is another, when it was done at one place; words are not, where both sides are named.
        if (first == last && (Sameness.IsMaterial(row.Event) || sketch.Actors.Count == 0 || sketch.Recipients.Count == 0))
            searches.Add(new(Within(near, first, last), CandidateKind.Any, names));
        ImmutableArray<string> actors = NamesOf(row, row.Event.Actors);
        if (actors.IsEmpty)
            return searches.ToImmutable();

        // Who comes back to an act later names its actors and calls it the same.
        searches.Add(sketch.IsRecalled
            ? new(Within(kind.And(FilterKey.Actor, actors[0]).And(FilterKey.Cameo, row.Event.Cameo), Day(last.DayNumber - Sameness.RecalledDays), last), CandidateKind.SameSides, names)
            : new(kind, CandidateKind.Recalling, names) { First = last, Last = Day(last.DayNumber + Sameness.RecalledDays) });
        return searches.ToImmutable();
    }

    private static ImmutableArray<string> NamesOf(EventRow row, IEnumerable<Side> sides) =>
        [.. sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Name : entity.Country.ToString()).Distinct()];

    private static Filter Within(Filter filter, DateOnly first, DateOnly last) =>
        filter.And(FilterKey.Since, DateColumns.Iso(first)!).And(FilterKey.Until, DateColumns.Iso(last)!);

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
}
