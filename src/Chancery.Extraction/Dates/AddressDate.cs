using System.Text.RegularExpressions;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>The date that a web address holds in its path: in folders, in a file name, inside a number.</summary>
internal static partial class AddressDate
{
    /// <summary>A day before a month; null where the address holds neither.</summary>
    public static PartialDate? Read(string address, Calendars calendars)
    {
        // An archive writes the day of its copy before the address of the page.
        int start = address.LastIndexOf("://", StringComparison.Ordinal);
        int path = start < 0 ? 0 : address.IndexOf('/', start + 3);
        if (path < 0)
            return null;
        ReadOnlySpan<char> rest = address.AsSpan(path);
        Match folders = Folders().Match(address, path);
        if (folders.Success && Make(folders.Groups[1].Value, folders.Groups[2].Value, folders.Groups[3].Value, calendars) is { } day)
            return day;
        Match dayFirst = DayFirst().Match(address, path);
        if (dayFirst.Success && Make(dayFirst.Groups[3].Value, dayFirst.Groups[2].Value, dayFirst.Groups[1].Value, calendars) is { } turned)
            return turned;
        foreach (ValueMatch match in Digits().EnumerateMatches(rest))
        {
            if (FromDigits(rest.Slice(match.Index, match.Length)) is { } inside)
                return inside;
        }

        Match month = Month().Match(address, path);
        return month.Success ? Make(month.Groups[1].Value, month.Groups[2].Value, "", calendars) : null;
    }

    /// <summary>
    /// A run of digits that begins with a day, <c>20190506103330</c>, or holds a moment down to the second, <c>241108100223</c>,
    /// which hardly any number does by chance.
    /// </summary>
    public static PartialDate? FromDigits(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 8 or 10 or 12 or >= 14 && Day(digits, 4) is { } full && full.Year >= FoundDate.EarliestPage && (digits.Length < 14 || IsClock(digits[8..])))
            return PartialDate.Day(full);
        if (digits.Length == 8)
        {
            Span<char> turned = [digits[4], digits[5], digits[6], digits[7], digits[2], digits[3], digits[0], digits[1]];
            return Day(turned, 4) is { } day ? PartialDate.Day(day) : null;
        }

        for (int i = 0; digits.Length >= 12 && i + 12 <= digits.Length; i++)
        {
            if (Day(digits[i..], 2) is { } day && IsClock(digits[(i + 6)..]))
                return PartialDate.Day(day);
        }

        return null;
    }

    private static DateOnly? Day(ReadOnlySpan<char> digits, int yearDigits)
    {
        int year = int.Parse(digits[..yearDigits]) + (yearDigits == 2 ? 2000 : 0);
        int month = int.Parse(digits.Slice(yearDigits, 2));
        int day = int.Parse(digits.Slice(yearDigits + 2, 2));
        return year is < FoundDate.EarliestPage or > 2035 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new DateOnly(year, month, day);
    }

    private static bool IsClock(ReadOnlySpan<char> digits) =>
        digits.Length >= 6 && int.Parse(digits[..2]) < 24 && int.Parse(digits.Slice(2, 2)) < 60 && int.Parse(digits.Slice(4, 2)) < 60;

    private static PartialDate? Make(string year, string month, string day, Calendars calendars)
    {
        int number = int.TryParse(month, out int numeric) ? numeric : calendars.All.Month(month.ToLowerInvariant());
        return FoundDate.Make(0, 0, int.Parse(year), number, day.Length == 0 ? 0 : int.Parse(day))?.Value;
    }

    // /2019/05/06/, /2019-05-06-title, /2019_05_06, /2019/may/06, /2019-05/06
    [GeneratedRegex(@"(?<![0-9])((?:19|20)[0-9]{2})[-/_.](0?[1-9]|1[0-2]|(?<=[-/_])[a-z]{3,9})[-/_](0?[1-9]|[12][0-9]|3[01])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Folders();

    // /06-05-2019, ~06.05.2019-title
    [GeneratedRegex(@"(?<![0-9])(0[1-9]|[12][0-9]|3[01])[-_.](0[1-9]|1[0-2])[-_.]((?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    // /2019/05/title
    [GeneratedRegex(@"(?<![0-9])((?:19|20)[0-9]{2})[-/_](0[1-9]|1[0-2])(?=[-/_])", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    // 20190506, 185241108100223842
    [GeneratedRegex("[0-9]{8,24}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
