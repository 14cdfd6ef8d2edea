using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Extraction;

/// <summary>
/// The year of a text that never names it: an event told with day and month whose year is known, such as somebody's taking
/// office, lies within the twelve months before; a day of the week then agrees or not, and those who are named held their offices; nobody is written of in an office
/// that is not yet held; the text itself may tell the day in full, and a line with the copyright may name the year.
/// </summary>
internal static class YearOfText
{
    private const int Near = 160;
    private const int OpeningBlocks = 3;
    private const int WidestGap = 2;
    private const int FewestPersons = 3;

    /// <summary>How many years behind the newest office that begins the copy is taken to be at most.</summary>
    private const int LongestTerm = 6;

    /// <summary>The year in which the day and month of the dateline lie, or null where the text leaves more than one.</summary>
    /// <param name="dateline">The day and month.</param>
    /// <param name="text">The report.</param>
    /// <param name="body">Its paragraphs.</param>
    /// <param name="knowledge">Who held which office when.</param>
    /// <param name="language">The language of the text.</param>
    /// <param name="weekday">The day of the week that stands with the day; 0 for none.</param>
    /// <param name="isDocument">True for a document that place and day close: a news report that tells its own day with another year tells of an anniversary.</param>
    public static int? Find(FoundDate dateline, string text, IReadOnlyList<Block> body, KnowledgeBase knowledge, string? language, int weekday = 0, bool isDocument = false)
    {
        var persons = new HashSet<KnownEntity>();
        var matches = new List<PersonMatch>();
        HashSet<int> weekdays = [];
        HashSet<int> opening = weekday > 0 ? [weekday] : [];
        DateOnly? anchor = null;
        int earliest = FoundDate.EarliestPage;
        int inOffice = FoundDate.EarliestYear;
        int youngest = 0;
        int same = 0;
        for (int b = 0; b < body.Count; b++)
        {
            TextRange range = body[b].Range;
            matches.Clear();
            FindPersons(text, range, knowledge.Entities, matches);
            foreach (PersonMatch match in matches)
            {
                persons.Add(match.Person);
                if (match.FirstOffice is { } first)
                    (earliest, inOffice) = (Math.Max(earliest, first.Year), Math.Max(inOffice, first.Year));
            }

            foreach (FoundDate date in DateScan.Find(range.In(text), knowledge.Pages.Calendars, language))
            {
                if (date.HasYear && date.Day == dateline.Day && date.Month == dateline.Month)
                    same = Math.Max(same, date.Year);
                if (date.HasYear && date.Day > 0)
                    youngest = Math.Max(youngest, date.Year);
                else if (date.Day > 0 && (date.Day != dateline.Day || date.Month != dateline.Month))
                    anchor ??= AnchorOf(date, range.Start, matches);
            }

            if (b < OpeningBlocks && weekday == 0)
                AddWeekdays(range.In(text), knowledge.Pages.Calendars, language, weekdays);
            if (opening.Count == 0)
                opening.UnionWith(weekdays);
        }

        if (weekday > 0)
            weekdays.Add(weekday);

        // "Suva, 3 May" above "met on 2 and 3 May 1998": the day of a document that its text tells in full.
        if (isDocument && same > 0 && same == youngest && same >= earliest && (weekdays.Count == 0 || Agrees(dateline, same, weekdays)))
            return same;
        if (anchor is { } known)
        {
            int year = new DateOnly(known.Year, dateline.Month, Math.Min(dateline.Day, 28)) >= new DateOnly(known.Year, known.Month, Math.Min(known.Day, 28)) ? known.Year : known.Year + 1;
            return year >= earliest && (weekdays.Count == 0 || Agrees(dateline, year, weekdays)) ? year : null;
        }

        // "Copyright 1998": the year of the report where a day of the week that opens it agrees.
        if (weekdays.Count is 1 or 2 && Imprint.YearOf(text) is > 0 and var printed && printed >= Math.Max(earliest, youngest) && Agrees(dateline, printed, weekdays))
            return printed;

        // The paragraph that names a day of the week first names that of the report.
        if (opening.Count != 1)
            return null;

        // The youngest full date of a text is seldom older than the report by more than two years.
        int? only = null;
        int fitting = 0;
        for (int year = Math.Max(earliest, youngest); youngest > 0 && year <= youngest + WidestGap; year++)
        {
            if (!Agrees(dateline, year, opening))
                continue;
            fitting++;
            only = year;
        }

        return fitting == 1 ? only : ByOffices(dateline, opening, Math.Max(inOffice, youngest), persons);
    }

