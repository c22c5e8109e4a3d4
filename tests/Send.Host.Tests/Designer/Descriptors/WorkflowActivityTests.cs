using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Engine.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Tests.Api;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Designer.Descriptors;

/// <summary>A published workflow that is usable as an activity is in the palette, on every host.</summary>
[Collection(ApiCollection.Name)]
public sealed class WorkflowActivityTests(SharedApiHost shared)
{
    private const string Definition = """
        {
          "id": "", "definitionId": "palette-probe", "name": "Palette probe", "description": "Tries the palette.", "version": 1,
          "inputs": [{ "name": "Role", "displayName": "Who", "description": "Anybody.", "type": "String", "uiHint": "singleline" }],
          "outputs": [{ "name": "Answer", "displayName": "Answer", "type": "String" }], "outcomes": ["Well", "Badly"],
          "options": { "usableAsActivity": true, "activityCategory": "Probes" },
          "root": { "id": "s", "type": "Elsa.Sequence", "version": 1, "activities": [] }
        }
        """;

    private static readonly ChangeContext Change = ChangeContext.System(TimeProvider.System);

    private ActivityCatalogue Catalogue => shared.Host.Services.GetRequiredService<ActivityCatalogue>();

    [Fact]
    public async Task Workflow_PublishedAndTakenBack_ComesAndGoes()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await Catalogue.PageAsync("it", ct);
        Assert.Same(before, await Catalogue.PageAsync("it", ct));
        Assert.DoesNotContain(before.Models, model => model.TypeName == "PaletteProbe");

        var runner = shared.Host.Services.GetRequiredService<IProcessRunner>();
        await runner.RunAsync<string>(
            async (step, token) => (await step.Services.GetRequiredService<DefinitionStore>().SaveAsync(WorkflowDefinition.Parse(Definition), publish: true, Change, fileHash: null, token)).Id, ct);
        var page = await Catalogue.PageAsync("it", ct);
        Assert.NotEqual(before.Tag, page.Tag);
        var probe = Assert.Single(page.Models, model => model.TypeName == "PaletteProbe");
        Assert.Equal(("Palette probe", "Probes", true), (probe.DisplayName, probe.Category, probe.IsBrowsable));
        Assert.Equal(["Well", "Badly"], probe.Ports.Select(port => port.DisplayName));
        Assert.Equal(("Who", "Anybody.", true), (probe.Inputs[0].DisplayName, probe.Inputs[0].Description, probe.Inputs[0].IsSynthetic));
        Assert.Equal("palette-probe", probe.ConstructionProperties["WorkflowDefinitionId"]);

        await runner.RunAsync((ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionStore>().RetractAsync("palette-probe", Change, token), ct);
        Assert.False((await Catalogue.FindAsync("PaletteProbe", null, "it", ct))!.IsBrowsable);
    }
}
