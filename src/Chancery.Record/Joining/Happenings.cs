using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>One real event with all tellings of it, each kept as it is.</summary>
/// <param name="Id">From its first telling.</param>
/// <param name="Tellings">In the order in which they came.</param>
/// <param name="Independent">How many reports tell it that are no near copies of each other.</param>
public sealed record Happening(string Id, ImmutableArray<EventRow> Tellings, int Independent);

/// <summary>Which of the events that a search finds may be other tellings.</summary>
internal enum CandidateKind : byte
{
    Any,

    /// <summary>Those that name one side alone, or two of those that the telling names.</summary>
    SameSides,

    /// <summary>Those in near copies of its report.</summary>
    NearCopies,
}

/// <summary>Where other tellings of an event may be found.</summary>
/// <param name="Filter">What is asked for.</param>
/// <param name="Kind">Which of what is found.</param>
/// <param name="Sides">Who takes part: codes of countries, names of those who belong to none.</param>
internal sealed record CandidateSearch(Filter Filter, CandidateKind Kind, ImmutableArray<string> Sides);

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
        searches.Add(new(Within(near, first.DayNumber - Sameness.NeighbouringDays, last.DayNumber + Sameness.NeighbouringDays + Sketch.OpenDays), CandidateKind.SameSides, names));

        // A deed on the same day may be one although its other side is another, when it was done at one place.
        if (first == last)
            searches.Add(new(Within(near, first.DayNumber, last.DayNumber), CandidateKind.Any, names));
        ImmutableArray<string> actors = NamesOf(row, row.Event.Actors);
        if (actors.IsEmpty)
            return searches.ToImmutable();

        // Who comes back to an act later names its actors and calls it the same.
        Filter deed = kind.And(FilterKey.Actor, actors[0]).And(FilterKey.Cameo, row.Event.Cameo);
        searches.Add(new(
            sketch.IsRecalled
                ? Within(deed, last.DayNumber - Sameness.RecalledDays, last.DayNumber)
                : Within(deed.And(FilterKey.Historical, "yes"), last.DayNumber, last.DayNumber + Sameness.RecalledDays),
            CandidateKind.SameSides, names));
        return searches.ToImmutable();
    }

    private static ImmutableArray<string> NamesOf(EventRow row, IEnumerable<Side> sides) =>
        [.. sides.Select(side => row.Entities[side.Entity]).Select(entity => entity.Country.IsNone ? entity.Name : entity.Country.ToString()).Distinct()];

    private static Filter Within(Filter filter, int first, int last) =>
        filter.And(FilterKey.Since, DateColumns.Iso(DateOnly.FromDayNumber(Math.Max(0, first)))!).And(FilterKey.Until, DateColumns.Iso(DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, last)))!);
}
