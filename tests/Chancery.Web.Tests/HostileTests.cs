using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>Reports written to harm whoever looks at them.</summary>
public sealed class HostileTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>";
    private const string Handler = "\"><img src=x onerror=alert(2)>";
    private const string Picture = "<svg onload=alert(3)><a href=\"javascript:alert(4)\">x</a></svg>";
    private const string Data = "<a href=\"data:text/html,<script>alert(5)</script>\">y</a>";
    private const string Override = "\u202Egnp.exe";

    private OpenDesk desk = null!;

    /// <summary>Fields that a spreadsheet would take for formulas.</summary>
    private static readonly string[] Formulas = ["=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"];

    public async Task InitializeAsync()
    {
        IEnumerable<string> reports = new[] { Script, Handler, Picture, Data, Override, "</bdi></title></textarea>" + Script, "javascript:alert(6)" }.Concat(Formulas)
            .Select((evil, i) => JsonSerializer.Serialize(new
            {
                id = $"evil-{i}/../{evil}",
                url = evil.StartsWith("javascript", StringComparison.Ordinal) ? evil : $"http://x.example/{evil}",
                title = $"{evil} Norway signs",
                outlet = evil,
                published = "2019-05-06",
                language = "en",
                text = $"Norwegian Foreign Minister {evil} Ine Soreide met Chilean Foreign Minister Roberto Ampuero in Oslo on Monday.\n\n\"{evil} we are glad,\" Roberto Ampuero said.\n\nNorway thanked Chile {evil} for the {evil} visit. Norway criticised Chile.\n\nRead more: {evil}",
            }));
        desk = await OpenDesk.Open(Installed.Read("evil.jsonl", OpenDesk.Bytes(string.Join('\n', reports))));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_report_is_markup_on_any_page()
    {
        var addresses = new List<string> { "/", "/reports", "/timeline", "/timeline?lanes=actor", "/dyad/NOR/CHL", "/stances?toward=CHL", "/quotes", "/agreements", "/actors", "/search?q=visit", "/search?q=" + Uri.EscapeDataString(Script), "/timeline?filter=" + Uri.EscapeDataString("text:\"" + Script + "\""), "/reports?filter=" + Uri.EscapeDataString(Script) };
        foreach (JsonNode? report in (await desk.Json("/api/reports?limit=100"))["items"]!.AsArray())
            addresses.Add("/reports/" + Uri.EscapeDataString((string)report!["report"]!["id"]!));
        foreach (string line in (await desk.Page("/api/events.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonNode row = JsonNode.Parse(line)!;
            addresses.Add("/records/" + (string)row["event"]!["id"]!);
            addresses.Add("/compare/" + (string)row["event"]!["id"]!);
            addresses.AddRange(row["entities"]!.AsArray().Select(entity => "/actors/" + Uri.EscapeDataString((string)entity!["name"]!)));
        }

        addresses.AddRange((await desk.Json("/api/quotes?limit=100"))["items"]!.AsArray().Select(quote => "/records/" + (string)quote!["id"]!));
        Assert.True(addresses.Count > 60);
        foreach (string address in addresses.Distinct())
        {
            string page = await (await desk.Client.GetAsync(address)).Content.ReadAsStringAsync();
            PageCheck.Holds(page);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg onload", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"data:", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', page);
        }
    }

    [Fact]
    public async Task A_turned_direction_is_made_visible() =>
        Assert.Contains("[U+202E]gnp.exe", await desk.Page("/reports"), StringComparison.Ordinal);

    [Fact]
    public async Task An_id_of_any_characters_leads_to_its_report_and_its_formats()
    {
        foreach (JsonNode? report in (await desk.Json("/api/reports?limit=100"))["items"]!.AsArray())
        {
            string id = (string)report!["report"]!["id"]!;
            string address = "/reports/" + Uri.EscapeDataString(id);
            Assert.Contains("Norway signs", await desk.Page(address), StringComparison.Ordinal);
            Assert.Equal(id, (string?)JsonNode.Parse(await desk.Page(address + ".json"))!["document"]!["id"]);
        }
    }

    [Theory]
    [InlineData("/reports.csv")]
    [InlineData("/timeline.csv")]
    [InlineData("/quotes.csv")]
    [InlineData("/search.csv?q=visit")]
    [InlineData("/dyad/NOR/CHL.csv")]
    public async Task No_cell_of_an_export_is_a_formula(string address)
    {
        List<string[]> rows = Csv.Rows(await desk.Page(address));
        Assert.True(rows.Count > 1);
        foreach (string cell in rows.SelectMany(row => row))
            Assert.False(cell.TrimStart(' ') is ['=' or '+' or '@' or '\t' or '＝', ..] || (cell.StartsWith('-') && !double.TryParse(cell, out _)), cell);
    }

    [Fact]
    public async Task A_formula_in_a_field_is_kept_behind_an_apostrophe()
    {
        string csv = await desk.Page("/reports.csv");
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1)", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_no_formulas()
    {
        Assert.Equal("-9.5", Sheet.CsvField("-9.5"));
        Assert.Equal("'-9.5 or more", Sheet.CsvField("-9.5 or more"));
        Assert.Equal("\"a,\"\"b\"\"\"", Sheet.CsvField("a,\"b\""));
    }

    [Fact]
    public void Text_is_encoded_wherever_it_fills_a_hole()
    {
        var page = new Markup();
        string broken = "\u202E\ud800\0";
        page.Write($"<p title=\"{Handler}\">{Script}{broken}{"<b>".AsSpan()}</p>");
        Assert.Equal("<p title=\"&quot;&gt;&lt;img src=x onerror=alert(2)&gt;\">&lt;script&gt;alert(1)&lt;/script&gt;[U+202E]\uFFFD\uFFFD&lt;b&gt;</p>", page.ToString());
    }
}
