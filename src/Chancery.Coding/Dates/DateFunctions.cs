using System.Globalization;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the functions of date formulas compute. They know calendars, not words.</summary>
internal static class DateFunctions
{
    private static readonly DateTerm Impossible = new() { Impossible = true };
    private static readonly PersianCalendar SolarCalendar = new();

    public static DateGrain? GrainOf(string? unit) => unit switch
    {
        "D" => DateGrain.Day,
        "WE" => DateGrain.Weekend,
        "W" or "FN" => DateGrain.Week,
        "M" => DateGrain.Month,
        "SEASON" => DateGrain.Season,
        "Q" => DateGrain.Quarter,
        "HALF" => DateGrain.Half,
        "Y" => DateGrain.Year,
        "DE" => DateGrain.Decade,
        "CE" => DateGrain.Century,
        _ => null,
    };

    /// <summary>A year, month or day; without a year the one that the anchors support.</summary>
    public static DateTerm Date(DateAnchors anchors, int? year, int? month, int? day)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12)
            return Impossible;
        if (month is not { } m)
            return year is { } only ? DateTerm.Of(Moment.Of(DateGrain.Year, new DateOnly(only, 1, 1))) : default;
        if (day is < 1 || day > DateTime.DaysInMonth(year ?? 2000, m))
            return Impossible;
        if ((year ?? anchors.YearOf(m, day)) is not { } y)
            return DateTerm.Of(Moment.Vague(TimeKind.Date, Iso(null, m, day)));
        if (day is not { } d)
            return DateTerm.Of(Moment.Of(DateGrain.Month, new DateOnly(y, m, 1)));

        // 29 February without a year leans on a year that need not have one.
        return d > DateTime.DaysInMonth(y, m)
            ? DateTerm.Of(Moment.Vague(TimeKind.Date, Iso(null, m, day)))
            : DateTerm.Of(Moment.Of(DateGrain.Day, new DateOnly(y, m, d)));
    }

    /// <summary>A day of the solar calendar of Iran and Afghanistan.</summary>
    public static DateTerm Solar(int? year, int? month, int? day)
    {
        if (year is not { } y || month is not { } m || day is not { } d)
            return default;
        return y is < 1 or > 1500 || m is < 1 or > 12 || d < 1 || d > SolarCalendar.GetDaysInMonth(y, m)
            ? Impossible
            : DateTerm.Of(Moment.Of(DateGrain.Day, DateOnly.FromDateTime(SolarCalendar.ToDateTime(y, m, d, 0, 0, 0, 0))));
    }

    /// <summary>A day of the month alone: "the 20th", of the month told last.</summary>
    public static DateTerm MonthDay(DateAnchors anchors, int? day, Moment? month)
    {
        if (day is null || (month ?? anchors.Last) is not { Start: { } start } last || last.Grain > DateGrain.Month)
            return default;
        return day < 1 || day > DateTime.DaysInMonth(start.Year, start.Month)
            ? Impossible
            : DateTerm.Of(Moment.Of(DateGrain.Day, new DateOnly(start.Year, start.Month, day.Value)));
    }

    public static DateTerm Season(DateAnchors anchors, string? season, Moment? year)
    {
        int? first = season switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, _ => null };
        if (first is not { } month)
            return default;
        int? of = year?.Start?.Year ?? anchors.YearOf(month, null);
        return of is { } y
            ? DateTerm.Of(Moment.Of(DateGrain.Season, new DateOnly(y, month, 1)))
            : DateTerm.Of(Moment.Vague(TimeKind.Date, "XXXX-" + season));
    }

    /// <summary>A quarter (months = 3) or half (months = 6) of a year, by its number; -1 for the last.</summary>
    public static DateTerm PartOfYear(DateAnchors anchors, int? number, Moment? year, int months)
    {
        int count = 12 / months;
        int? n = number == -1 ? count : number;
        if (n is < 1 || n > count || n is null || (year ?? anchors.Last) is not { Start: { } start })
            return default;
        return DateTerm.Of(Moment.Of(months == 3 ? DateGrain.Quarter : DateGrain.Half, new DateOnly(start.Year, (n.Value - 1) * months + 1, 1)));
    }

    /// <summary>A feast on a fixed day (MMDD) or Easter with an offset in days (10000 and more).</summary>
    public static DateTerm Feast(DateAnchors anchors, int? code, Moment? year)
    {
        if (code is not { } feast)
            return default;
        if (feast < 5000)
            return Date(anchors, year?.Start?.Year, feast / 100, feast % 100);
        int? of = year?.Start?.Year ?? anchors.YearOf(4, null);
        return of is { } y && Moment.Add(EasterOf(y), feast - 10000, DateGrain.Day) is { } day
            ? DateTerm.Of(Moment.Of(DateGrain.Day, day))
            : DateTerm.Of(Moment.Vague(TimeKind.Date, "XXXX-XX-XX"));
    }

    /// <summary>The n-th unit inside a moment; -1 for the last.</summary>
    public static DateTerm Nth(int? number, string? unit, Moment? container)
    {
        if (number is not { } n || GrainOf(unit) is not { } grain || container is not { Start: { } start } || grain >= container.Grain)
            return default;
        DateOnly? end = container.Value.End;
        DateOnly first = start;

        // The first week of a year is the one that ISO counts so, which 1 January need not belong to.
        if (grain == DateGrain.Week && container.Grain == DateGrain.Year)
            (first, end) = (new DateOnly(start.Year, 1, 4), new DateOnly(start.Year, 12, 28));
        DateOnly? day = n == -1 ? end : Moment.Add(first, n - 1, grain);
        return day is { } found && found <= end ? DateTerm.Of(Moment.Of(grain, found)) : Impossible;
    }

    /// <summary>So many units from a moment, told as finely as the unit; hours and minutes only as before or after the report, past where the telling is.</summary>
    public static DateTerm Shift(Moment? from, int? count, string? unit, bool told = false)
    {
        if (count is not { } n || from is null)
            return default;
        if (GrainOf(unit) is not { } grain)
            return DateTerm.Of(Moment.Vague(TimeKind.Date, n < 0 || told ? "PAST_REF" : "FUTURE_REF"));

        // A fortnight is no unit of the calendar: it counts fourteen days where the day is known.
        if (unit == "FN")
            (n, grain) = from.SingleDay is null ? (n * 2, grain) : (n * 14, DateGrain.Day);
        if (from.Start is not { } start || from.Grain > grain)
            return DateTerm.Of(Moment.Vague(TimeKind.Date, Unknown(grain)));
        return Moment.Add(start, n, grain) is { } day ? DateTerm.Of(Moment.Of(grain, day)) : Impossible;
    }

    /// <summary>So many units from a moment, told as finely as the moment: "two weeks before 13 May".</summary>
    public static DateTerm Move(Moment? from, int? count, string? unit)
    {
        if (count is not { } n || from is null || GrainOf(unit) is not { } grain)
            return default;
        return from.Start is null ? DateTerm.Of(Moment.Vague(TimeKind.Date, "XXXX-XX-XX"))
            : from.Later(unit == "FN" ? 2 * n : n, grain) is { } moved ? DateTerm.Of(moved) : Impossible;
    }

    public static DateTerm Duration(decimal? number, string? unit)
    {
        if (unit is null)
            return default;
        string count = number is { } n ? n.ToString("0.##", CultureInfo.InvariantCulture) : "X";
        string timex = unit switch
        {
            "H" or "S" => $"PT{count}{unit}",
            "MIN" => $"PT{count}M",
            "FN" => number is { } fortnights ? $"P{(fortnights * 2).ToString("0.##", CultureInfo.InvariantCulture)}W" : "PXW",
            _ => $"P{count}{unit}",
        };
        return DateTerm.Of(Moment.Vague(TimeKind.Duration, timex));
    }

    public static DateTerm Set(string? unit) =>
        DateTerm.Of(Moment.Vague(TimeKind.Set, unit is "H" or "MIN" or "S" ? "XXXX-XX-XXTXX" : GrainOf(unit) is { } grain ? Unknown(grain) : "XXXX-XX-XX"));

    /// <summary>A time of day. Hours above twelve need no half, and none of a day has more than 24.</summary>
    public static DateTerm Clock(int? hour, int? minute, string? half, string? zone)
    {
        if (hour is not { } h || h > 24 || minute > 59 || (half is not null && h > 12))
            return Impossible;
        h = half switch { "PM" => h % 12 + 12, "AM" => h % 12, _ => h };
        string suffix = zone is null ? "" : zone == "UTC" ? "Z" : zone;
        return DateTerm.Of(new Moment { Kind = TimeKind.Time, Fixed = "", Clock = string.Create(CultureInfo.InvariantCulture, $"T{h:00}:{minute ?? 0:00}{suffix}") });
    }

    /// <summary>A time of day on a day; without one on the day told last.</summary>
    public static DateTerm At(DateAnchors anchors, Moment? day, string clock)
    {
        day ??= anchors.HeadingDay ?? anchors.LastDay;
        return DateTerm.Of(day is { Start: not null, Grain: DateGrain.Day }
            ? day with { Kind = TimeKind.Time, Clock = clock, Fixed = null }
            : Moment.Vague(TimeKind.Time, day is { Fixed: { } weekday } && weekday.StartsWith("XXXX-WXX-", StringComparison.Ordinal) ? weekday : "XXXX-XX-XX") with { Clock = clock });
    }

    /// <summary>The year that a two-digit number means beside a whole one: "1964-65", "1999-01".</summary>
    public static DateTerm ShortYear(int? number, Moment? beside)
    {
        if (number is not { } n || beside is not { Start: { } start })
            return default;
        int year = start.Year / 100 * 100 + n;
        return Date(new DateAnchors(null, true, false), year <= start.Year ? year + 100 : year, null, null);
    }

    private static string Unknown(DateGrain grain) => grain switch
    {
        DateGrain.Day => "XXXX-XX-XX",
        DateGrain.Weekend => "XXXX-WXX-WE",
        DateGrain.Week => "XXXX-WXX",
        DateGrain.Month => "XXXX-XX",
        DateGrain.Quarter => "XXXX-QX",
        DateGrain.Half => "XXXX-HX",
        DateGrain.Decade => "XXX",
        DateGrain.Century => "XX",
        _ => "XXXX",
    };

    private static string Iso(int? year, int month, int? day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(year is { } y ? y.ToString("0000", CultureInfo.InvariantCulture) : "XXXX")}-{month:00}") +
        (day is { } d ? string.Create(CultureInfo.InvariantCulture, $"-{d:00}") : "");

    // The anonymous Gregorian computus.
    private static DateOnly EasterOf(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }
}
