using Chancery.Model;
using Chancery.Record;
using Xunit;

namespace Chancery.Tests;

/// <summary>Lists read a page at a time are the lists read at once, whichever index they walk.</summary>
public sealed class RecordPageTests : IDisposable
{
    private static readonly string[] Filters =
    [
        "", "between:PRT,ISL", "between:JPN,KEN", "actor:PRT", "side:KEN", "actor:\"Japan minister\"", "type:CONSULT", "type:CONSULT,none", "text:treaties", "text:word7",
        "since:2012", "since:2011-01-20 until:2011-02", "until:2011-01", "dated:no", "dated:no actor:JPN", "-type:CONSULT", "report:r1", "sector:GOV since:2011", "actor:Nobody",
        "mode:visit", "mode:phone", "mode:visit,phone since:2011-02", "rule:consult", "rule:consult.meet", "rule:nothing", "place:reykjavik", "place:ISL,KEN", "place:Nowhere",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;

    public RecordPageTests()
    {
        store = RecordStore.Open(folder.File("record.db"), StoreAccess.Create);
        store.Add([.. Enumerable.Range(0, 40).Select(Report)]);
    }

    public static TheoryData<string> AllFilters => [.. Filters];

    [Theory]
    [MemberData(nameof(AllFilters))]
    public void Pages_of_events_are_the_whole_list_in_both_orders(string filter)
    {
        Filter asked = Filter.Parse(filter);
        foreach (EventOrder order in (EventOrder[])[EventOrder.Day, EventOrder.Newest])
        {
            EventRow[] whole = [.. store.Events(asked, order)];
            Assert.Equal(whole.Select(row => row.Key), Pages(mark => store.Events(asked, order, 3, mark), PageMark.Of).Select(row => row.Key));
            Assert.Equal(whole.Length, store.CountEvents(asked));
            Assert.Equal(Sorted(whole, order), whole.Select(row => row.Key));
        }
    }

    [Theory]
    [MemberData(nameof(AllFilters))]
    public void A_filter_finds_the_same_events_as_looking_at_each(string filter)
    {
        // The first term alone leads when it stands last and first; the same rows come either way.
        string[] terms = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string turned = filter.Contains('"', StringComparison.Ordinal) ? filter : string.Join(' ', terms.Reverse());
        Assert.Equal(store.Events(Filter.Parse(filter)).Select(row => row.Key), store.Events(Filter.Parse(turned + " -rule:nothing confidence:>=0")).Select(row => row.Key));
    }

    [Fact]
    public void Modes_rules_and_places_lead_to_the_events_that_have_them()
    {
        EventRow[] all = [.. store.Events(Filter.All)];
        string[] Ids(IEnumerable<EventRow> rows) => [.. rows.Select(row => row.Event.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(Ids(all.Where(row => row.Event.Modes.Contains("visit"))), Ids(store.Events(Filter.Parse("mode:visit"))));
        Assert.Equal(Ids(all.Where(row => row.Event.Evidence.Rule.ToString().StartsWith("statement", StringComparison.Ordinal))), Ids(store.Events(Filter.Parse("rule:statement"))));
        Assert.Equal(Ids(all.Where(row => row.Event.Place?.Country.ToString() == "KEN")), Ids(store.Events(Filter.Parse("place:KEN"))));
        Assert.Equal(Ids(all.Where(row => row.Event.Place?.Name == "Reykjavik")), Ids(store.Events(Filter.Parse("place:REYKJAVIK"))));
        Assert.Empty(store.Events(Filter.Parse("mode:bombard")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("speaker:PRT")]
    [InlineData("speaker:\"Japan minister\"")]
    [InlineData("speaker:Nobody")]
    [InlineData("since:2011-01-20")]
    [InlineData("text:treaties")]
    [InlineData("report:r1")]
    public void Pages_of_quotes_and_reports_are_the_whole_list(string filter)
    {
        Filter asked = Filter.Parse(filter);
        string[] quotes = [.. store.Quotes(asked).Select(row => row.Id)];
        Assert.Equal(quotes, Pages(mark => store.Quotes(asked, 3, mark), PageMark.Of).Select(row => row.Id));
        Assert.Equal(quotes.Length, store.CountQuotes(asked));
        if (filter.StartsWith("speaker", StringComparison.Ordinal))
            return;
        long[] reports = [.. store.Reports(asked).Select(row => row.Report.Key)];
        Assert.Equal(reports, Pages(mark => store.Reports(asked, 3, mark), PageMark.Of).Select(row => row.Report.Key));
        Assert.Equal(reports.Length, store.CountReports(asked));
    }

    [Fact]
    public void What_began_long_before_and_lasts_is_found_by_a_later_day()
    {
        Arrival wide = Report(90);
        EventMention lasting = wide.Reading.Events[0] with { Id = "evlasting", Date = new EventDate(PartialDate.Between(new DateOnly(1990, 1, 1), new DateOnly(2020, 1, 1)), null, "given") };
        store.Add([wide with { Reading = wide.Reading with { Events = [lasting] } }]);
        Assert.Equal(["evlasting"], store.Events(Filter.Parse("since:2019")).Select(row => row.Event.Id));
        Assert.Equal(1, store.CountEvents(Filter.Parse("since:2019 until:2021")));
    }

    [Theory]
    [InlineData("2019-05-06.12.0", true)]
    [InlineData(".12.3", true)]
    [InlineData("2019-13-06.12.0", false)]
    [InlineData("2019-05-06.-1.0", false)]
    [InlineData("x", false)]
    [InlineData(null, false)]
    public void A_mark_is_read_back_as_it_was_written_or_refused(string? text, bool good)
    {
        Assert.Equal(good, PageMark.TryParse(text, out PageMark mark));
        if (good)
            Assert.Equal(text, mark.ToString());
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    /// <summary>Reports of three months about two pairs of countries; every fifth event is undated, every seventh a month.</summary>
    private static Arrival Report(int number)
    {
        DateOnly day = new DateOnly(2011, 1, 1).AddDays(number * 17 % 90);
        (string source, string target) = number % 3 == 0 ? ("Japan", "Kenya") : ("Portugal", "Iceland");
        string text = RecordSamples.Text.Replace("treaties", number % 4 == 0 ? "bridges" : "treaties", StringComparison.Ordinal).Replace("an aide", $"aide word{number}", StringComparison.Ordinal);
        Arrival arrival = RecordSamples.Arrival($"r{number}.txt", text, id: $"r{number}", source: source, target: target);
        PartialDate date = number % 5 == 0 ? PartialDate.Unknown : number % 7 == 0 ? PartialDate.Month(day.Year, day.Month) : PartialDate.Day(day);
        Reading reading = arrival.Reading;
        return arrival with
        {
            Reading = reading with
            {
                Document = reading.Document with { Published = number % 6 == 0 ? null : new DatedBasis(PartialDate.Day(day), "given") },
                Events = [.. reading.Events.Select(item => item with { Date = new EventDate(date, null, "given") })],
            },
        };
    }

    private static List<T> Pages<T>(Func<PageMark?, IEnumerable<T>> page, Func<T, PageMark> markOf)
    {
        var all = new List<T>();
        PageMark? mark = null;
        while (true)
        {
            T[] rows = [.. page(mark)];
            if (rows.Length == 0)
                return all;
            all.AddRange(rows);

            // A mark goes through an address and comes back.
            Assert.True(PageMark.TryParse(markOf(rows[^1]).ToString(), out PageMark next));
            mark = next;
        }
    }

    private static IEnumerable<long> Sorted(EventRow[] rows, EventOrder order)
    {
        IOrderedEnumerable<EventRow> undatedLast = rows.OrderBy(row => PageMark.Of(row).Day.Length == 0);
        return (order == EventOrder.Day
            ? undatedLast.ThenBy(row => PageMark.Of(row).Day, StringComparer.Ordinal).ThenBy(row => row.Key)
            : undatedLast.ThenByDescending(row => PageMark.Of(row).Day, StringComparer.Ordinal).ThenByDescending(row => row.Key)).Select(row => row.Key);
    }
}
