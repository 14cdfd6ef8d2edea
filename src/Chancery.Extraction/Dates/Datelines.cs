using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>A dateline as written at the beginning of a paragraph.</summary>
/// <param name="Range">With its closing dash, stroke or stop.</param>
/// <param name="Place">As written, or null for an agency alone.</param>
/// <param name="Date">Perhaps without a year; null where none stands.</param>
/// <param name="Agency">As written, or null.</param>
internal sealed record WrittenDateline(TextRange Range, string? Place, FoundDate? Date, string? Agency);

/// <summary>
/// Reads the opening of wire copy: <c>MOSCOW, May 5 (Xinhua) --</c>, <c>KYIV, Ukraine (AP) —</c>, <c>MOSCOW, September 23. /TASS/.</c>,
/// <c>(Reuters) -</c>, <c>PARIS —</c>. Without an agency or a date the place must stand in capitals.
/// </summary>
internal static class Datelines
{
    private const int Longest = 110;
    private const int LongestPlace = 60;
    private const int LongestBare = 24;
    private const int ShortName = 5;

    public static WrittenDateline? Find(string text, TextRange paragraph, Calendars calendars, string? language)
    {
        ReadOnlySpan<char> opening = text.AsSpan(paragraph.Start, Math.Min(paragraph.Length, Longest));
        int at = 0;
        int placeEnd = PlaceEnd(opening, calendars, language, out FoundDate? date);
        string place = opening[..placeEnd].ToString().Trim(' ', ',', '.', ':', '\u00A0');
        if (date is { HasYear: false } day && YearBehind(opening, day) is { } dated)
            date = dated;
        at = Math.Max(placeEnd, date is { } written ? written.Range.End : 0);
        string? agency = Agency(opening, ref at, date is not null || place.Length == 0);
        if (date is null && agency is not null && AfterAgency(opening, at, calendars, language) is { } late)
        {
            date = late;
            at = late.Range.End;
        }

        int end = Closing(opening, at, agency is not null);
        if (end > 0 && agency is null)
            agency = Behind(opening, ref end);
        if (end < 0 || place.Length == 0 && agency is null || place.Length > LongestPlace)
            return null;

        // "The European Union's (EU) Council met": letters in brackets without a mark behind them are no agency.
        bool isMarked = end > at && !opening[at..end].IsWhiteSpace();
        if (place.Length > 0 && !LooksLikePlace(place, date is not null || (agency is not null && isMarked)))
            return null;
        if (date is null && IsColon(opening, end) && (agency is null || IsSpeaker(place, agency)))
            return null;
        FoundDate? moved = date is { } found ? found with { Range = new TextRange(paragraph.Start + found.Range.Start, found.Range.Length) } : null;
        return new WrittenDateline(new TextRange(paragraph.Start, end), place.Length == 0 ? null : place, moved, agency);
    }

    /// <summary>Where the place ends: before a date, a bracket, a stroke, or a dash.</summary>
    private static int PlaceEnd(ReadOnlySpan<char> opening, Calendars calendars, string? language, out FoundDate? date)
    {
        date = null;
        int end = opening.IndexOfAny("(\u2014\u2013:");
        int dash = opening.IndexOf(" -");
        int stroke = opening.IndexOf(" /");
        foreach (int other in (ReadOnlySpan<int>)[dash, stroke])
        {
            if (other >= 0 && (end < 0 || other < end))
                end = other;
        }

        if (end < 0)
            end = Math.Min(opening.Length, LongestPlace);
        foreach (FoundDate found in DateScan.Find(opening[..Math.Min(opening.Length, end + 1)], calendars, language, FoundDate.EarliestYear))
        {
            if (found.Day == 0)
                continue;
            date = found;
            return Math.Min(end, found.Range.Start);
        }

        return end;
    }

