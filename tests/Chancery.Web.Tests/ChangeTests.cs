using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>Reading on the desk, and correcting.</summary>
public sealed class ChangeTests
{
    private const string Report = "Norway signs deal\n\nNorwegian Foreign Minister Ine Soreide met Chilean Foreign Minister Roberto Ampuero in Oslo on 6 May 2019.\n\nNorway thanked Chile.\n";

    /// <summary>Waits until an upload is read, and returns its page.</summary>
    public static async Task<string> Done(OpenDesk desk, string address)
    {
        for (int i = 0; i < 600; i++)
        {
            if ((bool)(await desk.Json(address + ".json"))["done"]!)
                return await desk.Page(address);
            await Task.Delay(100);
        }

        throw new TimeoutException(address);
    }

    [Fact]
    public async Task An_empty_desk_offers_the_sample_pile_and_reads_it()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        string start = await desk.Page("/");
        PageCheck.Holds(start);
        Assert.Contains("The record is empty", start, StringComparison.Ordinal);
        foreach (string address in (string[])["/reports", "/timeline", "/quotes", "/agreements", "/actors", "/dyad", "/stances", "/search?q=a", "/corrections"])
            PageCheck.Holds(await desk.Page(address));
        HttpResponseMessage answer = await desk.Send("/", "/read/samples");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string page = await Done(desk, answer.Headers.Location!.ToString());
        PageCheck.Holds(page);
        Assert.Contains("19 reports in the record", page, StringComparison.Ordinal);
        Assert.Contains("Gulf Ledger", page, StringComparison.Ordinal);
        string after = await desk.Page("/");
        Assert.Contains("Reports read last", after, StringComparison.Ordinal);
        Assert.Contains("Who deals with whom", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_becomes_a_report_once()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        for (int time = 0; time < 2; time++)
        {
            HttpResponseMessage answer = await desk.Send("/", "/read", ("text", Report));
            string page = await Done(desk, answer.Headers.Location!.ToString());
            Assert.Contains("1 report in the record", page, StringComparison.Ordinal);
            Assert.Equal(time == 1, page.Contains("in the record already", StringComparison.Ordinal));
        }

        JsonNode reports = await desk.Json("/api/reports");
        Assert.Single(reports["items"]!.AsArray());
        Assert.True((int)reports["items"]![0]!["events"]! >= 1);
    }

