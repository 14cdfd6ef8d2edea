using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>Every page of the desk over the sample pile.</summary>
public sealed class PageTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private readonly OpenDesk desk = sample.Desk;

    public static TheoryData<string> Addresses() => [.. All];

    private static readonly string[] All =
    [
        "/", "/reports", "/reports?filter=outlet:TASS", "/reports/oslo-1993", "/timeline", "/timeline?who=RUS", "/timeline?who=RUS&with=GBR&lanes=actor&history=1",
        "/dyad", "/dyad/RUS/GBR", "/dyad/EGY/ISR", "/dyad?a=EGY&b=ISR", "/stances", "/stances?toward=Russia", "/stances?toward=RUS&by=issue&on=2018-03-20",
        "/quotes", "/quotes?speaker=GBR", "/agreements", "/agreements?who=IRN&status=signed", "/actors", "/actors?q=min&country=GBR", "/actors/Theresa%20May",
        "/search", "/search?q=talks", "/search?q=%22peace+agreement%22", "/corrections", "/api",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_whole_safe_and_small(string address) => PageCheck.Holds(await desk.Page(address));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_its_like_for_programs(string address)
    {
        string page = await desk.Page(address);
        foreach (string ending in (string[])[".json", ".csv"])
        {
            int link = page.IndexOf($"\">{ending[1..].ToUpperInvariant()}</a>", StringComparison.Ordinal);
            if (link < 0)
            {
                Assert.True(address is "/api" or "/stances", address);
                continue;
            }

            string target = WebUtility.HtmlDecode(page[(page.LastIndexOf("href=\"", link, StringComparison.Ordinal) + 6)..link]);
            string body = await desk.Page(target);
            if (ending == ".json")
                Assert.NotNull(JsonNode.Parse(body));
            else
                Assert.True(Csv.Rows(body).Select(row => row.Length).Distinct().Count() == 1, target);
        }
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string address in All)
        {
            string page = await desk.Page(address);
            foreach (string link in Links(page).Where(link => link.StartsWith('/')).Select(link => link.Split('#')[0]).Where(seen.Add))
            {
                HttpResponseMessage answer = await desk.Client.GetAsync(link);
                Assert.True(answer.IsSuccessStatusCode, $"{address} → {link}: {answer.StatusCode}");
            }
        }

        Assert.True(seen.Count > 200, "the pages hang together");
    }

    [Fact]
    public async Task The_reader_marks_evidence_both_ways()
    {
        string page = await desk.Page("/reports/oslo-1993");
        int records = ((JsonArray)(await desk.Json("/reports/oslo-1993.json"))["events"]!).Count;
        Assert.True(records > 1);
        for (int record = 1; record <= records; record++)
        {
            Assert.Contains($"id=\"t{record}\" href=\"#r{record}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"r{record}\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#t{record}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("class=\"ev f-happened\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"said\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropped_lines_are_shown_with_their_reason()
    {
        string id = (string)(await desk.Json("/api/reports?limit=100"))["items"]!.AsArray().First(row => ((string)row!["report"]!["uri"]!).Contains("singapore-2018-junk", StringComparison.Ordinal))!["report"]!["id"]!;
        Assert.Contains("<span class=\"reason\">dropped: navigation", await desk.Page("/reports/" + Uri.EscapeDataString(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_shown_with_codes_rule_report_and_citations()
    {
        string page = await desk.Page("/records/" + await desk.EventOf("signed a declaration"));
        PageCheck.Holds(page);
        foreach (string part in (string[])["SUPPORT", "verbal cooperation", "Goldstein", "confidence", "/reports/oslo-1993#t1", "Meridian Wire", "@misc{", "Permalink", "<strong>signed</strong>"])
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_without_background_unless_asked_for()
    {
        string without = await desk.Page("/timeline?who=EGY");
        string with = await desk.Page("/timeline?who=EGY&history=1");
        Assert.DoesNotContain(">background<", without, StringComparison.Ordinal);
        Assert.Contains(">background<", with, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"timeline\"", with, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_highlights_what_was_asked_for()
    {
        string page = await desk.Page("/search?q=treaty");
        Assert.Contains("<mark>treaty</mark>", page, StringComparison.Ordinal);
        Assert.Contains("No report holds", await desk.Page("/search?q=xylophone"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/none", "There is no report")]
    [InlineData("/records/none", "There is no record")]
    [InlineData("/compare/none", "There is no event")]
    [InlineData("/actors/Nobody%20At%20All", "Nobody in this record")]
    [InlineData("/dyad/RUS/Atlantis", "is no country of this record")]
    [InlineData("/timeline?who=Atlantis", "Nobody in this record")]
    [InlineData("/stances?toward=Atlantis", "Nobody in this record")]
    [InlineData("/readings/99", "not known any more")]
    [InlineData("/nothing/here", "There is no page")]
    [InlineData("/reports/..%2F..%2Fetc%2Fpasswd", "There is no report")]
    [InlineData("/assets/..%2F..%2Fdesk.css", "There is no such file")]
    [InlineData("/assets/Desk.cs", "There is no such file")]
    public async Task What_there_is_not_has_a_page_that_says_what_to_do(string address, string said)
    {
        string page = await desk.Page(address, 404);
        Assert.Contains(said, page, StringComparison.Ordinal);
        PageCheck.Holds(page);
    }

    [Theory]
    [InlineData("/timeline?filter=foo:bar", "character 1")]
    [InlineData("/reports?filter=outlet:%22open", "character 8")]
    [InlineData("/quotes?filter=since:soon", "is no day, month or year")]
    [InlineData("/timeline?after=x", "is no place in a list")]
    [InlineData("/stances?toward=RUS&on=yesterday", "is no day")]
    [InlineData("/agreements?status=torn", "is no status")]
    public async Task What_cannot_be_understood_has_a_page_that_says_where(string address, string said)
    {
        string page = await desk.Page(address, 400);
        Assert.Contains(said, page, StringComparison.Ordinal);
        PageCheck.Holds(page);
    }

    [Theory]
    [InlineData("/reports?filter=outlet:Nobody", "No report fits")]
    [InlineData("/timeline?filter=type:AID+since:2090", "No record fits")]
    [InlineData("/quotes?filter=text:%22purple+cow%22", "No quotation fits")]
    [InlineData("/agreements?filter=outlet:Nobody", "No agreement fits")]
    [InlineData("/actors?q=xyzzy", "Nobody in the record fits")]
    [InlineData("/dyad/NOR/ISR", "nothing that these two do")]
    public async Task Nothing_found_says_so_and_where_to_go(string address, string said)
    {
        string page = await desk.Page(address);
        Assert.Contains(said, page, StringComparison.Ordinal);
        PageCheck.Holds(page);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        HttpResponseMessage first = await desk.Client.GetAsync("/timeline");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/timeline");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await desk.Client.SendAsync(again)).StatusCode);
    }

    private static IEnumerable<string> Links(string page)
    {
        for (int at = page.IndexOf("href=\"", StringComparison.Ordinal); at >= 0; at = page.IndexOf("href=\"", at + 6, StringComparison.Ordinal))
            yield return WebUtility.HtmlDecode(page[(at + 6)..page.IndexOf('"', at + 6)]);
    }
}

internal static class Csv
{
    /// <summary>Fields by row, quotation marks taken away.</summary>
    public static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (quoted || c != '\r')
            {
                field.Append(c);
            }
        }

        return rows;
    }
}
