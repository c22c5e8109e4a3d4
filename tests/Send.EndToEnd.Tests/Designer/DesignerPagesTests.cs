using System.Collections.Concurrent;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>The four pages of Elsa Studio in a real browser: they open, say nothing on the console, and ask nobody else.</summary>
public sealed class DesignerPagesTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private const string Programme = "initial-vocational-training";

    [Fact]
    public async Task Pages_OpenWithoutComplaintsAndForeignRequests()
    {
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "en");
        var foreign = Listen(visitor.Page);
        await new OfficeBrowser(visitor).SignInAsync("coordinator");
        var page = visitor.Page;

        await page.GotoAsync("/designer");
        await ReadyAsync(page);
        await page.Locator(".stage tbody").GetByText(Programme).First.WaitForAsync();
        Assert.EndsWith("Send", await page.TitleAsync(), StringComparison.Ordinal);

        await page.Locator(".stage tbody").GetByText(Programme).First.ClickAsync();
        await page.WaitForURLAsync($"**/designer/workflows/definitions/{Programme}/edit");
        await ReadyAsync(page);
        await page.Locator(".stage .elsa-activity").First.WaitForAsync();
        Assert.Equal("Initial vocational training", await page.Locator("main h1").InnerTextAsync());

        await page.GoBackAsync();
        await ReadyAsync(page);
        await page.Locator(".stage tbody").GetByText(Programme).First.WaitForAsync();

        await page.Locator(".designer-tabs [data-view=Instances]").ClickAsync();
        await ReadyAsync(page);
        await page.Locator(".stage tbody tr").Nth(2).WaitForAsync();
        await page.Locator(".stage tbody tr").First.Locator("td").Nth(4).ClickAsync();
        await page.WaitForURLAsync("**/designer/workflows/instances/*/view");
        await ReadyAsync(page);
        await page.Locator(".stage .elsa-activity").First.WaitForAsync();

        Assert.Empty(visitor.Complaints);
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task Case_ShowsItsProcess_AndTheProcessLeadsBack()
    {
        var ct = TestContext.Current.CancellationToken;
        var cases = await running.Office().Coordinator.ListAsync("/api/cases", ct);
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "it");
        var browser = new OfficeBrowser(visitor);
        await browser.SignInAsync("coordinator");
        var page = visitor.Page;

        await browser.GoAsync($"/cases/{cases[0]["id"]}");
        await page.GetByTestId("show-in-process").ClickAsync();
        await page.WaitForURLAsync("**/designer/workflows/instances/*/view");
        await ReadyAsync(page);
        await page.Locator(".stage .elsa-activity").First.WaitForAsync();
        await page.GetByTestId("designer-case-link").ClickAsync();
        await page.WaitForURLAsync($"**/cases/{cases[0]["id"]}");
        await page.GetByTestId("case").WaitForAsync();

        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task List_DeleteOfAProgrammeWithRunningCases_SaysWhyNot()
    {
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "en");
        await new OfficeBrowser(visitor).SignInAsync("coordinator");
        var page = visitor.Page;
        await page.GotoAsync("/designer");
        await ReadyAsync(page);

        await page.Locator(".stage tbody tr", new() { HasText = Programme }).Locator("button").Last.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("Delete", new() { Exact = true }).ClickAsync();
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await page.GetByTestId("designer-refused").GetByText("still run").WaitForAsync();
        Assert.False(await page.GetByTestId("designer-error").IsVisibleAsync());
        await page.Locator(".stage tbody").GetByText(Programme).First.WaitForAsync();
    }

    [Fact]
    public async Task Page_WhenItsFilesDoNotCome_SaysSoAndOffersToTryAgain()
    {
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "en");
        await new OfficeBrowser(visitor).SignInAsync("coordinator");
        await visitor.Page.RouteAsync("**/_framework/*.wasm", route => route.AbortAsync());

        await visitor.Page.GotoAsync("/designer");

        await visitor.Page.GetByTestId("designer-failed").WaitForAsync();
        Assert.True(await visitor.Page.Locator("[data-testid=designer-failed] [data-reload]").IsVisibleAsync());
    }

    [Fact]
    public async Task Page_WithoutWebAssembly_SaysSo()
    {
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "it");
        await new OfficeBrowser(visitor).SignInAsync("coordinator");
        await visitor.Page.AddInitScriptAsync("delete globalThis.WebAssembly");

        await visitor.Page.GotoAsync("/designer");

        await visitor.Page.GetByTestId("designer-failed").WaitForAsync();
        Assert.Contains("WebAssembly", await visitor.Page.GetByTestId("designer-failed").InnerTextAsync(), StringComparison.Ordinal);
    }

    private ConcurrentQueue<string> Listen(IPage page)
    {
        var foreign = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != running.Host.BaseAddress.Authority)
            {
                foreign.Enqueue(request.Url);
            }
        };
        return foreign;
    }

    private static Task ReadyAsync(IPage page) => page.GetByTestId("designer-loading").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden, Timeout = 60_000 });
}
