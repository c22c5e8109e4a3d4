using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>What a coordinator does with definitions in Studio's list, and with their versions in the editor.</summary>
public sealed class DefinitionListTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Definitions_ImportedTogether_GoThroughAllBulkActions()
    {
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var list = new StudioList(studio);
        await list.DefinitionsAsync();
        string[] names = ["Bulk one", "Bulk two"];

        await list.ImportAsync([.. names.Select(name => new FilePayload { Name = name + ".json", MimeType = "application/json", Buffer = File(name) })]);
        foreach (var name in names)
        {
            await list.Row(name).WaitForAsync();
            await list.ExpectAsync(name, "Published version", "-");
        }

        await list.ChooseForAsync(names, "Publish");
        await list.ConfirmAsync("Publish");
        await list.ExpectAsync("Bulk two", "Published version", "1");
        await list.ChooseForAsync(names, "Unpublish");
        await list.ConfirmAsync("Unpublish");
        await list.ExpectAsync("Bulk one", "Published version", "-");
        await list.ChooseForAsync(names, "Export");
        var (file, zip) = await list.DownloadAsync();
        Assert.EndsWith(".zip", file, StringComparison.Ordinal);
        await using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            Assert.Equal(2, archive.Entries.Count);
        }

        await studio.PictureAsync("definitions-bulk");
        await list.DefinitionsAsync();
        await list.ChooseForAsync(names, "Delete");
        await list.ConfirmAsync("Delete");
        await list.ExpectGoneAsync("Bulk one");
        await list.ExpectGoneAsync("Bulk two");
        await studio.ExpectQuietAsync();
    }

    [Fact]
    public async Task Definition_FromItsRow_IsFoundDuplicatedRetractedAndDeleted()
    {
        await new SmallWorkflow("row-menu", "Row menu").Then("start1", "Elsa.Start").Then("end1", "Elsa.End").SaveAsync(running.Office().Coordinator, publish: true, Ct);
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var list = new StudioList(studio);
        await list.DefinitionsAsync();

        await list.SearchAsync("row-menu");
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Row)).ToHaveCountAsync(1);
        await list.ChooseAsync("row-menu", "Unpublish");
        await list.ExpectAsync("row-menu", "Published version", "-");
        await list.ChooseAsync("row-menu", "Publish");
        await list.ExpectAsync("row-menu", "Published version", "1");

        await list.DefinitionsAsync();
        await list.ChooseAsync("row-menu", "Duplicate");
        await StudioPage.NameAsync(studio.Page.Locator(StudioSelectors.Dialog), "Row menu, again");
        await list.ConfirmAsync("Ok");
        await list.DefinitionsAsync();
        await list.Row("Row menu, again").WaitForAsync();

        foreach (var row in new[] { "Row menu, again", "row-menu" })
        {
            await list.ChooseAsync(row, "Delete");
            await list.ConfirmAsync("Delete");
            await list.ExpectGoneAsync(row);
        }

        await studio.ExpectQuietAsync();
    }

    private static byte[] File(string name)
    {
        var definition = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("N"),
            ["definitionId"] = name.Replace(' ', '-').ToLowerInvariant(),
            ["name"] = name,
            ["version"] = 1,
            ["toolVersion"] = "3.8.0.0",
            ["variables"] = new JsonArray(),
            ["inputs"] = new JsonArray(),
            ["outputs"] = new JsonArray(),
            ["outcomes"] = new JsonArray(),
            ["customProperties"] = new JsonObject(),
            ["isReadonly"] = false,
            ["isLatest"] = true,
            ["isPublished"] = false,
            ["options"] = new JsonObject(),
            ["root"] = JsonNode.Parse("""
                {
                  "id": "flow1", "nodeId": "Workflow1:flow1", "name": "Flowchart1", "type": "Elsa.Flowchart", "version": 1,
                  "activities": [
                    { "id": "start1", "nodeId": "Workflow1:flow1:start1", "name": "Start1", "type": "Elsa.Start", "version": 1, "metadata": { "designer": { "position": { "x": 0, "y": 0 } } } },
                    { "id": "end1", "nodeId": "Workflow1:flow1:end1", "name": "End1", "type": "Elsa.End", "version": 1, "metadata": { "designer": { "position": { "x": 240, "y": 0 } } } }
                  ],
                  "connections": [ { "source": { "activity": "start1", "port": "Done" }, "target": { "activity": "end1", "port": "In" } } ]
                }
                """),
        };
        return System.Text.Encoding.UTF8.GetBytes(definition.ToJsonString());
    }
}