    /// <summary>"May 20 [1986]": the year that an editor put behind the day; null where none stands.</summary>
    private static FoundDate? YearBehind(ReadOnlySpan<char> opening, FoundDate date)
    {
        ReadOnlySpan<char> rest = opening[date.Range.End..];
        ReadOnlySpan<char> bracket = rest.TrimStart();
        if (bracket.Length < 6 || bracket[0] is not ('[' or '(') || bracket[5] is not (']' or ')') || !int.TryParse(bracket[1..5], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1500)
            return null;
        return date with { Year = year, Range = TextRange.FromBounds(date.Range.Start, date.Range.End + rest.Length - bracket.Length + 6) };
    }

    /// <summary><c>(Xinhua)</c>, <c>/TASS/</c>; after a date also <c>INTERFAX</c> before a dash.</summary>
    private static string? Agency(ReadOnlySpan<char> opening, ref int at, bool afterDate)
    {
        int i = at;
        while (i < opening.Length && (char.IsWhiteSpace(opening[i]) || opening[i] is ',' or '.'))
            i++;
        if (i >= opening.Length || opening[i] is not ('(' or '/' or '[' or '\uFF08'))
            return afterDate ? Bare(opening, i, ref at) : null;
        char close = opening[i] switch { '(' => ')', '[' => ']', '\uFF08' => '\uFF09', _ => '/' };
        int end = opening[(i + 1)..].IndexOf(close);
        if (end is < 2 or > 40)
            return null;
        ReadOnlySpan<char> name = opening.Slice(i + 1, end).Trim();
        bool isDashed = opening[(i + end + 2)..].TrimStart() is ['-' or '\u2013' or '\u2014', ..];
        if (char.IsLower(name[0]) && !(isDashed && name.Length <= ShortName && !name.Contains(' ')) || name.Length > 40 || !afterDate && name.IndexOfAnyInRange('0', '9') >= 0)
            return null;
        at = i + end + 2;
        return name.ToString();
    }

    // "SUVA, 3 May 2006 — (Islands Press) —": the agency between two dashes.
    private static string? Behind(ReadOnlySpan<char> opening, ref int end)
    {
        int at = end;
        if (opening[end - 1] == ':' || Agency(opening, ref at, true) is not { } agency || at >= opening.Length || opening[at..].TrimStart() is not ['-' or '\u2013' or '\u2014' or '_', ..] || Closing(opening, at, true) is not (> 0 and var closing))
            return null;
        end = closing;
        return agency;
    }

    // "TOKYO, Oct. 20, Kyodo -": a name or two between the date and a dash.
    private static string? Bare(ReadOnlySpan<char> opening, int from, ref int at)
    {
        int dash = opening[from..].IndexOf(" -");
        if (dash is < 2 or > LongestBare || from == at || !opening[at..from].Contains(','))
            return null;
        ReadOnlySpan<char> name = opening.Slice(from, dash);
        if (!char.IsUpper(name[0]) || !IsLetters(name) || name.Count(' ') > 1 || (name.IndexOf(' ') is >= 0 and var part && !char.IsUpper(name[part + 1])))
            return null;
        at = from + dash;
        return name.ToString();
    }

    private static bool IsLetters(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetter(c) && c != ' ')
                return false;
        }

        return true;
    }

    private static FoundDate? AfterAgency(ReadOnlySpan<char> opening, int at, Calendars calendars, string? language)
    {
        ReadOnlySpan<char> rest = opening[at..];
        int dash = rest.IndexOfAny('-', '\u2013', '\u2014');
        foreach (FoundDate found in DateScan.Find(rest[..Math.Clamp(dash, 0, 25)], calendars, language, FoundDate.EarliestYear))
            return found.Day > 0 && found.Range.Start < 4 ? found with { Range = new TextRange(at + found.Range.Start, found.Range.Length) } : null;
        return null;
    }

    /// <summary>The end of the dash, colon or stop that parts the dateline from the report; -1 where none stands.</summary>
    private static int Closing(ReadOnlySpan<char> opening, int at, bool hasAgency)
    {
        int i = at;
        while (i < opening.Length && (char.IsWhiteSpace(opening[i]) || opening[i] is ',' or '.' or ';'))
            i++;
        int start = i;
        while (i < opening.Length && opening[i] is '-' or '\u2013' or '\u2014' or '\u2015' or '_')
            i++;
        if (i > start && (i >= opening.Length || char.IsWhiteSpace(opening[i]) || i - start > 1 || opening[start] != '-'))
            return i;
        if (start < opening.Length && opening[start] == ':')
            return start + 1;
        if (hasAgency && i >= opening.Length)
            return i;
        bool stopped = start > at && opening[at..start].Contains('.');
        return hasAgency && (stopped || start < opening.Length && char.IsUpper(opening[start])) ? Math.Max(at, start - (start > at && char.IsWhiteSpace(opening[start - 1]) ? 1 : 0)) : -1;
    }

    /// <summary>"The Minister of Trade (Hon. Ana Roux):", "Dr. A. Roux (Odal East):": who speaks in a record, with honorifics and more words than a town.</summary>
    private static bool IsSpeaker(string place, string agency) =>
        place.Contains(". ", StringComparison.Ordinal) || agency.Contains(". ", StringComparison.Ordinal) || place.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && place.AsSpan().Count(' ') > 1;

    private static bool IsColon(ReadOnlySpan<char> opening, int end) => opening[end - 1] == ':';

    /// <summary>Capitalised words, all in capitals where nothing else shows a dateline.</summary>
    private static bool LooksLikePlace(string place, bool isSupported)
    {
        List<LineWord> words = LineWord.Of(place, 10);
        if (words.Count is 0 or > 8)
            return false;
        bool capitals = true;
        for (int i = 0; i < words.Count; i++)
        {
            char c = place[words[i].Start];
            bool isCased = char.IsUpper(c) || char.IsLower(c);
            if (isCased && !char.IsUpper(c) && words[i].Text.Length > 3)
                return false;
            if (i == 0)
                capitals = place[words[0].Start..words[0].End].All(letter => !char.IsLower(letter)) && words[0].Text.Length > 2;
        }

        return capitals || isSupported && words.Count <= 5;
    }
}