    [Fact]
    public async Task Files_are_read_and_what_cannot_be_is_named()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(OpenDesk.TokenOf(await desk.Page("/"))), FormTokens.Field },
            { new ByteArrayContent(OpenDesk.Bytes(Report)), "files", "one.txt" },
            { new ByteArrayContent(OpenDesk.Bytes("{\"text\":\"Norway criticised Chile.\"}\n{broken\n")), "files", "pile.jsonl" },
        };
        HttpResponseMessage answer = await desk.Client.PostAsync("/read", form);
        string page = await Done(desk, answer.Headers.Location!.ToString());
        Assert.Contains("pile.jsonl:2", page, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Json("/api/reports"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nothing_sent_says_so()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        HttpResponseMessage answer = await desk.Send("/", "/read", ("text", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was sent", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_record_leaves_the_lists_until_it_is_undone()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        string id = await desk.EventOf("signed a declaration");
        string page = "/records/" + id;
        HttpResponseMessage answer = await desk.Send(page, "/corrections", ("target", id), ("kind", "reject"), ("note", "<b>the wrong</b> year"), ("by", "Ada"));
        Assert.Equal(page, answer.Headers.Location!.ToString());
        string corrected = await desk.Page(page);
        PageCheck.Holds(corrected);
        Assert.Contains("Rejected", corrected, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;the wrong&lt;/b&gt; year", corrected, StringComparison.Ordinal);
        Assert.Contains("by <bdi>Ada</bdi>", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain(id, await desk.Page("/timeline"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Client.GetAsync("/compare/" + id)).StatusCode);
        string list = await desk.Page("/corrections");
        Assert.Contains(id, list, StringComparison.Ordinal);
        string number = (string)JsonNode.Parse(await desk.Page("/corrections.json"))!["rows"]![0]!["number"]!;
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Send("/corrections", "/corrections/undo", ("number", number))).StatusCode);
        Assert.Contains(id, await desk.Page("/timeline"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Send("/", "/corrections/undo", ("number", number))).StatusCode);
    }

    [Fact]
    public async Task A_field_is_set_right_and_set_back()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        string id = await desk.EventOf("signed a declaration");
        string page = "/records/" + id;
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Send(page, "/corrections", ("target", id), ("kind", "edit"), ("field", "date"), ("value", "1993-09"))).StatusCode);
        string edited = await desk.Page(page);
        PageCheck.Holds(edited);
        Assert.Contains("date is 1993-09", edited, StringComparison.Ordinal);
        Assert.Contains("Sep 1993", edited, StringComparison.Ordinal);
        Assert.Contains("The reading has", edited, StringComparison.Ordinal);
        Assert.Equal("month", (string)(await desk.Json($"/api/events/{id}"))["event"]!["date"]!["precision"]!);
        HttpResponseMessage wrong = await desk.Send(page, "/corrections", ("target", id), ("kind", "edit"), ("field", "date"), ("value", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("cannot be made", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string number = (string)JsonNode.Parse(await desk.Page("/corrections.json"))!["rows"]![0]!["number"]!;
        await desk.Send("/corrections", "/corrections/undo", ("number", number));
        Assert.Equal("day", (string)(await desk.Json($"/api/events/{id}"))["event"]!["date"]!["precision"]!);
    }

    [Fact]
    public async Task Two_names_are_merged_and_parted_again()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        const string one = "/actors/Yitzhak%20Rabin";
        HttpResponseMessage answer = await desk.Send(one, "/corrections", ("target", "Yitzhak Rabin"), ("kind", "merge"), ("value", "Shimon Peres"), ("by", "Ada"));
        Assert.Equal("/actors/Shimon%20Peres", answer.Headers.Location!.ToString());
        string other = await desk.Page("/actors/Shimon%20Peres");
        PageCheck.Holds(other);
        Assert.Contains("Yitzhak Rabin is Shimon Peres", other, StringComparison.Ordinal);
        string gone = await desk.Page(one);
        PageCheck.Holds(gone);
        Assert.Contains("bears this name any more", gone, StringComparison.Ordinal);
        string number = (string)JsonNode.Parse(await desk.Page("/corrections.json"))!["rows"]![0]!["number"]!;
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Send(one, "/corrections/undo", ("number", number))).StatusCode);
        Assert.Contains("Newest records", await desk.Page(one), StringComparison.Ordinal);
        await desk.Send(one, "/corrections", ("target", "Yitzhak Rabin"), ("kind", "split"), ("field", "oslo-1993"), ("value", "Y. Rabin of Oslo"));
        Assert.Contains("Y. Rabin of Oslo", await desk.Page("/actors/Y.%20Rabin%20of%20Oslo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_outlets_are_laid_side_by_side_and_what_differs_is_marked()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.ToldTwice);
        string page = await desk.Page("/compare/" + await desk.EventOf("expelled four"));
        PageCheck.Holds(page);
        Assert.Contains("2 tellings in 2 reports", page, StringComparison.Ordinal);
        Assert.Contains("Fjord Post", page, StringComparison.Ordinal);
        Assert.Contains("Andes Daily", page, StringComparison.Ordinal);
        Assert.Contains("Number ≠", page, StringComparison.Ordinal);
        Assert.Contains("<mark><span class=\"unseen\">differs: </span>6 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_corrected()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Send("/", "/corrections", ("target", "none"), ("kind", "reject"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Send("/", "/corrections", ("target", await desk.EventOf("signed a declaration")), ("kind", "burn"))).StatusCode);
    }

    [Fact]
    public async Task While_another_program_writes_pages_are_shown_and_changes_asked_to_come_again()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        string id = await desk.EventOf("signed a declaration");
        string token = OpenDesk.TokenOf(await desk.Page("/records/" + id));
        using var writer = new SqliteConnection($"Data Source={desk.StorePath};Pooling=False");
        writer.Open();
        using SqliteCommand begin = writer.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        Assert.Contains("<h1>Timeline</h1>", await desk.Page("/timeline"), StringComparison.Ordinal);
        HttpResponseMessage answer = await desk.Client.PostAsync("/corrections", new FormUrlEncodedContent([new(FormTokens.Field, token), new("target", id), new("kind", "confirm")]));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Load this page again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
