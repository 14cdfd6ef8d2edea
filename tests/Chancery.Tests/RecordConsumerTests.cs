using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Chancery.Model;
using Chancery.Record;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Tests;

/// <summary>Each export, written by the program into a file, is opened by a reader that is not ours or knows the format's own rules alone.</summary>
public sealed partial class RecordConsumerTests : IDisposable
{
    /// <summary>The columns that scripts for ICEWS ask for, in its order.</summary>
    private static readonly string[] Icews =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
        "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    private const string Nasty = "Commas, \"quotes\"; {braces}, 100 % \\ & Überläufer\tund\nmehr";
    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public RecordConsumerTests()
    {
        path = folder.File("record.db");
        using RecordStore store = RecordStore.Open(path, StoreAccess.Create);
        Arrival arrival = RecordSamples.Arrival();
        Reading reading = arrival.Reading;
        EventMention planned = reading.Events[0] with
        {
            Id = "evplanned",
            Type = EventType.Agree,
            Factuality = Factuality.Future,
            Date = new EventDate(PartialDate.Month(2011, 5), "in May", "relative; to publication, by month"),
            Place = new EventPlace("São Tomé; old town, harbour", CountryCode.Parse("STP"), new TextRange(1, 3)),
        };
        store.Add(
        [
            arrival with
            {
                Reading = reading with
                {
                    Document = reading.Document with { Title = Nasty, Outlet = "Lusa & Söhne" },
                    Entities = [reading.Entities[0] with { Name = Nasty }, reading.Entities[1] with { Name = "Russia", Country = CountryCode.Parse("RUS") }],
                    Events = [.. reading.Events, planned],
                },
            },
        ]);
    }

    [Fact]
    public void A_CSV_reader_finds_every_column_and_every_value_whole()
    {
        List<Dictionary<string, string>> rows = Table(Export("csv"), ",");
        Assert.Equal(3, rows.Count);
        Assert.All((string[])["id", "date_start", "date_end", "date_precision", "date_basis", "factuality", "actors", "recipients", "cameo", "rule", "report", "uri"], name => Assert.Contains(name, rows[0].Keys));
        Dictionary<string, string> row = rows.First(row => row["id"] == "evplanned");
        Assert.Equal((Nasty, "Russia", "month", "relative; to publication, by month"), (row["actors"], row["recipients"], row["date_precision"], row["date_basis"]));
    }

