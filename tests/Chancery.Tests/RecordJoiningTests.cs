using System.Collections.Immutable;
using Chancery.Model;
using Chancery.Record;
using Xunit;

namespace Chancery.Tests;

/// <summary>Which tellings are of one event, and what became of what was planned.</summary>
public sealed class RecordJoiningTests
{
    private static readonly DateOnly Day = new(2014, 9, 3);
    private long nextKey = 1;

    [Fact]
    public void Two_reports_of_one_visit_are_one_event_with_two_tellings()
    {
        Happening whole = Assert.Single(Happenings.Join([Visit(Day, "Oslo"), Visit(Day.AddDays(1), "Oslo")]));
        Assert.Equal(2, whole.Tellings.Length);
        Assert.Equal(2, whole.Independent);
    }

    [Fact]
    public void A_month_and_a_day_in_it_may_be_one_event() =>
        Assert.Single(Happenings.Join([Visit(PartialDate.Month(2014, 9)), Visit(Day, null)]));

    [Fact]
    public void Two_calls_two_years_apart_in_the_same_words_stay_two() =>
        Assert.Equal(2, Happenings.Join([Call(Day), Call(Day.AddYears(2))]).Length);

    [Fact]
    public void Two_strikes_on_one_day_in_two_cities_stay_two() =>
        Assert.Equal(2, Happenings.Join([Strike("Aden"), Strike("Taiz")]).Length);

    [Fact]
    public void A_call_and_a_visit_on_one_day_stay_two() =>
        Assert.Equal(2, Happenings.Join([Call(Day), Visit(Day, null)]).Length);

    [Fact]
    public void Two_ministers_of_one_country_are_two_meetings() =>
        Assert.Equal(2, Happenings.Join([Visit(Day, null, "Anna Berg"), Visit(Day, null, "Olav Lie")]).Length);

    [Fact]
    public void What_is_planned_is_no_telling_of_what_happened() =>
        Assert.Equal(2, Happenings.Join([Visit(Day, null), Visit(Day, null) with { Event = Visit(Day, null).Event with { Factuality = Factuality.Future } }]).Length);

    [Fact]
    public void Two_accusations_on_one_day_are_one_only_when_their_words_are_alike()
    {
        EventRow first = Accusation("Norway accused Chad of seizing a trawler off its northern coast");
        Assert.Single(Happenings.Join([first, Accusation("Seizing the trawler off the coast was Chad's doing, Norway accused")]));
        Assert.Equal(2, Happenings.Join([first, Accusation("Norway accused Chad of rigging the presidential election")]).Length);
    }

    [Fact]
    public void Undated_tellings_are_joined_only_between_near_copies()
    {
        EventRow undated = Row(EventType.Consult, "040", "Oslo", PartialDate.Unknown, "met the cabinet for dinner");
        Assert.Equal(2, Happenings.Join([undated, undated with { Key = nextKey++ }]).Length);
        EventRow copy = undated with { Report = undated.Report with { Likeness = 0x5a5a } };
        Happening whole = Assert.Single(Happenings.Join([copy, copy with { Key = nextKey++, Report = copy.Report with { Key = 99, Likeness = long.MinValue | 0x5a5aL } }]));
        Assert.Equal(1, whole.Independent);
    }

    [Fact]
    public void Every_mention_comes_back_in_exactly_one_happening_whatever_their_order()
    {
        EventRow[] rows = [Visit(Day, null), Call(Day), Strike("Aden"), Visit(Day.AddDays(1), null), Call(Day.AddYears(1)), Accusation("Norway accused Chad of seizing a trawler")];
        string[] forward = Shape(Happenings.Join(rows));
        Assert.Equal(rows.Length, Happenings.Join(rows).Sum(whole => whole.Tellings.Length));
        Assert.Equal(forward, Shape(Happenings.Join(rows.Reverse())));
    }