    /// <summary>The only year from some year on in which the day of the week agrees and the persons named, three at least, held an office; of more than three one may have left his before.</summary>
    private static int? ByOffices(FoundDate date, HashSet<int> weekdays, int earliest, HashSet<KnownEntity> persons)
    {
        int latest = earliest + LongestTerm;
        int? only = null;
        for (int year = earliest; persons.Count >= FewestPersons && year <= latest; year++)
        {
            if (!Agrees(date, year, weekdays))
                continue;
            var day = new DateOnly(year, date.Month, date.Day);
            int serving = persons.Count(person => person.Offices.Any(office => office.Span.From is { } from && from <= day && !(office.Span.To <= day)));
            if (serving < FewestPersons || persons.Count - serving > 1)
                continue;
            if (only is not null)
                return null;
            only = year;
        }

        return only;
    }

    private readonly record struct PersonMatch(TextRange Range, KnownEntity Person)
    {
        public DateOnly? FirstOffice => Person.Offices.Length == 0 ? null : Person.Offices.Min(office => office.Span.From);
    }

    private static void FindPersons(string text, TextRange range, KnownEntities entities, List<PersonMatch> persons)
    {
        var matches = new List<NameMatch>();
        entities.Match(range.In(text), matches);
        foreach (NameMatch match in matches)
        {
            ReadOnlySpan<NameCandidate> candidates = entities.Candidates(match.Name);
            if (match.Words < 2 || candidates.Length != 1 || !candidates[0].IsEntity || entities[candidates[0].Index] is not { Kind: EntityKind.Person } person)
                continue;
            persons.Add(new PersonMatch(new TextRange(range.Start + match.Start, match.Length), person));
        }
    }

    /// <summary>The day with its year when a person named beside it took or left an office on that day and month.</summary>
    private static DateOnly? AnchorOf(FoundDate date, int offset, List<PersonMatch> persons)
    {
        int at = offset + date.Range.Start;
        foreach (PersonMatch match in persons)
        {
            if (Math.Abs(match.Range.Start - at) > Near)
                continue;
            foreach (Office office in match.Person.Offices)
            {
                foreach (DateOnly? end in (ReadOnlySpan<DateOnly?>)[office.Span.From, office.Span.To])
                {
                    if (end is { } day && day.Month == date.Month && day.Day == date.Day && !(day.Day == 1 && day.Month == 1))
                        return day;
                }
            }
        }

        return null;
    }

    private static void AddWeekdays(ReadOnlySpan<char> text, Calendars calendars, string? language, HashSet<int> weekdays)
    {
        CalendarWords words = calendars.Of(language) ?? calendars.All;
        foreach (LineWord word in LineWord.Of(text, 400))
        {
            if (word.Text.Length > 4 && words.Weekday(word.Text) is > 0 and int weekday)
                weekdays.Add(weekday);
        }
    }

    /// <summary>True when the day of the dateline is a day of the week that the text names.</summary>
    private static bool Agrees(FoundDate date, int year, HashSet<int> weekdays)
    {
        if (date.Day > DateTime.DaysInMonth(year, date.Month))
            return false;
        var day = new DateOnly(year, date.Month, date.Day);
        return weekdays.Contains(Iso(day.DayOfWeek));
    }

    private static int Iso(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;
}
