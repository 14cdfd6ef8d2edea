using System.Globalization;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Values matches: runs the formula of a form over what its slots hold.</summary>
internal sealed class DateResolver(DateAnchors anchors)
{
    private const int DaysOfNews = 31;

    /// <summary>What a check of the words found wrong in the last match, or null.</summary>
    public string? Contradiction { get; private set; }

    public DateTerm Resolve(DateMatch match)
    {
        Contradiction = null;
        return Evaluate(match.Form.Meaning, match);
    }

    private DateTerm Evaluate(DateFormula formula, DateMatch match)
    {
        switch (formula.Kind)
        {
            case DateFormulaKind.Number:
                return DateTerm.Of(formula.Number);
            case DateFormulaKind.Symbol:
                return new DateTerm { Symbol = formula.Name };
            case DateFormulaKind.Slot:
                return match.Slot(formula.Name) switch
                {
                    null => default,
                    { Match: { } inner } => Evaluate(inner.Form.Meaning, inner),
                    { Number: { } number } => DateTerm.Of(number),
                    { } slot => decimal.TryParse(slot.Symbol, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                        ? DateTerm.Of(number)
                        : new DateTerm { Symbol = slot.Symbol },
                };
            default:
                return Call(formula, match);
        }
    }

    private DateTerm Call(DateFormula call, DateMatch match)
    {
        // What lies within another unit is evaluated leaning on that unit.
        if (call.Name == "within")
        {
            DateTerm container = Evaluate(call.Arguments[0], match);
            return container.Moment is { } unit ? anchors.Within(unit, () => Evaluate(call.Arguments[1], match)) : default;
        }

        if (call.Name == "lean")
        {
            DateDirection before = anchors.Direction;
            anchors.Direction = Evaluate(call.Arguments[0], match).Count < 0 ? DateDirection.Past : DateDirection.Future;
            anchors.CountsFromReport = true;
            DateTerm leaning = Evaluate(call.Arguments[1], match);
            anchors.Direction = before;
            anchors.CountsFromReport = false;
            return leaning;
        }

        if (call.Name == "pair")
        {
            DateTerm a = Evaluate(call.Arguments[1], match), b = Evaluate(call.Arguments[2], match);
            return a.Impossible || b.Impossible
                ? new DateTerm { Impossible = true }
                : new DateTerm { Moment = a.Moment, Second = b.Moment, Between = match.Slot(call.Arguments[0].Name) };
        }

        DateTerm first = Argument(0), second = Argument(1), third = Argument(2), fourth = Argument(3);
        if (first.Impossible || second.Impossible || third.Impossible)
            return new DateTerm { Impossible = true };
        return call.Name switch
        {
            "add" => Arithmetic(first, second, 1),
            "subtract" => Arithmetic(first, second, -1),
            "multiply" => first.Count is { } x && second.Count is { } y && Math.Abs((long)x * y) <= 1_000_000 ? DateTerm.Of(x * y) : default,
            "date" => DateFunctions.Date(anchors, YearOf(first), second.Count, third.Count),
            "solar" => DateFunctions.Solar(first.Count, second.Count, third.Count),
            "monthday" => DateFunctions.MonthDay(anchors, first.Count, second.Moment),
            "season" => DateFunctions.Season(anchors, first.Symbol, second.Moment),
            "quarter" => DateFunctions.PartOfYear(anchors, first.Count, second.Moment, 3),
            "half" => DateFunctions.PartOfYear(anchors, first.Count, second.Moment, 6),
            "decade" => Unit(first, DateGrain.Decade, 10),
            "century" => Unit(first, DateGrain.Century, 100),
            "shortyear" => DateFunctions.ShortYear(first.Count, second.Moment),
            "era" => first.Count is { } before ? DateTerm.Of(Moment.Vague(TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"BC{before:0000}"))) : default,
            "weekday" => Weekday(first.Count, second.Count),
            "check" => Check(first.Count, second),
            "feast" => DateFunctions.Feast(anchors, first.Count, second.Moment),
            "speech" => DateTerm.Of(anchors is { Narrative: false, Speech: { } day } ? Moment.Of(DateGrain.Day, day) : Moment.Vague(TimeKind.Date, "PRESENT_REF")),
            "story" => DateTerm.Of(anchors.LastDay),
            "same" => Same(first.Symbol),
            "unit" => DateFunctions.Shift(Now(), second.Count - (IsWeekendBehind(first.Symbol, second.Count) ? 1 : 0), first.Symbol),
            "shift" => NotAhead(call.Arguments[0], second.Count, DateFunctions.Shift(FromReport(call.Arguments[0]) ?? FromNews(call.Arguments[0], second.Count, third.Symbol) ?? first.Moment, second.Count, third.Symbol, anchors.Direction == DateDirection.Past), third.Symbol),
            "move" => DateFunctions.Move(first.Moment, second.Count, third.Symbol),
            "nth" => DateFunctions.Nth(first.Count, second.Symbol, third.Moment),
            "part" => DateFunctions.At(anchors, OnThatDay(call.Arguments[0], first.Moment) ?? NotToCome(), "T" + second.Symbol),
            "clock" => DateFunctions.Clock(first.Count, second.Count, third.Symbol, fourth.Symbol),
            "clock24" => DateFunctions.Clock(first.Count / 100, first.Count % 100, null, second.Symbol),
            "at" => DateFunctions.At(anchors, first.Moment, second.Moment?.Clock ?? ""),
            "duration" => DateFunctions.Duration(first.Number, second.Symbol),
            "present" => anchors is { Narrative: true, IsUndatedNews: false } ? Same(first.Symbol) : DateFunctions.Shift(Now(), 0, first.Symbol),
            "setday" => DateTerm.Of(Moment.Vague(TimeKind.Set, $"XXXX-WXX-{first.Count}")),
            "set" => DateFunctions.Set(first.Symbol),
            "ref" => DateTerm.Of(Moment.Vague(TimeKind.Date, first.Symbol + "_REF")),
            _ => default,
        };

        DateTerm Argument(int index) => index < call.Arguments.Length ? Evaluate(call.Arguments[index], match) : default;
    }

