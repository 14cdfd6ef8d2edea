using System.Text.RegularExpressions;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>What a line shows by itself, whatever stands around it: that it is furniture of a page and not a sentence of a report.</summary>
internal static partial class LineSigns
{
    /// <summary>Of a longer line only the beginning is looked at for phrases.</summary>
    public const int MostWords = 100;

    private const int LongestName = 6;
    private const int LongestSlug = 70;
    private const int ShortWord = 3;

    /// <summary>Why the line is no part of a report, or null.</summary>
    public static string? ReasonOf(string line, LinePhrases phrases)
    {
        if (phrases.Find(line, MostWords) is { } phrase)
            return phrase.Reason;
        if (IsAddress(line))
            return "address";
        if (IsTracking(line))
            return "tracking string";
        return HasLetter(line) ? null : "ornament";
    }

    /// <summary>A date, perhaps with a day of the week and a time, and hardly anything else.</summary>
    public static bool IsDate(string line, Calendars calendars)
    {
        if (line.Length > 80)
            return false;
        foreach (FoundDate date in DateScan.Find(line, calendars, null))
        {
            int others = LineWord.Of(line).Count(word => !word.IsNumber && (word.Start >= date.Range.End || word.End <= date.Range.Start) && word.Text.Length > 3 && calendars.All.Weekday(word.Text) == 0);
            if (date.HasYear ? others <= 2 || date.Day > 0 && IsNameBefore(line, date) : date.Day > 0 && (others == 0 || others == 1 && IsPlaceBefore(line, date)))
                return true;
        }

        return false;
    }

    // "Suva, 22 April": a place before a day that closes the line.
    private static bool IsPlaceBefore(string line, FoundDate date) =>
        char.IsUpper(line[0]) && line.AsSpan(0, date.Range.Start).TrimEnd() is [.., ','] && line.AsSpan(date.Range.End).Trim(". ").IsEmpty;

    // "Great Rivers Monitor, Friday 8 March 2019": the name of a paper, a mark and the day that closes the line, with its weekday.
    private static bool IsNameBefore(string line, FoundDate date)
    {
        if (!line.AsSpan(date.Range.End).Trim(". ").IsEmpty)
            return false;
        int mark = line.AsSpan(0, date.Range.Start).LastIndexOfAny(",|");
        if (mark > 0 && line.AsSpan(mark + 1, date.Range.Start - mark - 1).Trim().IsEmpty && line.LastIndexOf(',', mark - 1) is > 0 and var before)
            mark = before;
        if (mark <= 0 || LineWord.Of(line.AsSpan(mark + 1, date.Range.Start - mark - 1).ToString()).Count != 1)
            return false;
        List<LineWord> name = LineWord.Of(line.AsSpan(0, mark).ToString());
        return name.Count is > 1 and <= LongestName && name.TrueForAll(word => char.IsUpper(line[word.Start]) || word.Text.Length <= ShortWord);
    }

    /// <summary>A web address and nothing else.</summary>
    public static bool IsAddress(string line) => line.Length < 500 && Address().IsMatch(line);

    /// <summary>A run of digits or of letters and digits too long for a number or a word: <c>010020070750</c>, <c>a81bc81b-dead-4e5d</c>.</summary>
    public static bool IsTracking(string line)
    {
        if (line.Length < 12 || line.Contains(' ', StringComparison.Ordinal))
            return false;
        int digits = line.Count(char.IsAsciiDigit);
        return digits >= 6 && digits * 2 >= line.Length && line.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.');
    }

    /// <summary>The line by which an agency numbers its copy: <c>a0412 r i BC-Fiji-Mine 06-21 0418</c>, <c>APn 12/21 Suva-Talks</c>.</summary>
    public static bool IsSlug(string line) => line.Length < LongestSlug && Hyphened().IsMatch(line) && Numbered().IsMatch(line) && !Sentences.EndsOne(line);

    /// <summary>False for a line of dashes, stars and the like.</summary>
    public static bool HasLetter(string line)
    {
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    // BC-Fiji-Mine, am-suva-talks
    [GeneratedRegex(@"(?<![\w-])[A-Za-z]{2,}(?:-[A-Za-z]{2,})+", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphened();

    // a0412, RTR0377, 06-21, 12/21, 0418
    [GeneratedRegex(@"^(?:[a-z]|[A-Z]{3})[0-9]{4}\s|\s(?:0[1-9]|1[0-2])[-/][0-3][0-9]\s|\s0[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    // https://example.org/a/b.html, www.example.org
    [GeneratedRegex(@"^\W{0,3}(https?://|www\.)[^\s]+\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
