using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Browser;

/// <summary>What people do at the desk, from the first click to the last.</summary>
[Collection(BrowsingTests.Name)]
public sealed class Doings(Browsing browsing)
{
    private const string Text = "Norway and Chile sign treaty\n\nNorwegian Foreign Minister Ine Soreide met Chilean Foreign Minister Roberto Ampuero in Oslo on 6 May 2019.\n\nNorway thanked Chile.\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_report_is_read_with_progress_corrected_and_the_correction_undone(bool withScripts)
    {
        await using OpenDesk desk = await OpenDesk.Open();
        await using Window window = await Window.Open(browsing, withScripts: withScripts, desk: desk);
        IPage page = await window.Go("/");
        await page.GetByLabel("or paste a report").FillAsync(Text);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Read", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        await page.Locator(".reports .title a").First.ClickAsync();
        await page.Locator(".card p a[href^='/records/']").First.ClickAsync();
        await page.Locator("#judge-note").FillAsync("a test");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Reject", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".standing")).ToContainTextAsync("Rejected");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Corrections", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nobody has corrected anything");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Files_are_chosen_and_read()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        await using Window window = await Window.Open(browsing, desk: desk);
        IPage page = await window.Go("/");
        await page.Locator("#files").SetInputFilesAsync([
            new FilePayload { Name = "one.txt", MimeType = "text/plain", Buffer = OpenDesk.Bytes(Text) },
            new FilePayload { Name = "two.txt", MimeType = "text/plain", Buffer = OpenDesk.Bytes("Norway criticised Chile.") },
        ]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Read", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".reports tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Files_are_dropped_on_the_zone()
    {
        await using OpenDesk desk = await OpenDesk.Open();
        await using Window window = await Window.Open(browsing, desk: desk);
        IPage page = await window.Go("/");
        await page.EvaluateAsync("""
            () => {
              const bag = new DataTransfer();
              bag.items.add(new File(["Norway thanked Chile."], "dropped.txt", { type: "text/plain" }));
              document.querySelector("[data-zone]").dispatchEvent(new DragEvent("drop", { dataTransfer: bag, bubbles: true, cancelable: true }));
            }
            """);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".reports .title a")).ToHaveTextAsync("dropped.txt", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
    }

    [Fact]
    public async Task Words_and_records_lead_to_each_other()
    {
        await using Window window = await Window.Open(browsing);
        IPage page = await window.Go("/reports/oslo-1993");
        await page.Locator("#t2").ClickAsync();
        Assert.EndsWith("#r2", page.Url, StringComparison.Ordinal);
        await page.Locator("#r3 .number").ClickAsync();
        Assert.EndsWith("#t3", page.Url, StringComparison.Ordinal);
        await page.Locator(".ev[data-records='1']").First.ClickAsync();
        Assert.EndsWith("#r1", page.Url, StringComparison.Ordinal);
        await page.Locator("#r2").HoverAsync();
        await Assertions.Expect(page.Locator(".ev.lit")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_picture_is_walked_with_the_arrows_and_a_mark_opened_with_enter()
    {
        await using Window window = await Window.Open(browsing);
        IPage page = await window.Go("/timeline");
        await page.Locator("svg[data-marks] a").First.FocusAsync();
        string? first = await Focused(page);
        await page.Keyboard.PressAsync("ArrowRight");
        string? second = await Focused(page);
        Assert.NotEqual(first, second);
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(first, await Focused(page));
        Assert.Equal(1, await page.Locator("svg[data-marks] a[tabindex='0']").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(first!) + "$"));
    }

    [Fact]
    public async Task The_history_of_a_stance_opens_with_a_click_and_needs_no_script()
    {
        await using Window window = await Window.Open(browsing, withScripts: false);
        IPage page = await window.Go("/stances?toward=RUS");
        ILocator cell = page.Locator(".stance").First;
        Assert.False(await cell.Locator("ul").IsVisibleAsync());
        await cell.Locator("summary").ClickAsync();
        await Assertions.Expect(cell.Locator("ul")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_filter_typed_into_the_form_becomes_the_address()
    {
        await using Window window = await Window.Open(browsing);
        IPage page = await window.Go("/timeline");
        await page.Locator("#filter").FillAsync("type:CONSULT factuality:happened");
        await page.Keyboard.PressAsync("Enter");
        // Asked again and again: an arrival may fall between a single look at the address and the waiting for it.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("filter=type"));
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
        Assert.Equal("type:CONSULT factuality:happened", await page.Locator("#filter").InputValueAsync());
        Assert.True(await page.Locator(".events tbody tr").CountAsync() > 0);
        Assert.Equal(await page.Locator(".events tbody tr").CountAsync(), await page.Locator(".events .type", new PageLocatorOptions { HasText = "CONSULT" }).CountAsync());
    }

    [Fact]
    public async Task A_hostile_report_does_nothing_and_right_to_left_names_stay_apart()
    {
        const string evil = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>";
        string report = JsonSerializer.Serialize(new { id = evil, title = evil + " مرحبا \u202Etxt.exe 首脑会谈", outlet = evil, language = "en", published = "2019-05-06", text = $"Norway thanked Chile {evil} today. שלום \u202E abc." });
        await using OpenDesk desk = await OpenDesk.Open(Installed.Read("evil.jsonl", OpenDesk.Bytes(report)));
        await using Window window = await Window.Open(browsing, desk: desk);
        foreach (string address in (string[])["/", "/reports", "/reports/" + Uri.EscapeDataString(evil), "/timeline", "/quotes", "/search?q=" + Uri.EscapeDataString(evil)])
        {
            IPage page = await window.Go(address);
            await page.WaitForTimeoutAsync(150);
            Assert.Equal(0, await page.Locator("img, script:not([src]), svg[onload]").CountAsync());
        }

        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task A_desk_with_a_token_asks_for_it_and_lets_in()
    {
        await using OpenDesk desk = await OpenDesk.Open(Installed.Samples, token: "open sesame");
        await using Window window = await Window.Open(browsing, withScripts: false, desk: desk);
        IPage page = await window.Go("/reports");
        await page.GetByLabel("Token").FillAsync("open sesame");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Enter" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Reports", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Reports");
    }

    private static Task<string?> Focused(IPage page) => page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')");
}
