using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>A half-open span of days; an end that is not known or not reached is null.</summary>
public readonly record struct DateSpan(DateOnly? From, DateOnly? To)
{
    /// <summary>True on the day; a null day is the present, which only spans without an end hold.</summary>
    public bool Holds(DateOnly? day) =>
        day is { } d ? (From is not { } from || from <= d) && (To is not { } to || d < to) : To is null;

    public bool Overlaps(DateSpan other) =>
        (From is not { } a || other.To is not { } b || a < b) && (other.From is not { } c || To is not { } d || c < d);

    /// <summary>Days between the day and the span; 0 within it, and from the present to a span without an end.</summary>
    public int DistanceTo(DateOnly? day)
    {
        if (day is not { } d)
            return To is { } end ? Math.Max(0, DateOnly.MaxValue.DayNumber - end.DayNumber) : 0;
        if (From is { } from && d < from)
            return from.DayNumber - d.DayNumber;
        return To is { } to && d >= to ? d.DayNumber - to.DayNumber + 1 : 0;
    }

    /// <summary>Reads <c>2014-08-26 .. 2016</c>; either end may be missing.</summary>
    public static bool TryParse(string text, out DateSpan span)
    {
        span = default;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return false;
        string left = text[..dots].Trim();
        string right = text[(dots + 2)..].Trim();
        if (!TryParseDay(left, out DateOnly? from) || !TryParseDay(right, out DateOnly? to))
            return false;
        span = new DateSpan(from, to);
        return true;
    }

    /// <summary>A day, a month or a year, which stand for their first day; an empty text is no day.</summary>
    public static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0)
            return true;
        if (text.Length is not (4 or 7 or 10) || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1)
            return false;
        int month = 1;
        int number = 1;
        if (text.Length >= 7 && (text[4] != '-' || !int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out month)))
            return false;
        if (text.Length == 10 && (text[7] != '-' || !int.TryParse(text[8..], NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            return false;
        if (month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    /// <summary>As the data write it: <c>2014-08-26 .. 2016-08-30</c>, <c>.. 2016-08-30</c>, <c>2014-08-26 ..</c>.</summary>
    public override string ToString() => $"{Iso(From)} .. {Iso(To)}".Trim();

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
