using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A date in an attribute or a field, where nothing but a date should stand.</summary>
internal static class DeclaredDate
{
    /// <summary>The first full day, also of seconds or milliseconds since 1970; null where there is none.</summary>
    public static PartialDate? Read(string value, Calendars calendars, string? language)
    {
        string text = value.Trim();
        if (text.Length is 10 or 13 && text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            DateTime moment = DateTime.UnixEpoch.AddSeconds(text.Length == 13 ? count / 1000 : count);
            return moment.Year >= FoundDate.EarliestPage ? PartialDate.Day(DateOnly.FromDateTime(moment)) : null;
        }

        if (text.Length == 14 && text.All(char.IsAsciiDigit))
            text = text[..8];
        foreach (FoundDate date in DateScan.Find(text.AsSpan(0, Math.Min(text.Length, 200)), calendars, language, FoundDate.EarliestYear))
        {
            // What counts from the first day of 1970 or 1980 counts from nothing, west of Greenwich on the day before.
            if (date.IsDay && !(date is { Day: 1, Month: 1, Year: 1970 or 1980 } or { Day: 31, Month: 12, Year: 1969 or 1979 }))
                return date.Value;
        }

        return null;
    }
}
