using System.Collections.Immutable;
using System.Globalization;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>How long one row of a series is.</summary>
public enum SeriesStep : byte
{
    Month,
    Year,
    Day,
}

/// <summary>What happened in one stretch of time.</summary>
/// <param name="Period">As <c>2019-05</c>; "" for what is not dated as exactly as the step asks.</param>
/// <param name="Quads">Counts of what happened or goes on, by quad class 1 to 4; statements are in none.</param>
/// <param name="ScoreSum">Sum of PLOVER's scores of them.</param>
/// <param name="ScoreMean">Null where there is none.</param>
/// <param name="GoldsteinSum">Sum of Goldstein's scores of them.</param>
/// <param name="GoldsteinMean">Null where there is none.</param>
/// <param name="Planned">Told as future or possible; in no other count.</param>
/// <param name="Denied">Told as not so; in no other count.</param>
/// <param name="Reports">How many reports stand behind the row.</param>
public sealed record SeriesRow(
    string Period, ImmutableArray<int> Quads, double ScoreSum, double? ScoreMean, double GoldsteinSum, double? GoldsteinMean, int Planned, int Denied, int Reports);

/// <summary>Counts events by stretches of time, empty ones between the first and the last included.</summary>
public static class Series
{
    /// <param name="rows">In any order.</param>
    /// <param name="step">The length of a row.</param>
    public static ImmutableArray<SeriesRow> Count(IEnumerable<EventRow> rows, SeriesStep step)
    {
        var tallies = new SortedDictionary<DateOnly, Tally>();
        var undated = new Tally();
        foreach (EventRow row in rows)
        {
            if (PeriodOf(row.Event.Date.Date, step) is not { } first)
                undated.Add(row);
            else if (tallies.TryGetValue(first, out Tally? tally))
                tally.Add(row);
            else
                (tallies[first] = new Tally()).Add(row);
        }

        var series = ImmutableArray.CreateBuilder<SeriesRow>();
        if (tallies.Count > 0)
        {
            DateOnly last = tallies.Keys.Last();
            var empty = new Tally();
            for (DateOnly period = tallies.Keys.First(); ; period = Next(period, step))
            {
                series.Add(tallies.GetValueOrDefault(period, empty).ToRow(Name(period, step)));
                if (period == last)
                    break;
            }
        }

        if (undated.Count > 0)
            series.Add(undated.ToRow(""));
        return series.ToImmutable();
    }

    /// <summary>The stretch that a date lies in as a whole; null when it does not.</summary>
    private static DateOnly? PeriodOf(PartialDate date, SeriesStep step)
    {
        if (date.Start is not { } start || date.End is not { } end)
            return null;
        DateOnly first = First(start, step);
        return first == First(end, step) ? first : null;
    }

    private static DateOnly First(DateOnly day, SeriesStep step) => step switch
    {
        SeriesStep.Month => new DateOnly(day.Year, day.Month, 1),
        SeriesStep.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    private static DateOnly Next(DateOnly period, SeriesStep step) => step switch
    {
        SeriesStep.Month => period.AddMonths(1),
        SeriesStep.Year => period.AddYears(1),
        _ => period.AddDays(1),
    };

    private static string Name(DateOnly period, SeriesStep step) => period.ToString(
        step switch
        {
            SeriesStep.Month => "yyyy-MM",
            SeriesStep.Year => "yyyy",
            _ => "yyyy-MM-dd",
        },
        CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        private readonly int[] quads = new int[4];
        private readonly HashSet<long> reports = [];
        private double scores;
        private int scored;
        private double goldsteins;
        private int goldsteined;
        private int planned;
        private int denied;

        public int Count { get; private set; }

        public void Add(EventRow row)
        {
            Count++;
            reports.Add(row.Report.Key);
            EventMention item = row.Event;
            if (item.Factuality is Factuality.Future or Factuality.Hypothetical)
                planned++;
            else if (item.Factuality == Factuality.Negated)
                denied++;
            else
                AddActual(item);
        }

        public SeriesRow ToRow(string period) => new(
            period, [.. quads], scores, scored > 0 ? scores / scored : null, goldsteins, goldsteined > 0 ? goldsteins / goldsteined : null,
            planned, denied, reports.Count);

        private void AddActual(EventMention item)
        {
            if (item.Type is { } type)
                quads[(int)type.Quad() - 1]++;
            if (item.Score is { } score)
            {
                scores += score;
                scored++;
            }

            if (item.Goldstein is { } goldstein)
            {
                goldsteins += goldstein;
                goldsteined++;
            }
        }
    }
}
