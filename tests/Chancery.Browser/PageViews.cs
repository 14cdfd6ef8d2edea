using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Browser;

/// <summary>Every page as people see it: in light and dark, on a telephone, enlarged, with and without scripts.</summary>
[Collection(BrowsingTests.Name)]
public sealed class PageViews(Browsing browsing)
{
    public static TheoryData<string> Addresses() =>
    [
        "/", "/reports", "/reports/oslo-1993", "JUNK", "/timeline", "/timeline?who=RUS&history=1&lanes=actor", "/dyad", "/dyad/RUS/GBR", "/stances", "/stances?toward=RUS",
        "COMPARED", "/quotes", "/agreements", "/actors", "/actors/Theresa%20May", "RECORD", "/search?q=talks", "/corrections", "/api", "/nothing", "/timeline?filter=foo:1",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_no_barrier_in_light_and_dark(string address)
    {
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using Window window = await Window.Open(browsing, scheme: scheme);
            IPage page = await window.Go(await Resolve(address));
            await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
            Assert.Equal("", await Violations(page));
            AssertCalm(window, address);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_can_be_used_on_a_telephone_and_enlarged_twice(string address)
    {
        foreach ((int width, float scale) in new[] { (400, 1f), (640, 2f) })
        {
            await using Window window = await Window.Open(browsing, width, 800, scale: scale);
            IPage page = await window.Go(await Resolve(address));
            int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{address} is {over} pixels too wide at {width}");
            Assert.Equal("", await Violations(page));
            Assert.True(await page.Locator("nav a").First.IsVisibleAsync());
        }
    }

    /// <summary>A shift that nobody sees: a fiftieth of the window.</summary>
    private const double Least = 0.02;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_moves_once_it_is_shown(string address)
    {
        await using Window window = await Window.Open(browsing);
        string resolved = await Resolve(address);
        double shift = double.MaxValue;

        // What a page does by itself it does each time; what a packet that came late on a busy machine does, it does once.
        for (int look = 0; look < 3 && shift > Least; look++)
            shift = Math.Min(shift, await ShiftOf(await window.Go(resolved)));
        Assert.InRange(shift, 0, Least);
    }

    /// <summary>The sum of layout shifts of a page until a little after it has come, as a share of the window.</summary>
    private static Task<double> ShiftOf(IPage page) => page.EvaluateAsync<double>("""
        new Promise(done => {
          let shift = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(shift), 300);
        })
        """);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_whole_without_scripts(string address)
    {
        await using Window with = await Window.Open(browsing);
        await using Window without = await Window.Open(browsing, withScripts: false);
        string scripted = await (await with.Go(await Resolve(address))).Locator("main").InnerTextAsync();
        string plain = await (await without.Go(await Resolve(address))).Locator("main").InnerTextAsync();
        Assert.Equal(scripted, plain);
        Assert.True(plain.Length > 20);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Everything_that_can_be_done_is_reached_by_the_tab_key(string address)
    {
        await using Window window = await Window.Open(browsing, withScripts: false);
        IPage page = await window.Go(await Resolve(address));
        int many = await page.Locator("a[href]:visible, button:visible, input:visible:not([type=hidden]), select:visible, textarea:visible, summary:visible").CountAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < many + 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            JsonElement focus = await FocusOf(page);
            if (focus.GetProperty("tag").GetString() == "BODY" && i > 0)
                break;
            Assert.True(focus.GetProperty("seen").GetBoolean(), $"{address}: the focus cannot be seen on {focus}");
            seen.Add(focus.GetProperty("path").GetString()!);
        }

        Assert.True(seen.Count >= many, $"{address}: {seen.Count} of {many} reached");
    }

    [Fact]
    public async Task Printing_leaves_the_report_with_numbered_notes()
    {
        await using Window window = await Window.Open(browsing);
        IPage page = await window.Go("/reports/oslo-1993");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator(".masthead nav").IsVisibleAsync());
        Assert.False(await page.Locator(".find").IsVisibleAsync());
        Assert.True(await page.Locator(".note-mark").First.IsVisibleAsync());
        Assert.True(await page.Locator(".card .number").First.IsVisibleAsync());
        Assert.True((await page.PdfAsync()).Length > 10_000);
    }

    [Fact]
    public async Task Pictures_of_the_pages_are_taken()
    {
        string folder = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } given ? given : Path.Combine(Path.GetTempPath(), $"chancery-shots-{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);
        (string Name, string Address, int Width, int Height, ColorScheme Scheme)[] shots =
        [
            ("start", "/", 1280, 900, ColorScheme.Light), ("reader", "/reports/oslo-1993", 1280, 720, ColorScheme.Light), ("reader-junk", "JUNK", 1280, 1000, ColorScheme.Light), ("reader-dark", "/reports/oslo-1993", 1280, 720, ColorScheme.Dark), ("timeline", "/timeline", 1280, 1000, ColorScheme.Light),
            ("timeline-dark", "/timeline?who=RUS", 1280, 900, ColorScheme.Dark), ("dyad", "/dyad/RUS/GBR", 1280, 1000, ColorScheme.Light), ("stances", "/stances?toward=RUS", 1280, 640, ColorScheme.Light), ("compare", "COMPARED", 1280, 520, ColorScheme.Light),
            ("quotes", "/quotes", 1280, 900, ColorScheme.Light), ("agreements", "/agreements", 1280, 900, ColorScheme.Light), ("actor", "/actors/Theresa%20May", 1280, 1000, ColorScheme.Light), ("record", "RECORD", 1280, 1000, ColorScheme.Light), ("search", "/search?q=talks", 1280, 800, ColorScheme.Light), ("telephone", "/reports/oslo-1993", 400, 860, ColorScheme.Light),
        ];
        foreach ((string name, string address, int width, int height, ColorScheme scheme) in shots)
        {
            await using Window window = await Window.Open(browsing, width, height, scheme);
            IPage page = await window.Go(await Resolve(address));
            string path = Path.Combine(folder, name + ".png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
            Assert.True(new FileInfo(path).Length > 5_000, name);
        }
    }

    private async Task<string> Resolve(string address) => address switch
    {
        "RECORD" => browsing.Record,
        "COMPARED" => browsing.Compared,
        "JUNK" => "/reports/" + Uri.EscapeDataString((string)(await browsing.Desk.Json("/api/reports?limit=100"))["items"]!.AsArray().First(row => ((string)row!["report"]!["uri"]!).Contains("singapore-2018-junk", StringComparison.Ordinal))!["report"]!["id"]!),
        _ => address,
    };

    private static void AssertCalm(Window window, string address)
    {
        // The browser itself complains of an answer that says 404 or 400; the page that says so is meant.
        bool refused = address is "/nothing" or "/timeline?filter=foo:1";
        Assert.DoesNotContain(window.Troubles, trouble => !refused || !trouble.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private async Task<string> Violations(IPage page)
    {
        await page.EvaluateAsync(browsing.Axe);
        return await page.EvaluateAsync<string>("""
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then(found => found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + " " + node.any.map(check => check.message).join(" ")).join(" | ")}`).join("\n"))
            """);
    }

    /// <summary>What has the focus, whether it can be seen, and where it stands.</summary>
    private static Task<JsonElement> FocusOf(IPage page) => page.EvaluateAsync<JsonElement>("""
        (() => {
          const at = document.activeElement;
          const box = at.getBoundingClientRect();
          const path = [];
          for (let node = at; node && node !== document.body; node = node.parentElement) path.push(node.tagName + [...(node.parentElement?.children ?? [])].indexOf(node));
          const style = getComputedStyle(at);
          return { tag: at.tagName, path: path.join(" "), seen: box.width > 0 && box.height > 0 && style.outlineStyle !== "none" };
        })()
        """);
}
