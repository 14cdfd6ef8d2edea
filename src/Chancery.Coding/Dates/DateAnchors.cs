using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Which way the words around a date look.</summary>
internal enum DateDirection : byte
{
    Untold,
    Past,
    Future,

    /// <summary>Ahead of a time gone by: "was expected to land on Friday", "said it would land on Friday".</summary>
    FutureOfPast,
}

/// <summary>What a date without a year leans on: the day of the report, and the time that the text told last.</summary>
internal sealed class DateAnchors(DateOnly? speech, bool narrative, bool isNews)
{
    private const int NearDays = 92;
    private const int MonthsAhead = 2;

    /// <summary>A day so shortly gone by is not told for that of next year without its year, whatever the verb: "the rules in force from 3 March" on the 9th.</summary>
    private const int JustGone = 31;
    private const int DaysOfYear = 12 * 31;

    /// <summary>The day of the dateline, else of publication; null when the copy has neither.</summary>
    public DateOnly? Speech { get; } = speech;

    /// <summary>The text tells a history: its dates lean on each other, not on the day of the report.</summary>
    public bool Narrative { get; } = narrative || speech is null;

    /// <summary>The date told last; null before the first.</summary>
    public Moment? Story { get; private set; }

    /// <summary>Which way the sentence looks, for the date at hand.</summary>
    public DateDirection Direction { get; set; }

    /// <summary>The verb of the date at hand tells what had been by then.</summary>
    public bool IsBeforeThen { get; set; }

    /// <summary>The date at hand is told from the day of the report: "last March".</summary>
    public bool CountsFromReport { get; set; }

    /// <summary>The date at hand stands before a noun that it describes.</summary>
    public bool Describes { get; set; }

    /// <summary>The number of the sentence at hand, counting those that tell a date.</summary>
    public int Sentence { get; set; }

    /// <summary>The date at hand opens its paragraph or heading.</summary>
    public bool OpensBlock { get; set; }

    /// <summary>"18:05 Talks fail": the day of an entry that opens with a time alone is the one that a heading told, else the report's; null elsewhere.</summary>
    public Moment? HeadingDay => !OpensBlock || Narrative || Speech is not { } day ? null : headed ?? Moment.Of(DateGrain.Day, day);

    private Moment? headed;

    private bool IsAhead => Direction is DateDirection.Future or DateDirection.FutureOfPast;

    /// <summary>News without a day of its own: whatever year it tells of in passing is not the one that "last year" counts from.</summary>
    public bool IsUndatedNews => Speech is null && isNews;

    private readonly HashSet<DateOnly> daysTold = [];

    private bool isDayLost;

    private bool isNews = isNews;

    // The sentence that last told a day after the report: "from tomorrow night into Friday".
    private int aheadOf = -1;
    private (Moment Year, int Sentence, bool Passing)? toldYear;

    // The last date that named its year, and the sentence that told it.
    private (int Year, int Month, int Sentence)? named;

    /// <summary>The day told last; without a value where a weekday was told last that nothing settles.</summary>
    public Moment? LastDay => isDayLost ? Moment.Vague(TimeKind.Date, "XXXX-XX-XX") : Last;

    /// <summary>The year told in this sentence or the last one that tells a date, in passing too; else where the story is.</summary>
    public Moment? LastYear => toldYear is { } told && told.Sentence >= Sentence - 1 ? told.Year : Last;

    /// <summary>The day told last that is not after the report; null for none.</summary>
    public Moment? Behind { get; private set; }

    /// <summary>Where the next date looks back to: the story's last date, in a report without one its own day.</summary>
    public Moment? Last => Story ?? (Speech is { } day ? Moment.Of(DateGrain.Day, day) : null);

    /// <param name="moment">What was told.</param>
    /// <param name="opening">It opens its sentence.</param>
    /// <param name="namesYear">Its words name the year.</param>
    /// <param name="isStart">It tells since when something goes on ("since 2014") or by when it is to be done ("by 1997"), which is no year that the next date is counted from.</param>
    /// <param name="describes">It stands before a noun that it describes: "a 1963 accord".</param>
    /// <param name="heads">It is the heading of what follows, or stands before its colon or dash.</param>
    public void Tell(Moment moment, bool opening, bool namesYear, bool isStart = false, bool describes = false, bool heads = false)
    {
        if (heads && moment is { Kind: TimeKind.Date or TimeKind.Time, Grain: DateGrain.Day, Start: { } of })
            headed = Moment.Of(DateGrain.Day, of);
        if (isStart && moment is { Kind: TimeKind.Date, Grain: DateGrain.Year } && (!Narrative || IsUndatedNews))
            return;
        if (namesYear && moment is { Start: { } day, Grain: < DateGrain.Year })
            named = (day.Year, day.Month, Sentence);
        if (moment is { Kind: TimeKind.Date, Grain: DateGrain.Year, Start: not null })
            toldYear = (moment, Sentence, describes && IsUndatedNews);
        if (moment is { Kind: TimeKind.Date or TimeKind.Time, Grain: DateGrain.Day, Start: { } told })
        {
            if (told > Speech)
                aheadOf = Sentence;
            else
                (Behind, _) = (moment, daysTold.Add(told));
        }

        isNews |= moment.Kind == TimeKind.Date && moment.Start is null && moment.Timex.StartsWith("XXXX-WXX-", StringComparison.Ordinal);
        isDayLost = moment.Kind == TimeKind.Date && (moment.Start is null ? isDayLost || moment.Timex.StartsWith("XXXX-WXX-", StringComparison.Ordinal) : isDayLost && moment.Grain > DateGrain.Day);
        if (moment.Start is not { } start || moment.Grain > DateGrain.Year || moment.Kind is not (TimeKind.Date or TimeKind.Time))
            return;

        // A bare year in passing ("by 1976") does not move a story that is told by months and days.
        // "his first trip since July 2011" in a list of what happened in 2013.
        bool passing = !opening && Story is { Grain: < DateGrain.Year } && (moment.Grain == DateGrain.Year || isStart && Narrative && moment.Grain == DateGrain.Month && namesYear);
        if (!passing && !(describes && moment.Grain == DateGrain.Year && IsUndatedNews))
            Story = moment;
    }

