using System.Globalization;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Api;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Somebody watches a case's process while somebody else does its work.</summary>
public sealed class LiveViewerTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly PageWaitForFunctionOptions Often = new() { PollingInterval = 200, Timeout = 60_000 };

    [Fact]
    public async Task Journal_WhenATaskIsCompletedInTheInbox_MovesWithoutAReload()
    {
        var ct = TestContext.Current.CancellationToken;
        var office = running.Office();
        var driver = new CaseDriver(office);
        var caseId = await driver.EnrolAsync(Enrolments.Trainee(await RunningHost.TodayAsync(office, ct), "Watched"), ct);
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var page = studio.Page;

        await studio.Office.GoAsync($"/cases/{caseId}");
        await page.GetByTestId("show-in-process").ClickAsync();
        await page.WaitForURLAsync("**/designer/workflows/instances/*/view");
        await studio.ReadyAsync();
        await studio.CanvasAsync();
        var entries = page.Locator(StudioSelectors.JournalEntry);
        await entries.Filter(new LocatorFilterOptions { HasText = "Suspended" }).First.WaitForAsync();
        await page.Locator($"{StudioSelectors.Node} {StudioSelectors.Badge}").First.WaitForAsync();
        await page.EvaluateAsync("window.stillTheSamePage = true");
        var badges = await BadgesAsync(page);
        await studio.PictureAsync("viewer-before-the-task");

        await CompleteFirstTaskAsync(office, driver, caseId, ct);

        await page.BringToFrontAsync();
        await page.WaitForFunctionAsync(
            $"was => [...document.querySelectorAll('{StudioSelectors.Node} {StudioSelectors.Badge}')].map(badge => badge.innerText).join() !== was", badges, Often);
        await page.WaitForFunctionAsync(
            $$"""
            what => {
              const entries = [...document.querySelectorAll('{{StudioSelectors.JournalEntry}}')];
              entries.at(-1).scrollIntoView(); // the list holds only what is in view
              return entries.some(entry => entry.innerText.includes(what) && entry.innerText.includes('Completed'));
            }
            """,
            "Check eligibility",
            Often);
        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSamePage === true"));
        await studio.PictureAsync("viewer-after-the-task");

        await page.GetByTestId("designer-case-link").ClickAsync();
        await page.WaitForURLAsync(string.Create(CultureInfo.InvariantCulture, $"**/cases/{caseId}"));
        await page.GetByTestId("case").WaitForAsync();
        await studio.ExpectQuietAsync();
    }

    private static async Task<string> BadgesAsync(IPage page) => await page.EvaluateAsync<string>(
        $"[...document.querySelectorAll('{StudioSelectors.Node} {StudioSelectors.Badge}')].map(badge => badge.innerText).join()");

    /// <summary>The person whose queue the task is in completes it through the pages, in a browser of their own.</summary>
    private async Task CompleteFirstTaskAsync(Office office, CaseDriver driver, string caseId, CancellationToken ct)
    {
        var id = (await driver.OpenTasksAsync(caseId, ct))[0]["id"]!.GetValue<string>();
        var task = await office.Coordinator.GetAsync($"/api/tasks/{id}", ct);
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "en");
        var colleague = new OfficeBrowser(visitor);
        await colleague.SignInAsync("coordinator");
        await colleague.CompleteAsync(id, ExampleForm.Fill(task["form"]!["schema"]!, Filling.RequiredOnly), task["form"]!["outcomes"]![0]!.GetValue<string>());
    }
}
