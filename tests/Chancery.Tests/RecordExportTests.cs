using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Chancery.Model;
using Chancery.Record;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests;

public sealed class RecordExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;

    public RecordExportTests()
    {
        store = RecordStore.Open(folder.File("record.db"), StoreAccess.Create);
        Arrival arrival = RecordSamples.Arrival();
        EventMention planned = arrival.Reading.Events[0] with
        {
            Id = "evplanned",
            Type = EventType.Agree,
            Factuality = Factuality.Future,
            Historical = false,
            Date = new EventDate(PartialDate.Month(2011, 5), "in May", "relative to publication"),
        };
        store.Add([arrival with { Reading = arrival.Reading with { Events = [.. arrival.Reading.Events, planned] } }]);
    }

    [Fact]
    public void Icews_has_its_twenty_columns_first_and_precision_and_basis_after_them()
    {
        using var text = new StringWriter();
        IcewsExport.Write(text, store.Events(Filter.Parse("type:CONSULT")), country => country.ToString());
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] head = lines[0].Split('\t');
        string[] row = lines[1].Split('\t');
        Assert.Equal(2, lines.Length);
        Assert.Equal("Longitude", head[19]);
        Assert.Equal(head.Length, row.Length);
        Assert.Equal(("2011-02-28", "PRT", "ISL", "042", "day", "weekday before dateline"), (row[1], row[4], row[10], row[6], row[20], row[22]));
    }

    [Fact]
    public void Plover_names_its_required_fields_and_leaves_statements_out()
    {
        ReadOnlyMemory<byte>[] lines = [.. PloverExport.Lines(store.Events(Filter.All))];
        Assert.Equal(2, lines.Length);
        using JsonDocument json = JsonDocument.Parse(lines[0]);
        Assert.All((string[])["id", "date", "actor", "event"], name => Assert.True(json.RootElement.TryGetProperty(name, out _), name));
        Assert.Equal("historical", json.RootElement.GetProperty("auxmode")[0].GetString());
    }

    [Fact]
    public void Graphml_has_an_edge_for_each_pair_between_nodes_that_are_there()
    {
        using var stream = new MemoryStream();
        GraphExport.Write(stream, store.Events(Filter.All));
        stream.Position = 0;
        XDocument graph = XDocument.Load(stream);
        XNamespace name = "http://graphml.graphdrawing.org/xmlns";
        HashSet<string> nodes = [.. graph.Descendants(name + "node").Select(node => node.Attribute("id")!.Value)];
        XElement[] edges = [.. graph.Descendants(name + "edge")];
        Assert.Equal(2, edges.Length);
        Assert.All(edges, edge => Assert.Contains(edge.Attribute("source")!.Value, nodes));
        Assert.All(edges, edge => Assert.Contains(edge.Attribute("target")!.Value, nodes));
        Assert.Equal("weekday before dateline", edges[0].Elements().First(data => data.Attribute("key")!.Value == "ebasis").Value);
    }

    [Fact]
    public void A_calendar_holds_planned_events_alone_in_folded_lines()
    {
        using var text = new StringWriter();
        CalendarExport.Write(text, store.Events(Filter.All));
        string calendar = text.ToString();
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length);
        Assert.Contains("DTSTART;VALUE=DATE:20110501\r\nDTEND;VALUE=DATE:20110601\r\n", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public void A_flat_table_opens_as_a_database_and_never_overwrites()
    {
        string path = folder.File("flat.db");
        FlatExport.Write(path, ["id", "basis"], store.Events(Filter.All).Select(row => ImmutableArray.Create(row.Event.Id, row.Event.Date.Basis)));
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM events WHERE basis = 'weekday before dateline'";
        Assert.Equal(1L, command.ExecuteScalar());
        Assert.Throws<StoreException>(() => FlatExport.Write(path, ["id"], []));
    }

    [Theory]
    [InlineData(CitationStyle.Chicago, "Lusa. “Minister in Reykjavik.” March 3, 2011 (dateline). reports/a.txt.")]
    [InlineData(CitationStyle.Apa, "Lusa. (2011, March 3). Minister in Reykjavik.")]
    [InlineData(CitationStyle.Bibtex, "  year = {2011},\n  month = {3},\n  day = {3},\n")]
    public void A_citation_names_outlet_title_date_and_basis(CitationStyle style, string part) =>
        Assert.Contains(part, Citations.Cite(store.Events(Filter.All).First().Report, style), StringComparison.Ordinal);

    [Theory]
    [InlineData(CitationStyle.Chicago)]
    [InlineData(CitationStyle.Bibtex)]
    public void Quotation_marks_within_cited_words_become_single(CitationStyle style) =>
        Assert.Contains("“She said: ‘We will sign’, and 'soon'”", Citations.Cite(store.Events(Filter.All).First().Report, style, "She said: “We will sign”, and \"soon\""), StringComparison.Ordinal);

    [Fact]
    public void A_series_keeps_empty_months_and_planned_events_apart()
    {
        ImmutableArray<SeriesRow> series = Series.Count(store.Events(Filter.All), SeriesStep.Month);
        Assert.Equal(["2011-02", "2011-03", "2011-04", "2011-05", ""], series.Select(row => row.Period));
        Assert.Equal([1, 0, 0, 0], series[0].Quads.AsEnumerable());
        Assert.Equal(4, series[0].ScoreMean);
        Assert.Equal(0, series[1].Reports);
        Assert.Equal((1, 0), (series[3].Planned, series[3].Quads.Sum()));
    }

    [Fact]
    public void A_methods_paragraph_counts_what_is_undated_and_planned()
    {
        var methods = new Methods();
        Assert.Equal(3, methods.Watch(store.Events(Filter.All), _ => true).Count());
        string text = methods.Describe(Filter.Parse("actor:PRT"), 1, 0, 0, "1.0");
        Assert.Contains("3 event mentions from 1 of 1 reports", text, StringComparison.Ordinal);
        Assert.Contains("1 have no date and 1 a date less exact than a day; 2 are told as planned", text, StringComparison.Ordinal);
        Assert.Contains("'actor:PRT'", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
