using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>Who may come in, and whose changes are taken.</summary>
public sealed class GateTests
{
    private const string Text = "Norwegian Foreign Minister Ine Soreide met Chilean Foreign Minister Roberto Ampuero in Oslo on 6 May 2019.";

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://192.168.1.4:5080", false)]
    [InlineData("http://localhost.evil.example:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("no address", false)]
    public void Only_loopback_needs_no_token(string url, bool isLocal) => Assert.Equal(isLocal, Desk.IsLocal(url));

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        foreach (string address in (string[])["/", "/reports.json", "/reports.csv", "/nothing", "/api/events", "/api/events?filter=x:", "/assets/desk.css", "/timeline?after=x"])
        {
            HttpResponseMessage answer = await desk.Client.GetAsync(address);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_refused()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await desk.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_desk_with_a_token_shows_nothing_without_it()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples, token: "open sesame");
        foreach (string address in (string[])["/", "/reports", "/api/events", "/reports.csv", "/api/openapi.json"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client.GetAsync(address)).StatusCode);
        Assert.Contains("asks for its token", await desk.Page("/reports", 401), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send("wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send("open sesame")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client.PostAsync("/enter", new FormUrlEncodedContent([new("token", "guess")]))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Client.PostAsync("/enter", new FormUrlEncodedContent([new("token", "open sesame")]))).StatusCode);
        Assert.Contains("<h1>Reports</h1>", await desk.Page("/reports"), StringComparison.Ordinal);

        Task<HttpResponseMessage> Send(string token)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return desk.NewClient().SendAsync(request);
        }
    }

    [Fact]
    public async Task A_change_without_the_token_of_a_form_is_refused()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        foreach (string action in (string[])["/read", "/read/samples", "/corrections", "/corrections/undo"])
        {
            HttpResponseMessage answer = await desk.Client.PostAsync(action, new FormUrlEncodedContent([new("text", Text)]));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        // The token of one visitor is worth nothing to another.
        string token = OpenDesk.TokenOf(await desk.Page("/"));
        using HttpClient other = desk.NewClient();
        await other.GetAsync("/");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync("/read", new FormUrlEncodedContent([new(FormTokens.Field, token), new("text", Text)]))).StatusCode);
        Assert.Empty((await desk.Json("/api/reports"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_change_that_another_site_asks_for_is_refused(string header, string value)
    {
        await using OpenDesk desk = await OpenDesk.Open();
        foreach (string address in (string[])["/read", "/api/read?keep=yes", "/api/corrections"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(Text) };
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await desk.Client.SendAsync(request)).StatusCode);
        }

        Assert.Empty((await desk.Json("/api/reports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_said_so()
    {
        await using OpenDesk desk = await OpenDesk.Open(limits: new DeskLimits { UploadBytes = 100_000 });
        using var page = new MultipartFormDataContent { { new StringContent(OpenDesk.TokenOf(await desk.Page("/"))), FormTokens.Field }, { new ByteArrayContent(new byte[200_000]), "files", "large.txt" } };
        HttpResponseMessage answer = await SendHeadFirst(desk, "/read", page);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        HttpResponseMessage call = await SendHeadFirst(desk, "/api/read", new StringContent(new string('a', 200_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, call.StatusCode);
        Assert.Equal("application/problem+json", call.Content.Headers.ContentType!.MediaType);
        Assert.Contains("smaller parts", (string)JsonNode.Parse(await call.Content.ReadAsStringAsync())!["advice"]!, StringComparison.Ordinal);
    }

    // The desk answers by the stated length and closes; a client that is still sending then may lose the answer, one that waits for it does not.
    private static async Task<HttpResponseMessage> SendHeadFirst(OpenDesk desk, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.ExpectContinue = true;
        return await desk.Client.SendAsync(request);
    }

    [Fact]
    public async Task Too_many_changes_in_a_minute_are_refused()
    {
        await using OpenDesk desk = await OpenDesk.Open(limits: new DeskLimits { ChangesPerMinute = 3 });
        for (int i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await desk.Client.PostAsync("/api/corrections", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await desk.Client.PostAsync("/api/corrections", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync("/api/events")).StatusCode);
    }

    [Fact]
    public async Task A_call_reads_no_more_reports_than_it_may()
    {
        await using OpenDesk desk = await OpenDesk.Open(limits: new DeskLimits { CallReports = 2 });
        string lines = string.Join('\n', Enumerable.Range(0, 5).Select(i => $"{{\"text\":\"Norway thanked Chile {i} times.\"}}"));
        HttpResponseMessage answer = await desk.Client.PostAsync("/api/read?keep=yes", new StringContent(lines, new MediaTypeHeaderValue("application/x-ndjson")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty((await desk.Json("/api/reports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_zip_with_paths_that_climb_writes_nothing_and_is_named_plainly()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using Stream entry = zip.CreateEntry("../../../../tmp/climbed.txt").Open();
            await entry.WriteAsync(OpenDesk.Bytes(Text));
        }

        await using OpenDesk desk = await OpenDesk.Open();
        using var form = new MultipartFormDataContent { { new StringContent(OpenDesk.TokenOf(await desk.Page("/"))), FormTokens.Field }, { new ByteArrayContent(bytes.ToArray()), "files", "../../up.zip" } };
        HttpResponseMessage answer = await desk.Client.PostAsync("/read", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await ChangeTests.Done(desk, answer.Headers.Location!.ToString());
        Assert.False(File.Exists("/tmp/climbed.txt"));
        Assert.StartsWith("up.zip", (string)(await desk.Json("/api/reports"))["items"]![0]!["report"]!["uri"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_nothing_of_the_inside()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.StorePath};Pooling=False"))
        {
            connection.Open();
            using Microsoft.Data.Sqlite.SqliteCommand drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE chains";
            drop.ExecuteNonQuery();
        }

        foreach (string address in (string[])["/timeline", "/api/events"])
        {
            HttpResponseMessage answer = await desk.Client.GetAsync(address);
            Assert.True((int)answer.StatusCode >= 500);
            string body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetDirectoryName(desk.StorePath)!, body, StringComparison.Ordinal);
        }
    }
}
