using System.Globalization;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A date as a text writes it; a part that is not written is 0.</summary>
/// <param name="Range">Its characters, from the first number or name to the last.</param>
/// <param name="Year">Of four digits.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Of the month.</param>
internal readonly record struct FoundDate(TextRange Range, int Year, int Month, int Day)
{
    public bool HasYear => Year > 0;

    public bool IsDay => Year > 0 && Day > 0;

    /// <summary>The days meant; unknown without a year.</summary>
    public PartialDate Value => Year == 0 ? PartialDate.Unknown : Day > 0 ? PartialDate.Day(new DateOnly(Year, Month, Day)) : PartialDate.Month(Year, Month);

    /// <summary>Null for a day that no calendar has and for years of which no copy is read.</summary>
    /// <param name="earliest">The first year that such a form tells of: a year in two digits, as agencies stamp their copy, may lie before the web.</param>
    public static FoundDate? Make(int start, int end, int year, int month, int day, int earliest = EarliestPage)
    {
        if (month is < 1 or > 12 || day is < 0 or > 31 || (year != 0 && (year < earliest || year > LatestYear)))
            return null;
        if (day > DateTime.DaysInMonth(year == 0 ? 2000 : year, month))
            return null;
        return new FoundDate(TextRange.FromBounds(start, end), year, month, day);
    }

    /// <summary>A year of the solar calendar in which pages or copy of agencies could appear.</summary>
    public static bool IsSolar(int year) => year is >= FirstSolar and <= LastSolar;

    /// <summary>A day of the solar calendar of Iran and Afghanistan as that of ours; null for one that it does not have.</summary>
    public static FoundDate? OfSolar(int start, int end, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || !IsSolar(year) || day > Solar.GetDaysInMonth(year, month))
            return null;
        DateTime moment = Solar.ToDateTime(year, month, day, 0, 0, 0, 0);
        return new FoundDate(TextRange.FromBounds(start, end), moment.Year, moment.Month, moment.Day);
    }

    private const int FirstSolar = 1330;
    private const int LastSolar = 1460;
    private static readonly PersianCalendar Solar = new();

    /// <summary>Copy of agencies is read from this year on; two digits that close its date are of the twentieth century from here.</summary>
    public const int EarliestYear = 1945;

    /// <summary>The first year in which anything was published on a page of the web.</summary>
    public const int EarliestPage = 1990;
    public const int LatestYear = 2099;
}
