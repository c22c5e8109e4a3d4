using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>axe on the main pages, in both languages.</summary>
public sealed class AccessibilityTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Pages =
    [
        "/inbox", "/inbox?view=available", "/inbox?view=done", "/cases", "/cases/new", "/people/participants", "/people/participants/new",
        "/people/organisations", "/placements", "/administration", "/administration/mailbox", "/administration/staff", "/about",
        "/designer/versions", "/designer/versions/initial-vocational-training", "/designer/versions/initial-vocational-training/move", "/designer/check/logistics",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    public async Task SignIn_HasNoFindings(string language)
    {
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, language);
        await new OfficeBrowser(visitor).GoAsync("/sign-in");

        Assert.Empty(await visitor.AxeFindingsAsync());
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    public async Task MainPages_HaveNoFindings(string language)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, language);
        var browser = new OfficeBrowser(visitor);
        await browser.SignInAsync("admin");
        var findings = new List<string>();
        foreach (var path in Pages.Concat(await OneCaseAndTaskAsync(running.Office(), ct)))
        {
            await browser.GoAsync(path);
            findings.AddRange(await visitor.AxeFindingsAsync());
        }

        Assert.Empty(findings);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task<IReadOnlyList<string>> OneCaseAndTaskAsync(Office office, CancellationToken ct)
    {
        var tasks = await office.Coordinator.ListAsync("/api/tasks?view=all&open=true", ct);
        var (task, @case) = (tasks[0]["id"], tasks[0]["caseId"]);
        return [$"/tasks/{task}", $"/cases/{@case}", $"/cases/{@case}/plan", $"/cases/{@case}/tasks", $"/cases/{@case}/documents", $"/cases/{@case}/history"];
    }
}
