using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Every activity of the palette on a canvas: drawn with its ports, saved by Studio, loaded again, nothing lost.</summary>
public sealed class PaletteWalkTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Columns = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryActivity_OnACanvas_IsDrawnSavedAndLoadedAgain()
    {
        const string Id = "palette-walk";
        var office = running.Office();
        var palette = await PaletteAsync(office.Coordinator);
        var workflow = new SmallWorkflow(Id, "Palette walk");
        foreach (var (activity, index) in palette.Select((activity, index) => (activity, index)))
        {
            var inputs = activity["constructionProperties"]?.AsObject().Select(pair => (pair.Key, pair.Value!)).ToArray() ?? [];
            workflow.Place(IdOf(index), TypeOf(activity), index % Columns * 320, index / Columns * 140, inputs);
        }

        await workflow.SaveAsync(office.Coordinator, publish: false, Ct);
        var before = DefinitionJson.Content(await office.Coordinator.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{Id}", Ct), withLayout: false);

        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        await studio.GoToDefinitionAsync(Id);
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Node)).ToHaveCountAsync(palette.Count);
        await ExpectDrawnAsync(studio.Page, palette);
        await studio.PictureAsync("palette-walk");

        var (_, saved) = await new StudioEditor(studio).NudgeAsync();
        Assert.Null(DefinitionJson.Difference(before["root"], DefinitionJson.Content(saved, withLayout: false)["root"]));
        var after = DefinitionJson.Content(await office.Coordinator.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{Id}", Ct), withLayout: false);
        Assert.Null(DefinitionJson.Difference(before["root"], after["root"]));

        await studio.Page.ReloadAsync();
        await studio.ReadyAsync();
        await Assertions.Expect(studio.Page.Locator(StudioSelectors.Node)).ToHaveCountAsync(palette.Count);
        await studio.ExpectQuietAsync();
    }

    [Fact]
    public async Task OneActivityOfEachCategory_DraggedFromThePalette_IsSavedAsItIsDescribed()
    {
        var palette = await PaletteAsync(running.Office().Coordinator);
        var chosen = palette.Where(activity => TypeOf(activity) is not "Elsa.Start").GroupBy(CategoryOf, StringComparer.Ordinal)
            .SelectMany(category => category.Take(category.Key.StartsWith("Send", StringComparison.Ordinal) ? 2 : 1)).ToList();
        Assert.True(chosen.Count >= 12, string.Create(CultureInfo.InvariantCulture, $"Only {chosen.Count} activities to drag."));
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var editor = await studio.CreateAsync("Dragged from the palette");

        var dropped = new List<JsonNode>();
        foreach (var (activity, index) in chosen.Select((activity, index) => (activity, index)))
        {
            var node = await editor.DropAsync(activity["displayName"]!.GetValue<string>(), 20 + (index % 4 * 220), 20 + (index / 4 * 85));
            Assert.Equal(TypeOf(activity), node["type"]!.GetValue<string>());
            foreach (var (name, value) in activity["constructionProperties"]?.AsObject() ?? [])
            {
                Assert.Null(DefinitionJson.Difference(value, node[name]));
            }

            dropped.Add(node);
        }

        await studio.PictureAsync("palette-dragged");
        var stored = await running.Office().Coordinator.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{editor.DefinitionId}", Ct);
        Assert.Equal(dropped.Select(TypeOf).Order(StringComparer.Ordinal), stored["root"]!["activities"]!.AsArray().Select(activity => TypeOf(activity!)).Order(StringComparer.Ordinal));
        await studio.ExpectQuietAsync();
    }

    private static async Task<IReadOnlyList<JsonNode>> PaletteAsync(Api.ApiClient client) =>
        [.. (await client.GetAsync("/elsa/api/descriptors/activities", Ct))["items"]!.AsArray().Select(item => item!).Where(item => item["isBrowsable"]!.GetValue<bool>())];

    private static string TypeOf(JsonNode activity) => (activity["typeName"] ?? activity["type"])!.GetValue<string>();

    private static string CategoryOf(JsonNode activity) => activity["category"]!.GetValue<string>();

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"a{index}");

    /// <summary>Each node says what it is and has the ports of its type; what is not known to Studio would say so.</summary>
    private static async Task ExpectDrawnAsync(IPage page, IReadOnlyList<JsonNode> palette)
    {
        foreach (var (activity, index) in palette.Select((activity, index) => (activity, index)))
        {
            var node = page.Locator($"{StudioSelectors.Node}[data-cell-id='{IdOf(index)}']");
            await Assertions.Expect(node.Locator(StudioSelectors.NodeType)).ToHaveTextAsync(activity["displayName"]!.GetValue<string>());
            foreach (var port in activity["ports"]!.AsArray().Where(port => port!["type"]!.GetValue<string>() == "Flow" && port["isBrowsable"]?.GetValue<bool>() != false))
            {
                Assert.True(await node.Locator($"[port=\"{port!["name"]}\"]").CountAsync() == 1, $"{TypeOf(activity)} is drawn without the port {port["name"]}.");
            }
        }
    }
}
