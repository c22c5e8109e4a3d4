using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>The designer is not for everybody.</summary>
public sealed class DesignerPermissionTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Tutor_HasNoDesigner_AndIsRefusedItsPages()
    {
        await using var coordinator = await StudioPage.OpenAsync(chromium, running.Host);
        await using var tutor = await StudioPage.OpenAsync(chromium, running.Host, "tutor");
        await coordinator.Office.GoAsync("/");
        await tutor.Office.GoAsync("/");

        Assert.NotEqual(0, await coordinator.Page.Locator("nav a[href^='/designer']").CountAsync());
        Assert.Equal(0, await tutor.Page.Locator("nav a[href^='/designer']").CountAsync());

        foreach (var path in new[] { "/designer", "/designer/workflows/definitions/logistics/edit", "/designer/workflows/instances" })
        {
            await tutor.Page.GotoAsync(path);
            Assert.Equal(0, await tutor.Page.GetByTestId("designer").CountAsync());
        }

        var token = await tutor.Page.APIRequest.PostAsync(
            new Uri(running.Host.BaseAddress, "/designer/token").ToString(),
            new APIRequestContextOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Requested-With"] = "XMLHttpRequest" }, MaxRedirects = 0 });
        Assert.False(token.Ok, $"A tutor got a token for the designer: {token.Status}");
    }
}
