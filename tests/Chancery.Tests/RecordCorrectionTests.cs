using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Record;
using Xunit;

namespace Chancery.Tests;

/// <summary>What people set right: every list sees it, a new reading keeps it, and undoing brings back what was read.</summary>
public sealed class RecordCorrectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;
    private readonly Arrival arrival = RecordSamples.Arrival();
    private readonly string id;

    public RecordCorrectionTests()
    {
        store = RecordStore.Open(folder.File("record.db"), StoreAccess.Create);
        store.Add([arrival, RecordSamples.Arrival("reports/b.txt", RecordSamples.Text.Replace("Monday", "Sunday", StringComparison.Ordinal))]);
        id = arrival.Reading.Events[0].Id;
    }

    [Theory]
    [InlineData("type", "ASSAULT", "type:ASSAULT quad:4 -mode:visit")]
    [InlineData("type", "none", "type:none")]
    [InlineData("mode", "phone", "mode:phone")]
    [InlineData("context", "military, legal", "context:legal")]
    [InlineData("cameo", "041", "cameo:041")]
    [InlineData("score", "-2.5", "score:<-2")]
    [InlineData("goldstein", "7", "goldstein:>6.5")]
    [InlineData("date", "2013-04", "since:2013-04 until:2013-05")]
    [InlineData("date", "2013-04-05..2013-04-09", "since:2013-04-08 until:2013-04-08")]
    [InlineData("date", "unknown", "dated:no mode:visit")]
    [InlineData("place", "Bergen, NOR", "place:NOR")]
    [InlineData("factuality", "negated", "factuality:negated")]
    [InlineData("historical", "no", "historical:no mode:visit")]
    [InlineData("recipient", "Portugal minister", "recipient:PRT")]
    [InlineData("actor", "e2; e1", "actor:ISL")]
    [InlineData("actor", "none", "mode:visit -actor:PRT")]
    public void An_edit_changes_what_filters_find_until_it_is_undone(string field, string value, string filter)
    {
        Assert.DoesNotContain(Found(filter), found => found == id);
        string before = RecordSamples.Json(Load());
        Correct(CorrectionKind.Edit, id, field, value);
        Assert.Contains(Found(filter), found => found == id);
        Assert.NotEmpty(store.OriginalsOf(id));
        Assert.True(store.UndoCorrection(1));
        Assert.DoesNotContain(Found(filter), found => found == id);
        Assert.Equal(before, RecordSamples.Json(Load()));
        Assert.Empty(store.OriginalsOf(id));
    }

    [Theory]
    [InlineData("mode", "visit", null)]
    [InlineData("mode", "none", null)]
    [InlineData("mode", "visit, bombard", "'bombard' is no mode of CONSULT; there are ")]
    [InlineData("context", "military, legal", null)]
    [InlineData("context", "sports", "'sports' is no context; there are ")]
    [InlineData("cameo", "042", null)]
    [InlineData("cameo", "999", "'999' is no CAMEO code")]
    public void An_edit_takes_the_words_of_the_schemes_alone(string field, string value, string? complaint)
    {
        Ontology ontology = TestKnowledge.All.Ontology;
        var scheme = new SchemeWords(ontology.ModesOf, ontology.Contexts, ontology.IsCameo);
        var edit = new Correction(0, CorrectionKind.Edit, id, field, value, null, "2026-01-01T00:00:00Z");
        Exception? thrown = Xunit.Record.Exception(() => store.Correct(edit, scheme));
        if (complaint is null)
            Assert.Null(thrown);
        else
            Assert.StartsWith(complaint, Assert.IsType<CorrectionException>(thrown).Message, StringComparison.Ordinal);
        Assert.Equal(complaint is null ? 1 : 0, store.CorrectionsOf(id).Length);
    }

    [Fact]
    public void Edits_and_merges_survive_a_new_reading_and_are_undone_one_by_one()
    {
        Correct(CorrectionKind.Edit, id, "date", "2013");
        Correct(CorrectionKind.Edit, id, "date", "2014-02-03");
        Correct(CorrectionKind.Merge, "Iceland", null, "Republic of Iceland");
        store.Add([RecordSamples.Arrival(knowledge: "2026.2+bbbb")]);
        Assert.Equal("2014-02-03", Event().Date.Date.ToString());
        Assert.Contains(Load().Entities, entity => entity.Name == "Republic of Iceland");
        Assert.True(store.UndoCorrection(2));
        Assert.Equal("2013", Event().Date.Date.ToString());
        Assert.True(store.UndoCorrection(1));
        Assert.Equal("2011-02-28", Event().Date.Date.ToString());
        Assert.True(store.UndoCorrection(3));
        Assert.Contains(Load().Entities, entity => entity.Name == "Iceland");
        Assert.Equal(RecordSamples.Json(RecordSamples.Arrival(knowledge: "2026.2+bbbb").Reading), RecordSamples.Json(Load()));
    }

    [Fact]
    public void A_merge_gives_the_country_too_and_holds_for_reports_still_to_come()
    {
        store.Add([RecordSamples.Arrival("c.txt", RecordSamples.Text.Replace("two", "six", StringComparison.Ordinal), target: "Kenya")]);
        Correct(CorrectionKind.Merge, "Iceland", null, "Kenya");
        Assert.Equal(3, Found("between:PRT,KEN").Length);
        Assert.Empty(Found("recipient:ISL"));
        store.Add([RecordSamples.Arrival("d.txt", RecordSamples.Text.Replace("two", "ten", StringComparison.Ordinal))]);
        Assert.Equal(4, Found("between:PRT,KEN").Length);
        Assert.Contains(store.Actors(store.MeaningOf("Kenya")), row => row.Name == "Kenya" && row.Reports == 4);
        Assert.True(store.UndoCorrection(1));
        Assert.Single(Found("between:PRT,KEN"));
        Assert.Equal(3, Found("between:PRT,ISL").Length);
    }

    [Fact]
    public void A_split_takes_one_report_out_from_under_a_name()
    {
        string report = arrival.Reading.Document.Id;
        Correct(CorrectionKind.Split, "Portugal minister", report, "Portugal minister (of fisheries)");
        Assert.Equal(2, Found("actor:\"Portugal minister (of fisheries)\"").Length);
        Assert.Equal(2, Found("actor:\"Portugal minister\"").Length);
        QuoteRow quote = Assert.Single(store.Quotes(Filter.Parse("speaker:\"Portugal minister (of fisheries)\"")));
        Assert.Equal(report, quote.Report.Id);
        Assert.True(store.UndoCorrection(1));
        Assert.Equal(4, Found("actor:\"Portugal minister\"").Length);
    }

    [Theory]
    [InlineData(CorrectionKind.Edit, "ev", "date", "2019-13")]
    [InlineData(CorrectionKind.Edit, "ev", "colour", "red")]
    [InlineData(CorrectionKind.Edit, "ev", "type", "PICNIC")]
    [InlineData(CorrectionKind.Edit, "ev", "actor", "Nobody")]
    [InlineData(CorrectionKind.Edit, "evnone", "date", "2019")]
    [InlineData(CorrectionKind.Merge, "Nobody", null, "Iceland")]
    [InlineData(CorrectionKind.Merge, "Iceland", null, "Iceland")]
    [InlineData(CorrectionKind.Split, "Iceland", "no such report", "Iceland (the shop)")]
    public void What_cannot_be_set_right_is_refused_with_a_reason_and_nothing_is_kept(CorrectionKind kind, string target, string? field, string value)
    {
        Assert.NotEqual("", Assert.Throws<CorrectionException>(() => Correct(kind, target == "ev" ? id : target, field, value)).Message);
        Assert.Empty(store.CorrectionsOf(null));
    }

    [Fact]
    public void Forgetting_a_report_leaves_nothing_of_its_names_and_corrections()
    {
        Correct(CorrectionKind.Edit, id, "place", "Bergen, NOR");
        store.Forget([.. store.FindReports("reports/a.txt").Select(report => report.Key), .. store.FindReports("reports/b.txt").Select(report => report.Key)]);
        Assert.Empty(store.CorrectionsOf(null));
        Assert.Empty(store.Actors(null));
        Assert.True(store.MeaningOf("Portugal minister").IsNothing);
    }

    [Fact]
    public void Actors_have_a_row_for_each_office_with_the_names_that_reports_use()
    {
        ActorRow row = Assert.Single(store.Actors(store.MeaningOf("Portugal minister")));
        Assert.Equal(("foreign minister", 2, EntityKind.Person), (row.Office, row.Reports, row.Kind));
        Assert.Equal((new DateOnly(2011, 3, 3), new DateOnly(2011, 3, 3)), (row.First, row.Last));
        Assert.Equal(["Portugal's foreign minister"], row.Aliases.AsEnumerable());
        Assert.Equal(["GOV"], row.Sectors.AsEnumerable());
        Assert.Equal(2, store.Actors(null).Count());
        Assert.Single(store.Actors(null, limit: 1));
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private void Correct(CorrectionKind kind, string target, string? field, string? value) =>
        store.Correct(new Correction(0, kind, target, field, value, null, "2026-01-01T00:00:00Z"));

    private string[] Found(string filter) => [.. store.Events(Filter.Parse(filter)).Select(row => row.Event.Id)];

    private Reading Load() => store.Load(1)!.Reading;

    private EventMention Event() => Load().Events.First(item => item.Id == id);
}
