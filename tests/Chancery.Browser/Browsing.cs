using System.Text.Json.Nodes;
using Chancery.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Browser;

/// <summary>Debian's Chromium and a desk over the sample pile, for all tests of this project.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public OpenDesk Desk { get; private set; } = null!;

    /// <summary>Addresses of a record and of an event that several outlets tell.</summary>
    public string Record { get; private set; } = "";

    public string Compared { get; private set; } = "";

    /// <summary>The source of axe-core, which npm has put beside the tests.</summary>
    public string Axe { get; private set; } = "";

    public async Task InitializeAsync()
    {
        string axe = Path.Combine(Installed.Root, "tests", "Chancery.Browser", "node_modules", "axe-core", "axe.min.js");
        Axe = File.Exists(axe) ? await File.ReadAllTextAsync(axe) : throw new InvalidOperationException("axe-core is missing; run 'npm ci' in tests/Chancery.Browser");
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        Desk = await OpenDesk.Open([.. Installed.Samples, .. Installed.ToldTwice]);
        Record = "/records/" + await Desk.EventOf("signed a declaration");
        Compared = "/compare/" + await ToldTwice();
    }

    /// <summary>An event that more than one report tells of.</summary>
    private async Task<string> ToldTwice()
    {
        foreach (string line in (await Desk.Page("/api/events.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string id = (string)JsonNode.Parse(line)!["event"]!["id"]!;
            if ((await Desk.Json($"/api/events/{id}/tellings"))["tellings"]!.AsArray().Select(row => (string)row!["report"]!["id"]!).Distinct().Count() > 1)
                return id;
        }

        throw new InvalidOperationException("no event is told by two reports");
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (Desk is not null)
            await Desk.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowsingTests : ICollectionFixture<Browsing>
{
    public const string Name = "a browser";
}

/// <summary>A window with one page, and all that went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Complaints of the console, errors of scripts, dialogs, and requests to any other host.</summary>
    public List<string> Troubles { get; } = [];

    public static async Task<Window> Open(Browsing browsing, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool withScripts = true, float scale = 1, OpenDesk? desk = null)
    {
        string url = (desk ?? browsing.Desk).Url;
        IBrowserContext context = await browsing.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = withScripts,
            DeviceScaleFactor = scale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                window.Troubles.Add($"console: {message.Text}");
        };
        window.Page.PageError += (_, error) => window.Troubles.Add($"script: {error}");
        window.Page.Dialog += (_, dialog) =>
        {
            window.Troubles.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(url, StringComparison.Ordinal))
                window.Troubles.Add($"request: {request.Url}");
        };
        return window;
    }

    public async Task<IPage> Go(string address)
    {
        await Page.GotoAsync(address);
        return Page;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
