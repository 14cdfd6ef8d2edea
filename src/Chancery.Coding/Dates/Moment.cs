using System.Globalization;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>How fine a point of time is told, finest first.</summary>
internal enum DateGrain : byte
{
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// <summary>A time as it is told: a unit of the calendar, or a TIMEX3 value that means no certain days.</summary>
internal sealed record Moment
{
    public TimeKind Kind { get; init; }

    public DateGrain Grain { get; init; }

    /// <summary>The first day of the unit; null when no certain days are meant.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The time of day, beginning with T, or "".</summary>
    public string Clock { get; init; } = "";

    /// <summary>The TIMEX3 value when it does not follow from grain and start.</summary>
    public string? Fixed { get; init; }

    public string Timex => (Fixed ?? (Start is { } start ? Iso(start) : "XXXX-XX-XX")) + Clock;

    /// <summary>The days that it means; unknown for durations, sets and vague times.</summary>
    public PartialDate Value => Start is not { } start || Kind is TimeKind.Duration or TimeKind.Set ? PartialDate.Unknown : Grain switch
    {
        DateGrain.Day => PartialDate.Day(start),
        DateGrain.Month => PartialDate.Month(start.Year, start.Month),
        DateGrain.Year => PartialDate.Year(start.Year),
        _ => PartialDate.Between(start, LastDay(start)),
    };

    /// <summary>The day, or null when it is told less finely.</summary>
    public DateOnly? SingleDay => Grain == DateGrain.Day ? Start : null;

    /// <summary>The unit of the calendar that holds a day.</summary>
    public static Moment Of(DateGrain grain, DateOnly day) => new() { Grain = grain, Start = FirstDay(grain, day) };

    public static Moment Vague(TimeKind kind, string timex) => new() { Kind = kind, Fixed = timex };

    /// <summary>Whole units later, or earlier for a negative count; null beyond the calendar.</summary>
    public Moment? Later(long count, DateGrain unit)
    {
        if (Start is not { } start || Add(start, count, unit) is not { } day)
            return null;
        return this with { Start = FirstDay(Grain, day), Kind = TimeKind.Date, Clock = "", Fixed = null };
    }

    /// <summary>A day so many units later; null beyond the calendar.</summary>
    public static DateOnly? Add(DateOnly day, long count, DateGrain unit)
    {
        long days = unit switch { DateGrain.Day => 1, DateGrain.Week or DateGrain.Weekend => 7, _ => 0 };
        if (Math.Abs(count) > 1_000_000)
            return null;
        if (days > 0)
        {
            long number = day.DayNumber + count * days;
            return number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
        }

        long months = count * MonthsIn(unit);
        long month = (long)day.Year * 12 + day.Month - 1 + months;
        if (month < 12 || month >= 9999 * 12L)
            return null;
        int year = (int)(month / 12), ofYear = (int)(month % 12) + 1;
        return new DateOnly(year, ofYear, Math.Min(day.Day, DateTime.DaysInMonth(year, ofYear)));
    }

    private static int MonthsIn(DateGrain unit) => unit switch
    {
        DateGrain.Season or DateGrain.Quarter => 3,
        DateGrain.Half => 6,
        DateGrain.Year => 12,
        DateGrain.Decade => 120,
        DateGrain.Century => 1200,
        _ => 1,
    };

    private static DateOnly FirstDay(DateGrain grain, DateOnly day) => grain switch
    {
        DateGrain.Week => Back(day, DayOfWeek(day) - 1),
        DateGrain.Weekend => Back(day, DayOfWeek(day) - 6),
        DateGrain.Month => new(day.Year, day.Month, 1),
        DateGrain.Season => day.Month < 3 ? Winter(day.Year - 1) : new(day.Year, day.Month / 3 * 3, 1),
        DateGrain.Quarter => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        DateGrain.Half => new(day.Year, day.Month < 7 ? 1 : 7, 1),
        DateGrain.Year => new(day.Year, 1, 1),
        DateGrain.Decade => new(Math.Max(1, day.Year / 10 * 10), 1, 1),
        DateGrain.Century => new(Math.Max(1, day.Year / 100 * 100), 1, 1),
        _ => day,
    };

    // January of the year 1 has no December before it.
    private static DateOnly Winter(int year) => year < 1 ? new(1, 1, 1) : new(year, 12, 1);

    private static DateOnly Back(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber - days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int DayOfWeek(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private DateOnly LastDay(DateOnly start)
    {
        if (Grain == DateGrain.Weekend)
            return Back(start, -1);
        return Add(start, 1, Grain) is { } next ? next.AddDays(-1) : DateOnly.MaxValue;
    }

    private string Iso(DateOnly start)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        string year = start.Year.ToString("0000", plain);
        switch (Grain)
        {
            case DateGrain.Week or DateGrain.Weekend:
                var time = start.ToDateTime(TimeOnly.MinValue);
                return $"{ISOWeek.GetYear(time).ToString("0000", plain)}-W{ISOWeek.GetWeekOfYear(time).ToString("00", plain)}{(Grain == DateGrain.Weekend ? "-WE" : "")}";
            case DateGrain.Month:
                return start.ToString("yyyy-MM", plain);
            case DateGrain.Season:
                return year + "-" + (start.Month switch { 3 => "SP", 6 => "SU", 9 => "FA", _ => "WI" });
            case DateGrain.Quarter:
                return $"{year}-Q{(start.Month + 2) / 3}";
            case DateGrain.Half:
                return $"{year}-H{(start.Month < 7 ? 1 : 2)}";
            case DateGrain.Year:
                return year;
            case DateGrain.Decade:
                return year[..3];
            case DateGrain.Century:
                return year[..2];
            default:
                return start.ToString("yyyy-MM-dd", plain);
        }
    }
}
