using Chancery.Record;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Chancery.Tests;

public sealed class RecordFilterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("actor:PRT", 2)]
    [InlineData("actor:Portugal", 2)]
    [InlineData("recipient:Iceland", 1)]
    [InlineData("recipient:PRT", 0)]
    [InlineData("between:ISL,PRT", 1)]
    [InlineData("actor:\"Portugal minister\"", 2)]
    [InlineData("side:minister type:CONSULT", 1)]
    [InlineData("sector:GOV", 2)]
    [InlineData("type:CONSULT,AGREE", 1)]
    [InlineData("-type:CONSULT", 1)]
    [InlineData("type:none", 1)]
    [InlineData("mode:visit context:economic", 1)]
    [InlineData("cameo:04", 1)]
    [InlineData("cameo:05", 0)]
    [InlineData("quad:1", 1)]
    [InlineData("since:2011-02-28 until:2011-02-28", 1)]
    [InlineData("since:2011-03", 0)]
    [InlineData("until:2010", 0)]
    [InlineData("dated:no", 1)]
    [InlineData("factuality:future", 1)]
    [InlineData("historical:yes", 1)]
    [InlineData("outlet:lusa", 2)]
    [InlineData("source:aide", 1)]
    [InlineData("place:Reykjavik", 1)]
    [InlineData("agreement:\"in force\" field:trade", 1)]
    [InlineData("confidence:>0.7", 1)]
    [InlineData("confidence:>=0.8", 0)]
    [InlineData("published:2011-03", 2)]
    [InlineData("published:<2011", 0)]
    [InlineData("text:\"two treaties\"", 2)]
    [InlineData("text:\"treaties two\"", 0)]
    [InlineData("treaties", 2)]
    [InlineData("text:more", 0)]
    [InlineData("report:reports/a.txt", 2)]
    [InlineData("rule:consult", 1)]
    [InlineData("outlet:\"' OR 1=1 --\"", 0)]
    [InlineData("text:\"\\\" OR body NOT *\"", 0)]
    public void A_filter_finds_what_it_asks_for(string filter, int events)
    {
        using RecordStore store = RecordStore.Open(folder.File("f.db"), StoreAccess.Create);
        store.Add([RecordSamples.Arrival()]);
        Assert.Equal(events, store.Events(Filter.Parse(filter)).Count());
    }

    [Theory]
    [InlineData("text:treaties", 1)]
    [InlineData("text:\"Two Treaties\"", 1)]
    [InlineData("text:\"treaties two\"", 0)]
    [InlineData("text:treat", 0)]
    [InlineData("text:minister", 0)]
    [InlineData("-text:treaties", 0)]
    [InlineData("text:treaties,minister speaker:PRT", 1)]
    [InlineData("text:\"\\\" OR words NOT *\"", 0)]
    public void A_filter_finds_quotes_by_their_words(string filter, int quotes)
    {
        using RecordStore store = RecordStore.Open(folder.File("q.db"), StoreAccess.Create);
        store.Add([RecordSamples.Arrival(knowledge: "2025.9+old")]);
        store.Add([RecordSamples.Arrival()]);
        Assert.Equal(quotes, store.Quotes(Filter.Parse(filter)).Count());
        Assert.Equal(quotes, store.CountQuotes(Filter.Parse(filter)));
        store.Forget([1]);
        Assert.Empty(store.Quotes(Filter.Parse(filter)));
    }

    [Theory]
    [InlineData("type:CONSLT", 5)]
    [InlineData("actor:PRT typo:x", 10)]
    [InlineData("since:2019-13", 6)]
    [InlineData("since:2019-02-30", 6)]
    [InlineData("text:\"open", 5)]
    [InlineData("actor:", 6)]
    [InlineData("actor:PRT -", 10)]
    [InlineData("type:>CONSULT", 5)]
    [InlineData("between:RUS", 0)]
    [InlineData("confidence:>high", 12)]
    public void A_broken_filter_says_where(string filter, int position) =>
        Assert.Equal(position, Assert.Throws<FilterException>(() => Filter.Parse(filter)).Position);

    [Fact]
    public void Any_text_is_a_filter_or_breaks_the_grammar_at_a_place_in_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
        {
            string given = text ?? "";
            try
            {
                Filter filter = Filter.Parse(given);
                return Filter.Parse(filter.ToString()).ToString() == filter.ToString();
            }
            catch (FilterException error)
            {
                return error.Position >= 0 && error.Position <= given.Length;
            }
        }));

    public void Dispose() => folder.Dispose();
}
