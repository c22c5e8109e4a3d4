using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Api;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Instances in Studio: found, cancelled and deleted in the list; a fault looked into, mended and tried again.</summary>
public sealed class InstanceTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_InTheList_AreFoundCancelledAndDeleted()
    {
        var client = running.Office().Coordinator;
        await SmallWorkflow.Waiting("listed-instances", "Listed").SaveAsync(client, publish: true, Ct);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await RunAsync(client, "listed-instances"));
        }

        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var list = new StudioList(studio);
        await list.InstancesAsync();
        await list.SearchAsync("listed-instances");
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Row)).ToHaveCountAsync(3);
        await studio.PictureAsync("instances-found");

        await studio.Page.Locator(StudioSelectors.Row).First.Locator(StudioSelectors.RowMenu).ClickAsync();
        await studio.ChooseAsync("Cancel");
        await ConfirmAsync(studio, list);
        await studio.Page.Locator(StudioSelectors.Row).Filter(new LocatorFilterOptions { HasText = "Cancelled" }).WaitForAsync();

        await studio.Page.Locator(StudioSelectors.Row).Filter(new LocatorFilterOptions { HasText = "Cancelled" }).Locator(StudioSelectors.RowMenu).ClickAsync();
        await studio.ChooseAsync("Delete");
        await ConfirmAsync(studio, list);
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Row)).ToHaveCountAsync(2);

        await list.ChooseForAsync(["Suspended"], "Delete");
        await ConfirmAsync(studio, list);
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Row)).ToHaveCountAsync(1);
        var left = 0;
        foreach (var id in ids)
        {
            left += (await client.TrySendAsync(HttpMethod.Get, $"/elsa/api/workflow-instances/{id}", body: null, Ct)).Status == System.Net.HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(1, left);
        await studio.ExpectQuietAsync();
    }

    [Fact]
    public async Task FaultedActivity_LookedAtMendedAndRetried_Completes()
    {
        var client = running.Office().Coordinator;
        await SmallWorkflow.Waiting("mended-instance", "Mended").SaveAsync(client, publish: true, Ct);
        var id = await RunAsync(client, "mended-instance");
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var page = studio.Page;
        await studio.GoToInstanceAsync(id);
        await Journal(page, "event1", "Suspended").WaitForAsync();

        await client.PostAsync("/elsa/api/events/Mended/trigger", new JsonObject { ["workflowInstanceId"] = id }, Ct);
        await Journal(page, "script1", "Faulted").WaitForAsync(); // the viewer was not loaded again: it is told
        await page.ReloadAsync();
        await studio.ReadyAsync();
        await Journal(page, "script1", "Faulted").ClickAsync();
        await studio.OpenTabAsync("Incidents");
        await page.GetByText("Nobody is ready").First.WaitForAsync();
        await studio.OpenTabAsync("Executions");
        await page.Locator(StudioSelectors.Row).Filter(new LocatorFilterOptions { HasText = "Faulted" }).First.ClickAsync();
        await page.GetByText("Execution Details").WaitForAsync();
        await studio.PictureAsync("viewer-faulted");

        await client.PostAsync(
            $"/elsa/api/workflow-instances/{id}/variables",
            new JsonObject { ["variables"] = new JsonArray(new JsonObject { ["id"] = "ready", ["value"] = true }) },
            Ct);
        await page.ReloadAsync();
        await studio.ReadyAsync();
        await studio.OpenTabAsync("Variables");
        await page.Locator(".stage tr").Filter(new LocatorFilterOptions { HasText = "ready" }).GetByText("True").WaitForAsync();
        await client.PostAsync("/elsa/api/alterations/workflows/retry", new JsonObject { ["workflowInstanceIds"] = new JsonArray(id) }, Ct);
        await Journal(page, "end1", "Completed").WaitForAsync();
        await studio.PictureAsync("viewer-retried");
        await studio.ExpectQuietAsync();
    }

    private static ILocator Journal(IPage page, string activity, string what) => page.Locator(StudioSelectors.JournalEntry)
        .Filter(new LocatorFilterOptions { HasText = activity }).Filter(new LocatorFilterOptions { HasText = what }).First;

    private static async Task<string> RunAsync(ApiClient client, string definition) =>
        (await client.PostAsync($"/elsa/api/workflow-definitions/{definition}/execute", new JsonObject(), Ct))["workflowState"]!["id"]!.GetValue<string>();

    /// <summary>Presses the button that goes on in the dialog that asks.</summary>
    private static async Task ConfirmAsync(StudioPage studio, StudioList list)
    {
        var button = await studio.Page.Locator($"{StudioSelectors.Dialog} .mud-dialog-actions button").Last.InnerTextAsync();
        await list.ConfirmAsync(button.Trim());
    }
}
