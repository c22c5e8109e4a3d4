using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Api;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Definitions leave by Studio's download and come back by its import, unchanged; what we ship survives Studio.</summary>
public sealed class RoundTripTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DefinitionMadeInStudio_ExportedAndImported_IsTheSameAndRuns()
    {
        var client = running.Office().Coordinator;
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var editor = await studio.CreateAsync("Out and back");
        await editor.DropAsync("Start", 30, 60);
        await editor.DropAsync("Set Variable", 250, 60);
        await editor.DropAsync("End", 520, 60);
        await editor.ConnectAsync("Start1", "Done", "SetVariable1");
        await editor.ConnectAsync("SetVariable1", "Done", "End1");
        await editor.AddAsync("Variables", "Add variable", "sum");
        await editor.SelectAsync("SetVariable1");
        await editor.PickAsync("Variable", "sum");
        await editor.WriteAsync("Value", "JavaScript", "String(40 + 2)");

        var list = new StudioList(studio);
        await list.DefinitionsAsync();
        await list.ChooseAsync("Out and back", "Export");
        var exported = JsonNode.Parse((await list.DownloadAsync()).Content)!;
        var again = exported.DeepClone();
        (again["definitionId"], again["name"]) = ("out-and-back-again", "And back again");
        again.AsObject().Remove("id");
        await list.DefinitionsAsync();
        await list.ImportAsync(new FilePayload { Name = "again.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(again.ToJsonString()) });
        await list.Row("And back again").WaitForAsync();
        again["definitionId"] = "out-and-back-by-api";
        await client.PostAsync("/elsa/api/workflow-definitions/import", again, Ct);

        foreach (var id in new[] { "out-and-back-again", "out-and-back-by-api" })
        {
            var copy = await client.GetAsync($"/elsa/api/workflow-definitions/{id}/export", Ct);
            Assert.Null(DefinitionJson.Difference(DefinitionJson.Content(exported), DefinitionJson.Content(copy)));
            var run = await client.PostAsync($"/elsa/api/workflow-definitions/{id}/execute", new JsonObject(), Ct);
            Assert.Equal("Finished", run["workflowState"]!["status"]!.GetValue<string>());
            Assert.Equal("Finished", run["workflowState"]!["subStatus"]!.GetValue<string>());
        }

        await studio.ExpectQuietAsync();
    }

    [Theory]
    [InlineData("initial-vocational-training")]
    [InlineData("logistics")]
    public async Task ShippedDefinition_MovedInStudio_DiffersOnlyInWhatWasMoved(string id)
    {
        var client = running.Office().Coordinator;
        var before = await client.GetAsync($"/elsa/api/workflow-definitions/{id}/export", Ct);
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        await studio.GoToDefinitionAsync(id);
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Node)).ToHaveCountAsync(before["root"]!["activities"]!.AsArray().Count);
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Edge)).ToHaveCountAsync(before["root"]!["connections"]!.AsArray().Count);
        Assert.Equal(0, await studio.Page.Locator(StudioSelectors.NodeType).GetByText("not found").CountAsync());
        await studio.PictureAsync($"editor-{id}");

        var (moved, _) = await new StudioEditor(studio).NudgeAsync();

        var draft = await client.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}", Ct);
        try
        {
            var after = await client.GetAsync($"/elsa/api/workflow-definitions/{id}/export?versionOptions=Latest", Ct);
            Assert.Null(DefinitionJson.Difference(Without(before, moved), Without(after, moved)));
            await studio.ExpectQuietAsync();
        }
        finally
        {
            await DeleteAsync(client, draft["id"]!.GetValue<string>());
        }
    }

    /// <summary>A definition without the place of one activity.</summary>
    private static JsonObject Without(JsonNode definition, string moved)
    {
        var copy = definition.DeepClone();
        copy["root"]!["activities"]!.AsArray().Single(activity => activity!["id"]!.GetValue<string>() == moved)!["metadata"]!.AsObject().Remove("designer");
        return DefinitionJson.Content(copy);
    }

    private static async Task DeleteAsync(ApiClient client, string versionId) =>
        await client.TrySendAsync(HttpMethod.Delete, $"/elsa/api/workflow-definition-versions/{versionId}", body: null, Ct);
}