    // "yesterday" counts from the day of the report, whatever history it goes on to tell.
    private Moment? FromReport(DateFormula from) =>
        from is { Kind: DateFormulaKind.Call, Name: "speech" } && anchors.Speech is { } day ? Moment.Of(DateGrain.Day, day) : null;

    // "Three days earlier he resigned", at the head of a paragraph behind "in the vote of last May": counted from the day that the news told last.
    private Moment? FromNews(DateFormula from, int? count, string? unit) =>
        count < 0 && from is { Kind: DateFormulaKind.Call, Name: "story" } && anchors is { Narrative: false, OpensBlock: true, IsBeforeThen: false, Speech: { } day, Behind: { Start: { } told } behind } && anchors.LastDay is { Grain: DateGrain.Month or DateGrain.Year }
            && DateFunctions.GrainOf(unit) == DateGrain.Day && told.AddDays(DaysOfNews) >= day ? behind : null;

    // "Two months later he resigned": with nothing told to count from but the report itself, what is behind it has no day.
    private DateTerm NotAhead(DateFormula from, int? count, DateTerm counted, string? unit) =>
        count > 0 && anchors is { Narrative: false, Story: null, Direction: DateDirection.Past, Speech: { } day } && from is { Kind: DateFormulaKind.Call, Name: "story" } && counted.Moment is { Grain: DateGrain.Month or DateGrain.Year } moment && moment.Start > day
            && DateFunctions.Set(unit).Moment is { } open ? DateTerm.Of(open with { Kind = TimeKind.Date }) : counted;

    // "last week he said … That evening": the evening of the day told before the week; in news none of long ago.
    private Moment? OnThatDay(DateFormula of, Moment? told)
    {
        if (of is not { Kind: DateFormulaKind.Call, Name: "same" } || anchors is not { Narrative: false, Speech: { } day })
            return told;
        Moment? meant = told is { Start: not null, Grain: DateGrain.Day } ? told : anchors.Behind ?? told;
        return meant?.Start is { } start && start.AddDays(DaysOfNews) < day ? Moment.Vague(TimeKind.Date, "XXXX-XX-XX") : meant;
    }

