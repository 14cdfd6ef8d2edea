using System.Globalization;

namespace Chancery.Model;

public enum DatePrecision : byte
{
    /// <summary>Nothing is said.</summary>
    Unknown,
    Day,
    Month,
    Year,

    /// <summary>Any other closed range of days.</summary>
    Range,

    /// <summary>Some day up to the end; the start is open.</summary>
    Before,

    /// <summary>Some day from the start on; the end is open.</summary>
    After,
}

/// <summary>A closed range of days with its precision. Its default is the unknown date.</summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly? start, DateOnly? end, DatePrecision precision)
    {
        Start = start;
        End = end;
        Precision = precision;
    }

    /// <summary>The first possible day; null for <see cref="DatePrecision.Before"/> and the unknown.</summary>
    public DateOnly? Start { get; }

    /// <summary>The last possible day; null for <see cref="DatePrecision.After"/> and the unknown.</summary>
    public DateOnly? End { get; }

    public DatePrecision Precision { get; }

    public static PartialDate Unknown => default;

    public bool IsKnown => Precision != DatePrecision.Unknown;

    public static PartialDate Day(DateOnly day) => new(day, day, DatePrecision.Day);

    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static PartialDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    /// <exception cref="ArgumentOutOfRangeException">No such year.</exception>
    public static PartialDate Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);

    /// <summary>A range of days; one day when both ends agree, swapped when they are the wrong way round.</summary>
    public static PartialDate Between(DateOnly start, DateOnly end) =>
        start == end ? Day(start) : start < end ? new(start, end, DatePrecision.Range) : new(end, start, DatePrecision.Range);

    public static PartialDate Before(DateOnly end) => new(null, end, DatePrecision.Before);

    public static PartialDate After(DateOnly start) => new(start, null, DatePrecision.After);

    /// <summary>True when the two could be the same day; the unknown fits everything.</summary>
    public bool MayOverlap(PartialDate other) =>
        (Start is not { } a || other.End is not { } b || a <= b) && (other.Start is not { } c || End is not { } d || c <= d);

    /// <summary>ISO 8601 as far as the precision goes: <c>2019-05-05</c>, <c>2019-05</c>, <c>2019</c>, <c>2019-05-01..2019-05-07</c>, <c>..2019</c>.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Unknown => "unknown",
        DatePrecision.Day => Iso(Start),
        DatePrecision.Month => Iso(Start)[..7],
        DatePrecision.Year => Iso(Start)[..4],
        _ => Iso(Start) + ".." + Iso(End),
    };

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