    [Fact]
    public void A_CSV_reader_finds_the_columns_of_ICEWS_with_its_names_of_countries()
    {
        List<Dictionary<string, string>> rows = Table(Export("icews"), "\t");
        Assert.Equal(Icews, rows[0].Keys.Take(Icews.Length));
        Dictionary<string, string> row = rows.First(row => row["Event ID"] == "evplanned");
        Assert.Equal(("2011-05-01", "month", "2011-05-31"), (row["Event Date"], row["Date Precision"], row["Date End"]));
        Assert.Equal(("Portugal", "Russian Federation", "Sao Tome and Principe"), (row["Source Country"], row["Target Country"], row["Country"]));
        Assert.True(double.TryParse(row["Intensity"], NumberStyles.Float, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public void A_JSON_reader_finds_the_fields_of_PLOVER_and_of_our_own_rows()
    {
        JsonElement[] plover = [.. File.ReadLines(Export("plover")).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(2, plover.Length);
        Assert.All(plover, item => Assert.All((string[])["id", "date", "actor", "recipient", "event", "quad_code", "mode", "context", "text", "text_info", "cite_info", "coder"], name => Assert.True(item.TryGetProperty(name, out _), name)));
        Assert.Equal(Nasty, plover[1].GetProperty("actor")[0].GetProperty("name").GetString());
        JsonElement[] own = [.. File.ReadLines(Export("jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(3, own.Length);
        Assert.All(own, item => Assert.True(item.GetProperty("event").GetProperty("date").TryGetProperty("basis", out _)));
    }

    [Fact]
    public void A_calendar_reader_finds_the_planned_event_by_the_rules_of_RFC_5545()
    {
        string text = File.ReadAllText(Export("ics"));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        List<(string Name, string Parameters, string Value)> lines = [.. Unfolded(text)];
        Assert.Equal(("BEGIN", "VCALENDAR"), (lines[0].Name, lines[0].Value));
        Assert.Equal(("END", "VCALENDAR"), (lines[^1].Name, lines[^1].Value));
        Assert.Equal(1, lines.Count(line => line is ("VERSION", _, "2.0")));
        Assert.Equal(1, lines.Count(line => line.Name == "PRODID"));
        Dictionary<string, (string Parameters, string Value)> happening = Assert.Single(Components(lines, "VEVENT"));
        Assert.All((string[])["UID", "DTSTAMP", "DTSTART"], name => Assert.Contains(name, happening.Keys));
        Assert.Equal((";VALUE=DATE", "20110501"), happening["DTSTART"]);
        Assert.Equal((";VALUE=DATE", "20110601"), happening["DTEND"]);
        Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", happening["DTSTAMP"].Value);
        Assert.Contains("relative; to publication, by month", Unescaped(happening["DESCRIPTION"].Value), StringComparison.Ordinal);
        Assert.Equal("São Tomé; old town, harbour", Unescaped(happening["LOCATION"].Value));
        Assert.StartsWith("Commas, \"quotes\"; {braces}, 100 % \\ & Überläufer", Unescaped(happening["SUMMARY"].Value), StringComparison.Ordinal);
    }

    [Fact]
    public void A_BibTeX_reader_finds_one_balanced_entry_a_report_with_its_fields()
    {
        List<(string Type, string Key, Dictionary<string, string> Fields)> entries = ReadBibtex(File.ReadAllText(Export("bibtex")));
        (string type, string key, Dictionary<string, string> fields) = Assert.Single(entries);
        Assert.Equal("misc", type);
        Assert.Matches("^chancery[0-9a-f]{12}$", key);
        Assert.Equal(("2011", "3", "3"), (fields["year"], fields["month"], fields["day"]));
        Assert.Equal("Lusa \\& Söhne", fields["organization"]);
        Assert.Contains("100 \\%", fields["title"], StringComparison.Ordinal);
        Assert.Contains("SHA-256", fields["note"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_reader_finds_nodes_edges_and_declared_attributes()
    {
        XDocument graph = XDocument.Load(Export("graphml"));
        XNamespace name = "http://graphml.graphdrawing.org/xmlns";
        Dictionary<string, string> keys = graph.Root!.Elements(name + "key").ToDictionary(key => key.Attribute("id")!.Value, key => key.Attribute("for")!.Value);
        Assert.All(graph.Descendants(name + "data"), data => Assert.Equal(data.Parent!.Name.LocalName, keys[data.Attribute("key")!.Value]));
        HashSet<string> nodes = [.. graph.Descendants(name + "node").Select(node => node.Attribute("id")!.Value)];
        XElement[] edges = [.. graph.Descendants(name + "edge")];
        Assert.Equal((2, 2), (nodes.Count, edges.Length));
        Assert.All(edges, edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
    }

    [Fact]
    public void A_database_reader_finds_the_flat_table()
    {
        using var connection = new SqliteConnection($"Data Source={Export("sqlite")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT actors, date_precision, date_basis FROM events WHERE id = 'evplanned'";
        using SqliteDataReader row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal((Nasty, "month", "relative; to publication, by month"), (row.GetString(0), row.GetString(1), row.GetString(2)));
    }

    [Theory]
    [InlineData("jsonl", "They hold 1 event mentions", false)]
    [InlineData("csv", "They hold 1 event mentions", false)]
    [InlineData("plover", "They hold 1 event mentions", false)]
    [InlineData("icews", "They hold 1 event mentions", false)]
    [InlineData("graphml", "They hold 1 event mentions", false)]
    [InlineData("bibtex", "They hold 1 event mentions", false)]
    [InlineData("sqlite", "They hold 1 event mentions", false)]
    [InlineData("ics", "They hold 0 event mentions", true)]
    public void Every_export_respects_the_filter_and_can_say_how_it_was_made(string style, string holds, bool leavesOut)
    {
        string methods = folder.File("methods.txt");
        CliRun run = CliRun.Of("export", "factuality:happened", "--as", style, "-o", folder.File("filtered"), "--methods", methods, "--store", path);
        Assert.Equal((0, ""), (run.Code, run.Complaints));
        string text = File.ReadAllText(methods);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.Contains("factuality:happened", text, StringComparison.Ordinal);
        Assert.Equal(leavesOut, text.Contains("that the format has no place for", StringComparison.Ordinal));
        Assert.DoesNotContain("evplanned", File.ReadAllText(folder.File("filtered")), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Export(string style)
    {
        string file = folder.File("out." + style);
        CliRun run = CliRun.Of("export", "--as", style, "-o", file, "--store", path);
        Assert.Equal((0, ""), (run.Code, run.Complaints));
        return file;
    }

    private static List<Dictionary<string, string>> Table(string file, string delimiter)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, Mode = delimiter == "\t" ? CsvMode.NoEscape : CsvMode.RFC4180 });
        Assert.True(csv.Read() && csv.ReadHeader());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            Assert.Equal(csv.HeaderRecord!.Length, csv.Parser.Count);
            rows.Add(csv.HeaderRecord.Select((name, i) => (name, csv[i]!)).ToDictionary(pair => pair.name, pair => pair.Item2));
        }

        return rows;
    }

    /// <summary>Section 3.1: a line that begins with a blank goes on from the one before.</summary>
    private static IEnumerable<(string, string, string)> Unfolded(string text)
    {
        foreach (string line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = ContentLine().Match(line);
            Assert.True(match.Success, line);
            yield return (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        }
    }

    private static IEnumerable<Dictionary<string, (string, string)>> Components(List<(string Name, string Parameters, string Value)> lines, string name)
    {
        Dictionary<string, (string, string)>? open = null;
        foreach ((string property, string parameters, string value) in lines)
        {
            if (property == "BEGIN" && value == name)
                open = [];
            else if (property == "END" && value == name)
                yield return open!;
            else
                open?.Add(property, (parameters, value));
        }
    }

    /// <summary>Section 3.3.11.</summary>
    private static string Unescaped(string value) => Escaped().Replace(value, match => match.Value is "\\n" or "\\N" ? "\n" : match.Value[1..]);

    /// <summary>Entries as BibTeX reads them: a field is a name, an equals sign and text in balanced braces.</summary>
    private static List<(string Type, string Key, Dictionary<string, string> Fields)> ReadBibtex(string text)
    {
        var entries = new List<(string, string, Dictionary<string, string>)>();
        for (Match head = EntryHead().Match(text); head.Success; head = EntryHead().Match(text, head.Index + head.Length))
        {
            var fields = new Dictionary<string, string>();
            int at = head.Index + head.Length;
            while (FieldHead().Match(text, at) is { Success: true } field)
            {
                int depth = 1;
                int start = at = field.Index + field.Length;
                for (; depth > 0; at++)
                    depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
                fields.Add(field.Groups[1].Value, text[start..(at - 1)]);
                at++;
            }

            Assert.Equal('}', text[at..].TrimStart()[0]);
            entries.Add((head.Groups[1].Value, head.Groups[2].Value, fields));
        }

        return entries;
    }

    [GeneratedRegex("^([A-Z-]+)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)$", RegexOptions.Singleline)] // DTSTART;VALUE=DATE:20110501
    private static partial Regex ContentLine();

    [GeneratedRegex(@"\\[\\;,nN]")] // \;
    private static partial Regex Escaped();

    [GeneratedRegex(@"@(\w+)\{([^,\s]+),")] // @misc{key,
    private static partial Regex EntryHead();

    [GeneratedRegex(@"\G\s*(\w+)\s*=\s*\{")] // title = {
    private static partial Regex FieldHead();
}