    // "The ban will be lifted on 1 May. In the evening the guests left": what happened is of no day to come.
    private Moment? NotToCome() =>
        anchors is { Narrative: false, Direction: DateDirection.Past, Speech: { } day, Behind: { } behind } && anchors.LastDay?.Start > day ? behind : null;

    // Where "last year" and "two years ago" count from: in a history the time told last.
    private Moment Now() =>
        anchors.IsUndatedNews ? new Moment()
        : anchors.Narrative && anchors.Story is { } story ? story
        : anchors.Speech is { } day ? Moment.Of(DateGrain.Day, day)
        : new Moment();

    // "the race was held this weekend", told before Saturday, means the last one.
    private bool IsWeekendBehind(string? unit, int? count) =>
        count == 0 && DateFunctions.GrainOf(unit) == DateGrain.Weekend && anchors is { Narrative: false, Direction: DateDirection.Past, Speech: { } day } && Moment.DayOfWeek(day) < 6;

    // A year is a number, or a moment whose year is meant ("July this year").
    private static int? YearOf(DateTerm term) => term.Count ?? term.Moment?.Start?.Year;

    private static DateTerm Arithmetic(DateTerm left, DateTerm right, int sign) =>
        left.Number is { } a && right.Number is { } b && Math.Abs(a) < 10_000_000 && Math.Abs(b) < 10_000_000 ? DateTerm.Of(a + sign * b) : default;

    private static DateTerm Unit(DateTerm year, DateGrain grain, int width) =>
        year.Count is { } first && first >= width && first < 9900 ? DateTerm.Of(Moment.Of(grain, new DateOnly(first, 1, 1))) : new DateTerm { Impossible = true };

    private DateTerm Weekday(int? weekday, int? week)
    {
        if (weekday is not { } name)
            return default;
        return anchors.DayOf(name, week) is { } day
            ? DateTerm.Of(Moment.Of(DateGrain.Day, day))
            : DateTerm.Of(Moment.Vague(TimeKind.Date, $"XXXX-WXX-{name}"));
    }

    // A weekday beside a full date: the date is taken, a weekday that does not fit is told.
    private DateTerm Check(int? weekday, DateTerm date)
    {
        if (weekday is { } name && date.Moment?.SingleDay is { } day && Moment.DayOfWeek(day) != name)
            Contradiction = $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is no such weekday; the date was taken";
        return date;
    }

    // "the same month": the unit that holds what was told last; "the same day" is none where only a year was told.
    private DateTerm Same(string? unit)
    {
        if (DateFunctions.GrainOf(unit) is not { } grain || (grain == DateGrain.Year ? anchors.LastYear : anchors.Last) is not { Start: { } start } last)
            return default;
        // "will appear on 5 April. … was held on the same day": what happened is of no day to come.
        if (grain == DateGrain.Day && anchors is { Narrative: false, Direction: DateDirection.Past or DateDirection.Untold, Speech: { } now, Behind: { Start: { } behind } told } && start > now)
            (start, last) = (behind, told);

        // "was received on 3 May. … signed in 2017. On the same day …": of the day of the news told before, and not of a month long gone.
        if (grain == DateGrain.Day && last.Grain > DateGrain.Day && anchors is { Narrative: false, Speech: { } report, Behind: { Grain: DateGrain.Day, Start: { } news } day } && news.AddDays(DaysOfNews) >= report && start < news.AddDays(-DaysOfNews))
            return DateTerm.Of(day);
        if (grain == DateGrain.Day && (last.Grain > DateGrain.Month || anchors.LastDay is { Start: null }))
            return DateTerm.Of(Moment.Vague(TimeKind.Date, "XXXX-XX-XX"));
        return last.Grain > grain
            ? DateTerm.Of(last)
            : DateTerm.Of(Moment.Of(grain, start));
    }
}