    /// <summary>Evaluates with the story set elsewhere: "October of that year".</summary>
    public T Within<T>(Moment container, Func<T> evaluate)
    {
        Moment? before = Story;
        (Story, Container) = (container, container);
        T result = evaluate();
        (Story, Container) = (before, null);
        return result;
    }

    /// <summary>The unit that a date is told to lie in, or null.</summary>
    public Moment? Container { get; private set; }

    /// <summary>The year of a month that is told without one; null when nothing supports any.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">The day of the month, or null.</param>
    public int? YearOf(int month, int? day)
    {
        if (Container?.Start is { } start)
            return start.Year;
        // A report without a day of its own that names days of the week is news: a year told further back is none of its own.
        if (IsUndatedNews && (Direction == DateDirection.Future || CountsFromReport || (toldYear is not { Passing: false } year || year.Sentence < Sentence - 1) && (named is not { } full || full.Sentence < Sentence - 1)))
            return null;
        // "The next meeting will be in June": a dated paper looks ahead from its own day, whatever years it recalls.
        if (Narrative && Story?.Start is { } last)
        {
            // A story that has come to the end of a year and tells of January has come to the next.
            bool fine = Story.Grain < DateGrain.Year;
            return fine && last.Month >= 11 && month <= last.Month - 9 ? last.Year + 1 : last.Year;
        }

        if (Speech is not { } now)
            return null;

        // Background told by full dates of another time goes on in that time; what lies ahead is none.
        if (!CountsFromReport && Direction != DateDirection.Future && named is { } other && other.Sentence >= Sentence - 1 && (other.Sentence == Sentence || month >= other.Month) && Math.Abs(other.Year - now.Year) > 1)
            return other.Year;
        if (day is null)
        {
            // "a bid for October elections" in September.
            if (Describes && Direction == DateDirection.Untold && !CountsFromReport && month - now.Month is > 0 and <= MonthsAhead)
                return now.Year;
            return IsAhead
                ? month >= now.Month ? now.Year : now.Year + 1
                : month <= now.Month ? now.Year : now.Year - 1;
        }

        int around = month * 31 + day.Value - (now.Month * 31 + now.Day);
        return Direction switch
        {
            DateDirection.Future or DateDirection.FutureOfPast => around < -JustGone ? now.Year + 1 : around > DaysOfYear - JustGone ? now.Year - 1 : now.Year,

            // A day shortly ahead beside a past verb ("he announced a strike effective 31 July") is nearer than that of the year before.
            DateDirection.Past => around <= NearDays ? now.Year : now.Year - 1,

            // Without a verb the nearest is meant.
            _ => around > 6 * 31 ? now.Year - 1 : around < -6 * 31 ? now.Year + 1 : now.Year,
        };
    }

    /// <summary>The day of a weekday by its name alone.</summary>
    /// <param name="weekday">1 for Monday.</param>
    /// <param name="week">Weeks from the present one, or null when the words do not say.</param>
    public DateOnly? DayOf(int weekday, int? week)
    {
        if (Container is { Grain: DateGrain.Week, Start: { } monday })
            return Moment.Add(monday, weekday - 1, DateGrain.Day);
        if ((Narrative ? Story?.SingleDay ?? (Story is null ? Speech : null) : Speech) is not { } now)
            return null;
        int today = Moment.DayOfWeek(now);
        int ahead = (weekday - today + 7) % 7;
        int behind = (today - weekday + 7) % 7;

        // "On Wednesday the storm turned; it was expected to land on Wednesday night": the day told before.
        if (week is null && !Narrative && Direction == DateDirection.FutureOfPast && behind > 0 && Moment.Add(now, -behind, DateGrain.Day) is { } last && daysTold.Contains(last))
            return last;
        long days = week switch
        {
            < 0 => (behind == 0 ? 7 : behind) * -1 + 7 * (week.Value + 1),
            0 => weekday > today && Direction == DateDirection.Past ? -behind : weekday - today,
            > 0 => weekday - today + 7 * week.Value,
            _ => (Narrative && Story is { } told && told.SingleDay != Speech) || IsAhead || (Direction == DateDirection.Untold && aheadOf == Sentence) ? ahead : -behind,
        };
        return Moment.Add(now, days, DateGrain.Day);
    }
}