    [Fact]
    public void A_planned_visit_took_place_when_a_later_report_tells_it()
    {
        EventRow plan = Plan(Day, published: Day.AddDays(-5));
        Assert.Equal(OutcomeKind.TookPlace, OutcomeOf(plan, Published(Visit(Day, null), Day.AddDays(1))));
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, Published(Visit(Day.AddDays(-200), null), Day.AddDays(1))));
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan));
        EventRow visit = Published(Visit(Day, null), Day.AddDays(1));
        EventRow back = visit with { Event = visit.Event with { Actors = visit.Event.Recipients, Recipients = visit.Event.Actors } };
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, back));
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, Published(Visit(Day, null, "Olav Lie"), Day.AddDays(1))));
        EventRow refusal = Row(EventType.Reject, "128", "Oslo", PartialDate.Day(Day), "cancelled", "meet");
        Assert.Equal(OutcomeKind.Cancelled, OutcomeOf(plan, Published(refusal, Day)));
        EventRow delay = Published(refusal, Day.AddDays(-2)) with { Event = refusal.Event with { Evidence = new Evidence(default, new RuleId("reject.postpone")) } };
        Assert.Equal(OutcomeKind.Postponed, OutcomeOf(plan, delay));

        // A later plan says nothing of an earlier one: two visits may be planned.
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, Plan(Day.AddDays(60), Day)));

        // What is told last holds, and what took place was not put off.
        Assert.Equal(OutcomeKind.Cancelled, OutcomeOf(plan, delay, Published(refusal, Day)));
        Assert.Equal(OutcomeKind.TookPlace, OutcomeOf(plan, delay, Published(Visit(Day, null), Day.AddDays(1))));

        // A call is not the visit that was planned.
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, Published(Call(Day), Day.AddDays(1))));
    }

    [Fact]
    public void A_visit_that_nobody_is_said_to_put_off_is_put_off_all_the_same()
    {
        EventRow plan = Plan(Day, published: Day.AddDays(-5));
        EventRow named = Published(Plan(Day, Day.AddDays(-2)), Day.AddDays(-2));
        named = named with { Event = named.Event with { Trigger = new TextRange(20, 5) } };
        EventRow delay = Published(Row(EventType.Reject, "125", null, PartialDate.Day(Day.AddDays(-2)), "has been postponed", "meet"), Day.AddDays(-2));
        delay = delay with
        {
            Report = named.Report,
            Event = delay.Event with { Actors = [], About = new About("the visit", null, new TextRange(10, 20)), Evidence = new Evidence(default, new RuleId("reject.postpone-told")) },
        };
        Assert.Equal(OutcomeKind.Postponed, OutcomeOf(plan, named, delay));
        Assert.Equal(OutcomeKind.Postponed, OutcomeOf(named, delay));
        EventRow elsewhere = delay with { Event = delay.Event with { About = new About("the visit", null, new TextRange(40, 9)) } };
        Assert.Equal(OutcomeKind.NothingSeen, OutcomeOf(plan, named, elsewhere));
    }

    private static string[] Shape(ImmutableArray<Happening> all) =>
        [.. all.Select(whole => string.Join('+', whole.Tellings.Select(row => row.Key))).Order(StringComparer.Ordinal)];

    private static OutcomeKind OutcomeOf(EventRow plan, params EventRow[] others) => Outcomes.Of([plan, .. others]).First(row => row.Planned == plan).Kind;

    private static EventRow Published(EventRow row, DateOnly day) =>
        row with { Report = row.Report with { Published = new DatedBasis(PartialDate.Day(day), "given") } };

    private EventRow Plan(DateOnly day, DateOnly published)
    {
        EventRow row = Row(EventType.Agree, "036", null, PartialDate.Day(day), "will visit");
        return Published(row with { Event = row.Event with { Factuality = Factuality.Future } }, published);
    }

    private EventRow Visit(DateOnly day, string? place, string person = "Anna Berg") => Row(EventType.Consult, "042", place, PartialDate.Day(day), "visited", "visit", person);

    private EventRow Visit(PartialDate date) => Row(EventType.Consult, "042", null, date, "visited", "visit");

    private EventRow Call(DateOnly day) => Row(EventType.Consult, "041", null, PartialDate.Day(day), "spoke by telephone", "phone");

    private EventRow Strike(string place) => Row(EventType.Assault, "195", place, PartialDate.Day(Day), "jets bombed a depot in the city", "aerial");

    private EventRow Accusation(string words) => Row(EventType.Accuse, "112", null, PartialDate.Day(Day), words);

    private EventRow Row(EventType type, string cameo, string? place, PartialDate date, string words, string? mode = null, string person = "Anna Berg")
    {
        long key = nextKey++;
        return new EventRow
        {
            Key = key,
            Report = new ReportRow(key, $"r{key}", $"r{key}.txt", null, null, null, "en", "", "", 0),
            Event = new EventMention
            {
                Id = $"ev{key}",
                Type = type,
                Modes = mode is null ? [] : [mode],
                Cameo = cameo,
                Actors = [new Side(0, default)],
                Recipients = [new Side(1, default)],
                Date = new EventDate(date, null, "given"),
                Place = place is null ? null : new EventPlace(place, CountryCode.Parse("YEM"), new TextRange(0, 4)),
                Factuality = Factuality.Happened,
                Evidence = new Evidence(default, new RuleId($"rule{key}")),
                Trigger = default,
            },
            Entities =
            [
                new Entity { Id = "e1", Name = person, Kind = EntityKind.Person, Country = CountryCode.Parse("NOR") },
                new Entity { Id = "e2", Name = "Chad", Kind = EntityKind.State, Country = CountryCode.Parse("TCD") },
            ],
            Evidence = words,
            Trigger = type == EventType.Accuse ? "accused" : null,
        };
    }
}
