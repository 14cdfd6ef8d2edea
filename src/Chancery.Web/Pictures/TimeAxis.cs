using Chancery.Model;

namespace Chancery.Web;

/// <summary>Days on a line, with as many ticks as can be read.</summary>
internal sealed class TimeAxis
{
    private const int MostTicks = 12;
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    private readonly int first;
    private readonly int last;
    private readonly double left;
    private readonly double right;

    private TimeAxis(int first, int last, double left, double right)
    {
        this.first = first;
        this.last = last;
        this.left = left;
        this.right = right;
    }

    /// <summary>From the earliest to the latest of the dates, with a little air.</summary>
    public static TimeAxis Of(IEnumerable<PartialDate> dates, double left, double right)
    {
        int first = int.MaxValue;
        int last = int.MinValue;
        foreach (PartialDate date in dates)
        {
            first = Math.Min(first, (date.Start ?? date.End)!.Value.DayNumber);
            last = Math.Max(last, (date.End ?? date.Start)!.Value.DayNumber);
        }

        if (first > last)
            first = last = new DateOnly(2000, 1, 1).DayNumber;
        int air = Math.Max(3, (last - first) / 40);
        return new TimeAxis(Math.Max(0, first - air), Math.Min(DateOnly.MaxValue.DayNumber, last + air), left, right);
    }

    /// <summary>Where a date begins and ends; an open one is a point at its known end.</summary>
    public (double From, double To) Ends(PartialDate date) => (X((date.Start ?? date.End)!.Value.DayNumber), X((date.End ?? date.Start)!.Value.DayNumber));

    public double Middle(PartialDate date)
    {
        (double from, double to) = Ends(date);
        return (from + to) / 2;
    }

    public double X(int day) => left + ((right - left) * (day - first) / Math.Max(1, last - first));

    /// <summary>Ticks with their names from the top of the picture down.</summary>
    public void Write(Markup page, double top, double bottom)
    {
        DateOnly start = DateOnly.FromDayNumber(first);
        DateOnly end = DateOnly.FromDayNumber(last);
        int months = ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;
        if (months <= 2)
        {
            int step = Math.Max(1, (last - first) / MostTicks);
            for (int day = first; day <= last; day += step)
                WriteTick(page, day, Words.Day(DateOnly.FromDayNumber(day))[..^5], top, bottom);
            return;
        }

        int every = MonthSteps.First(step => months / step <= MostTicks || step == MonthSteps[^1]);
        for (int month = (((start.Year * 12) + start.Month - 1 + every - 1) / every) * every; month <= (end.Year * 12) + end.Month - 1; month += every)
        {
            if (month < 12 || month / 12 > 9999)
                continue;
            var tick = new DateOnly(month / 12, (month % 12) + 1, 1);
            if (tick.DayNumber >= first)
                WriteTick(page, tick.DayNumber, every >= 12 ? Words.Month(tick)[4..] : Words.Month(tick), top, bottom);
        }
    }

    private void WriteTick(Markup page, int day, string name, double top, double bottom)
    {
        double x = X(day);
        page.Write($"<line class=\"tick\" x1=\"{x}\" x2=\"{x}\" y1=\"{top - 6}\" y2=\"{bottom}\"/><text class=\"tick\" x=\"{x}\" y=\"{top - 11}\" text-anchor=\"middle\">{name}</text>\n");
    }
}
