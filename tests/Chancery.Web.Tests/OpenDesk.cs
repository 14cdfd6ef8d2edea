using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Record;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Chancery.Web.Tests;

/// <summary>The knowledge, the reader and the readings of the sample pile, loaded once for all tests.</summary>
internal static class Installed
{
    public static string Root { get; } = FindRoot();

    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(Root, "data")));

    public static Reader Reader { get; } = new(Knowledge, ModelFiles.Load(Path.Combine(Root, "models"), Knowledge));

    private static readonly Lazy<Arrival[]> SampleReadings = new(() =>
        [.. Directory.GetFiles(Path.Combine(Root, "samples")).Order(StringComparer.Ordinal).SelectMany(path => Read("samples/" + Path.GetFileName(path), File.ReadAllBytes(path)))]);

    public static Arrival[] Samples => SampleReadings.Value;

    /// <summary>One expulsion as two outlets tell it, who differ in the number.</summary>
    public static IEnumerable<Arrival> ToldTwice => Read("twice.jsonl", Encoding.UTF8.GetBytes("""
        {"id":"twice-1","outlet":"Fjord Post","title":"Norway expels Chilean diplomats","published":"2019-05-07","language":"en","text":"Norway expelled four Chilean diplomats on Monday, Foreign Minister Ine Soreide said.\n\nChile condemned the expulsion of its diplomats on Tuesday."}
        {"id":"twice-2","outlet":"Andes Daily","title":"Six diplomats told to leave","published":"2019-05-08","language":"en","text":"Norway expelled six Chilean diplomats on Monday after a long quarrel over fishing.\n\nSantiago will answer in kind, President Sebastian Pinera told reporters."}
        """));

    public static IEnumerable<Arrival> Read(string name, byte[] bytes) =>
        Inputs.Read(new MemoryStream(bytes), name).Where(item => item.Document is not null).Select(item => new Arrival(Reader.Read(item.Document!), Fingerprint.Of(item.Document!)));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Chancery.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests run inside the repository");
    }
}

/// <summary>A desk on a port of its own with a store of its own; what is asked of it goes over a real connection.</summary>
public sealed partial class OpenDesk : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private OpenDesk(WebApplication app, string folder, string url)
    {
        this.app = app;
        this.folder = folder;
        Url = url;
        Client = NewClient();
    }

    public string Url { get; }

    public string StorePath => Path.Combine(folder, "desk.db");

    public HttpClient Client { get; }

    internal static async Task<OpenDesk> Open(IEnumerable<Arrival>? readings = null, string? token = null, DeskLimits? limits = null)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"chancery-desk-{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "desk.db");
        if (readings is not null)
        {
            using RecordStore store = RecordStore.Open(path, StoreAccess.Create);
            store.Add([.. readings]);
        }

        WebApplication app = Desk.Create(new DeskOptions
        {
            StorePath = path,
            Url = "http://127.0.0.1:0",
            Token = token,
            SamplesFolder = Path.Combine(Installed.Root, "samples"),
            Knowledge = Installed.Knowledge,
            Reader = Installed.Reader,
            Limits = limits ?? new DeskLimits { ChangesPerMinute = 10_000 },
        });
        await app.StartAsync();
        return new OpenDesk(app, folder, app.Urls.First());
    }

    /// <summary>A visitor with cookies of their own, who follows no redirection by themselves.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };

    public async Task<string> Page(string address, int status = 200)
    {
        HttpResponseMessage answer = await Client.GetAsync(address);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{address}: {answer.StatusCode}\n{body}");
        return body;
    }

    public async Task<JsonNode> Json(string address) => JsonNode.Parse(await Page(address))!;

    /// <summary>Sends a form as the page at an address would, with its hidden token.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        string token = TokenOf(await Page(page));
        return await Client.PostAsync(action, new FormUrlEncodedContent([new(FormTokens.Field, token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    public static string TokenOf(string page) => FormToken().Match(page).Groups[1].Value;

    /// <summary>The id of an event whose words hold a text.</summary>
    public async Task<string> EventOf(string words)
    {
        foreach (string line in (await Page("/api/events.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonNode row = JsonNode.Parse(line)!;
            if (((string?)row["words"])?.Contains(words, StringComparison.Ordinal) == true)
                return (string)row["event"]!["id"]!;
        }

        throw new InvalidOperationException($"no event rests on '{words}'");
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("name=\"desk-form\" value=\"([0-9a-f]+)\"")]
    private static partial Regex FormToken();
}

/// <summary>One desk over the sample pile for tests that change nothing.</summary>
public sealed class SampleDesk : IAsyncLifetime
{
    public OpenDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync() => Desk = await OpenDesk.Open(Installed.Samples);

    public async Task DisposeAsync() => await Desk.DisposeAsync();
}
