using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>What a member of staff does in the browser: sign in, enrol, open a task, fill its form, press an outcome.</summary>
internal sealed partial class OfficeBrowser(BrowserPage browser)
{
    private const string Password = "demo-Send-2027";
    private readonly IPage page = browser.Page;
    private readonly FormFiller forms = new(browser.Page);

    public async Task SignInAsync(string user)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name=email]").FillAsync(Office.Mail(user));
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.Locator("input[name=password]").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens a page and waits until it answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await page.GotoAsync(path);
        await page.Locator("main h1").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Enrols a participant through the steps of the enrolment page; returns the id of the case.</summary>
    public async Task<string> EnrolAsync(JsonObject person)
    {
        await GoAsync("/cases");
        await page.GetByTestId("enrol").ClickAsync();
        await page.GetByTestId("task-form").WaitForAsync();
        var next = page.GetByTestId("enrol-next");
        for (var step = 1; await page.GetByTestId("enrol-review").CountAsync() == 0; step++)
        {
            await page.Locator($"[data-step='{step}']").WaitForAsync();
            await forms.FillAsync(person);
            await next.ClickAsync();
            await page.Locator($"[data-step='{step + 1}']").Or(page.GetByTestId("error-summary")).WaitForAsync();
            await ExpectNoErrorsAsync("enrolment");
        }

        await page.Locator("[data-outcome='Save']").ClickAsync();
        await page.WaitForURLAsync(CaseAddress());
        return CaseAddress().Match(page.Url).Groups["id"].Value;
    }

    /// <summary>The status that the case's page shows.</summary>
    public async Task<string> StatusAsync(string caseId)
    {
        await GoAsync($"/cases/{caseId}/tasks");
        return await page.GetByTestId("case").GetAttributeAsync("data-status") ?? "";
    }

    /// <summary>Opens a task, fills its form and presses the outcome.</summary>
    public async Task CompleteAsync(string taskId, JsonObject values, string outcome)
    {
        await GoAsync($"/tasks/{taskId}");
        await forms.FillAsync(values);
        await page.Locator($"[data-outcome='{outcome}']").ClickAsync();
        await page.GetByTestId("task-done").Or(page.GetByTestId("error-summary")).WaitForAsync();
        await ExpectNoErrorsAsync(await page.GetByTestId("task").TextContentAsync() ?? taskId);
    }

    private async Task ExpectNoErrorsAsync(string where)
    {
        var summary = page.GetByTestId("error-summary");
        if (await summary.CountAsync() > 0)
        {
            Assert.Fail($"{page.Url} refuses what was entered: {await summary.InnerTextAsync()}\n{where}");
        }
    }

    [GeneratedRegex("/cases/(?<id>[0-9a-f]{8}-[0-9a-f-]{27})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseAddress();
}
