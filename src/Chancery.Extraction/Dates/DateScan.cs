using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>Finds dates in short texts: lines, attributes, datelines. Month names and orders are data; shapes of numbers are here.</summary>
internal readonly ref struct DateScan
{
    private const int LongestZone = 4;
    private readonly Calendars calendars;
    private readonly CalendarWords? own;
    private readonly DateOrder order;
    private readonly List<DateToken> tokens;
    private readonly ReadOnlySpan<char> text;
    private readonly int earliest;

    private DateScan(ReadOnlySpan<char> text, Calendars calendars, string? language, int earliest)
    {
        this.text = text;
        this.earliest = earliest;
        this.calendars = calendars;
        own = calendars.Of(language);
        order = calendars.OrderOf(language);
        tokens = DateToken.Of(text);
    }

    /// <summary>All dates of a text in order; those without a year only where a month is named.</summary>
    /// <param name="text">The text.</param>
    /// <param name="calendars">Names of months.</param>
    /// <param name="language">Of the text, or null.</param>
    /// <param name="earliest">The first year in four digits that counts: that of the web, unless nothing but the day of a report can stand there.</param>
    public static List<FoundDate> Find(ReadOnlySpan<char> text, Calendars calendars, string? language, int earliest = FoundDate.EarliestPage)
    {
        var scan = new DateScan(text, calendars, language, earliest);
        var found = new List<FoundDate>();
        int i = 0;
        while (i < scan.tokens.Count)
        {
            (FoundDate? date, int next) = scan.At(i);
            if (date is { } good)
                found.Add(good);
            i = date is null ? i + 1 : next;
        }

        return found;
    }

    private (FoundDate? Date, int Next) At(int i)
    {
        DateToken token = tokens[i];
        if (token.IsNumber)
        {
            (FoundDate? date, int next) = Numeric(i);
            if (date is null)
                (date, next) = Stamp(i);
            if (date is null)
                (date, next) = DayFirst(i);
            if (date is null)
                (date, next) = YearFirst(i);
            return date is null ? Solar(i) : (date, next);
        }

        if (token.Word is null)
            return (null, i);
        (FoundDate? named, int behind) = MonthFirst(i);
        return named is null ? Solar(i) : (named, behind);
    }

    /// <summary><c>8 Khordad 1402</c>, <c>Khordad 8, 1402</c>, <c>1402/03/08</c>: a day of the calendar of Iran and Afghanistan.</summary>
    private (FoundDate? Date, int Next) Solar(int i)
    {
        if (tokens[i] is { Length: 4 } first && FoundDate.IsSolar(first.Number))
        {
            return i + 4 < tokens.Count && tokens[i + 1].Sign is '/' or '-' && tokens[i + 3].Sign == tokens[i + 1].Sign && tokens[i + 2] is { IsNumber: true, Length: <= 2 } m && tokens[i + 4] is { IsNumber: true, Length: <= 2 } d
                ? (FoundDate.OfSolar(first.Start, d.End, first.Number, m.Number, d.Number), i + 5)
                : (null, i);
        }

        bool isDayFirst = tokens[i].IsNumber;
        int named = isDayFirst ? SkipJoiners(SkipOrdinal(i + 1), ".-") : i;
        int month = named < tokens.Count && tokens[named].Word is { } word ? calendars.All.SolarMonth(word) : 0;
        int day = isDayFirst ? i : named + 1;
        if (month == 0 || day >= tokens.Count || !tokens[day].IsNumber)
            return (null, i);
        int year = SkipJoiners(isDayFirst ? named + 1 : SkipOrdinal(day + 1), ".,-/");
        return year < tokens.Count && tokens[year] is { IsNumber: true, Length: 4 } told && FoundDate.IsSolar(told.Number)
            ? (FoundDate.OfSolar(tokens[i].Start, told.End, told.Number, month, tokens[day].Number), year + 1)
            : (null, i);
    }

    /// <summary><c>2019-05-06</c>, <c>6.5.2019</c>, <c>05/06/2019</c>, <c>06.05.19</c>, <c>20190506</c>, <c>2019年5月6日</c>.</summary>
    private (FoundDate? Date, int Next) Numeric(int i)
    {
        DateToken a = tokens[i];

        // "GHP-17-12-95" is the day behind the initials of an agency.
        bool glued = i > 0 && tokens[i - 1].End == a.Start && tokens[i - 1] is { Sign: '-' or '.' or '/' or ':' } && !(i > 1 && tokens[i - 1].Sign == '-' && tokens[i - 2].Word is not null && a.Length == 2);
        if (a.Length == 8 && a.Number is > 19900101 and < 20991231)
            return (FoundDate.Make(a.Start, a.End, a.Number / 10000, a.Number / 100 % 100, a.Number % 100, earliest), i + 1);
        if (a.Length == 14 || i + 4 >= tokens.Count || !tokens[i + 2].IsNumber || !tokens[i + 4].IsNumber)
            return (null, i);
        DateToken b = tokens[i + 2];
        DateToken c = tokens[i + 4];
        char first = tokens[i + 1].Sign;
        char second = tokens[i + 3].Sign;
        if (first is '\u5E74' or '\uB144' && second is '\u6708' or '\uC6D4')
            return (FoundDate.Make(a.Start, c.End, a.Number, b.Number, c.Number, earliest), i + 5);
        if (first != second || first is not ('-' or '.' or '/' or '\u2010' or '\u2011' or '\u2013') || b.Length > 2 || glued)
            return (null, i);
        bool spaced = tokens[i + 1].End < b.Start;
        if (spaced && first != '.')
            return (null, i);
        if (a.Length == 4 && c.Length <= 2)
            return (FoundDate.Make(a.Start, c.End, a.Number, b.Number, c.Number, earliest), i + 5);
        if (a.Length > 2 || c.Length is not (2 or 4) || c.Length == 2 && (a.Length != 2 || b.Length != 2 || spaced))
            return (null, i);
        int year = c.Length == 4 ? c.Number : OfTwoDigits(c.Number);
        // "SUV-05-02-95" is the day first, "AP-NY-05-02-95" and "upi 05-02-95" the month.
        bool isBehindInitials = i > 1 && first == '-' && tokens[i - 1].End == a.Start && tokens[i - 2].Word is not null && !(i > 3 && tokens[i - 3].Sign == '-' && tokens[i - 4].Word is not null);
        (int day, int month) = order == DateOrder.MonthDayYear && (first == '/' || c.Length == 2 && !isBehindInitials)
            ? (b.Number, a.Number)
            : (a.Number, b.Number);
        if (month > 12 && day <= 12 || day <= 12 && Weekday(i, i + 5) is > 0 and int weekday && !IsOn(year, month, day, weekday) && IsOn(year, day, month, weekday))
            (day, month) = (month, day);
        return (FoundDate.Make(a.Start, c.End, year, month, day, EarliestOf(c)), i + 5);
    }

    /// <summary>The day of the week that stands right before or right behind a date; 0 for none.</summary>
    private int Weekday(int start, int end)
    {
        int before = start - 1;
        while (before >= Math.Max(0, start - 2) && tokens[before].Sign is ',' or '.' or '(')
            before--;
        int behind = end;
        while (behind < Math.Min(tokens.Count, end + 2) && tokens[behind].Sign is ',' or '(')
            behind++;
        int named = before >= 0 && tokens[before].Word is { } word ? calendars.All.Weekday(word) : 0;
        return named > 0 || behind >= tokens.Count || tokens[behind].Word is not { } next ? named : calendars.All.Weekday(next);
    }

    private static bool IsOn(int year, int month, int day, int weekday) =>
        month is >= 1 and <= 12 && year is > 0 and < 10000 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && ((int)new DateOnly(year, month, day).DayOfWeek + 6) % 7 + 1 == weekday;

    /// <summary><c>161942 GMT DEC 92</c>, <c>161942Z Dec 1992</c>, <c>161942 Dec 92</c>: day, hour and minute, a short name of the time or none, month and year.</summary>
    private (FoundDate? Date, int Next) Stamp(int i)
    {
        DateToken moment = tokens[i];
        if (moment.Length != 6 || moment.Number / 100 % 100 > 23 || moment.Number % 100 > 59 || i + 2 >= tokens.Count)
            return (null, i);

        // "100000 march 10 years on" tells of people.
        (int month, int k) = char.IsUpper(text[tokens[i + 1].Start]) && moment.Number % 10000 != 0 ? MonthAt(i + 1) : (0, i);
        if (month == 0 && tokens[i + 1] is { Word.Length: <= LongestZone } zone && IsInCapitals(zone))
            (month, k) = MonthAt(i + 2);
        if (month == 0 || k >= tokens.Count || tokens[k] is not { IsNumber: true, Length: 2 or 4 } year)
            return (null, i);
        return (FoundDate.Make(moment.Start, year.End, year.Length == 4 ? year.Number : OfTwoDigits(year.Number), month, moment.Number / 10000, EarliestOf(year)), k + 1);
    }

    // "250000 fled June 12" tells of people.
    private bool IsInCapitals(DateToken word)
    {
        for (int i = word.Start; i < word.End; i++)
        {
            if (!char.IsUpper(text[i]))
                return false;
        }

        return true;
    }

    /// <summary><c>6 May 2019</c>, <c>6. Mai 2019</c>, <c>6 de mayo de 2019</c>, <c>6 tháng 5 năm 2019</c>, <c>6 May</c>.</summary>
    private (FoundDate? Date, int Next) DayFirst(int i)
    {
        DateToken day = tokens[i];
        if (day.Length > 2 || day.Number is < 1 or > 31)
            return (null, i);
        int k = SkipOrdinal(i + 1);
        k = SkipJoiners(k, ".-,");
        (int month, int after) = MonthAt(k);
        if (month == 0)
            return (null, i);
        (int year, int end) = YearAfter(after);
        return (FoundDate.Make(day.Start, tokens[end - 1].End, year, month, day.Number, EarliestOf(tokens[end - 1])), end);
    }

    /// <summary><c>May 6, 2019</c>, <c>May 6</c>, <c>Sept. 6th, 2019</c>, <c>May 2019</c>.</summary>
    private (FoundDate? Date, int Next) MonthFirst(int i)
    {
        (int month, int k) = MonthAt(i);
        if (month == 0)
            return (null, i);
        int start = tokens[i].Start;
        k = SkipJoiners(k, ".-");
        if (k < tokens.Count && tokens[k].IsNumber)
        {
            DateToken number = tokens[k];
            if (number.Length == 4)
                return (FoundDate.Make(start, number.End, number.Number, month, 0, earliest), k + 1);
            if (number.Length <= 2 && number.Number is >= 1 and <= 31)
            {
                int after = SkipOrdinal(k + 1);
                (int year, int end) = YearAfter(after);
                return (FoundDate.Make(start, tokens[Math.Max(end, after) - 1].End, year, month, number.Number, tokens[Math.Max(end, after) - 1] is { IsNumber: true, Length: 2 } ? FoundDate.EarliestYear : earliest), Math.Max(end, after));
            }
        }

        return (null, i);
    }

    /// <summary><c>2019. május 6.</c>, <c>2019 m. gegužės 6 d.</c></summary>
    private (FoundDate? Date, int Next) YearFirst(int i)
    {
        DateToken year = tokens[i];
        if (year.Length != 4)
            return (null, i);
        int k = SkipJoiners(i + 1, ".-,/");
        (int month, int after) = MonthAt(k);
        if (month == 0)
            return (null, i);
        int d = SkipJoiners(after, ".-,/");
        if (d < tokens.Count && tokens[d] is { IsNumber: true, Length: <= 2 })
            return (FoundDate.Make(year.Start, tokens[d].End, year.Number, month, tokens[d].Number, earliest), d + 1);
        return (null, i);
    }

    /// <summary>A year behind day and month, or 0 and the place behind them. A number that begins a time of day is none.</summary>
    private (int Year, int End) YearAfter(int from)
    {
        int k = SkipJoiners(from, ".,-/'\u2019");
        if (k < tokens.Count && tokens[k].IsNumber && !(k + 1 < tokens.Count && tokens[k + 1].Sign == ':'))
        {
            DateToken year = tokens[k];
            if (year.Length == 4 && year.Number >= earliest && year.Number <= FoundDate.LatestYear)
                return (year.Number, k + 1);
            if (year.Length == 2 && k > 0 && tokens[k - 1].Sign is '\'' or '\u2019' or '-')
                return (OfTwoDigits(year.Number), k + 1);

            // "17 DEC 95" and "17 DEC 95 2140 GMT" close or open a line.
            if (year.Length == 2 && k == from && year.Number >= FoundDate.EarliestYear % 100 && (k + 1 >= tokens.Count || tokens[k + 1] is { IsNumber: true, Length: 4 }))
                return (OfTwoDigits(year.Number), k + 1);
        }

        return (0, from);
    }

    private int EarliestOf(DateToken year) => year is { IsNumber: true, Length: 2 } ? FoundDate.EarliestYear : earliest;

    private static int OfTwoDigits(int year) => year >= FoundDate.EarliestYear % 100 ? 1900 + year : 2000 + year;

    private int SkipOrdinal(int k) =>
        k > 0 && k < tokens.Count && tokens[k].Word is { } word && tokens[k - 1].End == tokens[k].Start && (own ?? calendars.All).IsOrdinal(word) ? k + 1 : k;

    private int SkipJoiners(int k, string signs)
    {
        int most = k + 3;
        while (k < tokens.Count && k < most)
        {
            DateToken token = tokens[k];
            if (token.Word is { } word ? !calendars.All.IsJoiner(word) : token.Sign == '\0' || !signs.Contains(token.Sign))
                break;
            k++;
        }

        return k;
    }

    /// <summary>The month named here, of one word or two, in the language of the text or else in any.</summary>
    private (int Month, int Next) MonthAt(int k)
    {
        if (k >= tokens.Count || tokens[k].Word is not { } word)
            return (0, k);
        if (calendars.All.IsNumberedMonth(word) && k + 1 < tokens.Count && tokens[k + 1] is { IsNumber: true, Number: >= 1 and <= 12 })
            return (tokens[k + 1].Number, k + 2);
        if (k + 1 < tokens.Count && tokens[k + 1].Word is { } next)
        {
            string pair = word + " " + next;
            int both = own?.Month(pair) is > 0 and int known ? known : calendars.All.Month(pair);
            if (both > 0)
                return (both, k + 2);
        }

        int month = own?.Month(word) is > 0 and int named ? named : calendars.All.Month(word);
        return (month, month > 0 ? k + 1 : k);
    }
}
