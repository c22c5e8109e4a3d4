using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Send.Engine.Definitions;
using Send.Host.Designer.Checks;
using Send.Host.Tests.Api;
using Send.TestKit.Hosting;

namespace Send.Host.Tests.Designer.Versions;

/// <summary>Who gets to see versions and checks, and the check as the host wires it.</summary>
[Collection(ApiCollection.Name)]
public sealed class VersionPagesTests(SharedApiHost shared)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/designer/versions")]
    [InlineData("/designer/versions/logistics")]
    [InlineData("/designer/versions/logistics/move")]
    [InlineData("/designer/check/logistics")]
    public async Task Page_IsForThoseWhoDesign(string path)
    {
        using var coordinator = await PageVisitor.AsAsync(shared.Host, "coordinator");
        using var tutor = await PageVisitor.AsAsync(shared.Host, "tutor");
        using var nobody = PageVisitor.Anonymous(shared.Host);

        using var shown = await coordinator.GetAsync(path, Ct);
        using var denied = await tutor.GetAsync(path, Ct);
        using var asked = await nobody.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("/access-denied", denied.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/sign-in", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("initial-vocational-training")]
    [InlineData("logistics")]
    public async Task Check_ShippedWorkflowInTheHost_FindsNothing(string id) =>
        Assert.Empty(await CheckAsync(await File.ReadAllTextAsync(Repository.Combine("workflows", id + ".json"), Ct), "en"));

    [Theory]
    [InlineData("en", "“Role” of “Arrange travel” is “Cook”, which is none of the choices: Administrator, Coordinator, Needs analyst")]
    [InlineData("it", "è «Cook», che non è tra le scelte: Amministratore, Coordinatore")]
    public async Task Check_SaysWhatToDoInTheAskedLanguage(string language, string words)
    {
        var json = await File.ReadAllTextAsync(Repository.Combine("workflows", "logistics.json"), Ct);
        var at = json.IndexOf("\"LogisticsOfficer\"", StringComparison.Ordinal);

        var found = await CheckAsync(string.Concat(json.AsSpan(0, at), "\"Cook\"", json.AsSpan(at + "\"LogisticsOfficer\"".Length)), language);

        var finding = Assert.Single(found);
        Assert.Equal((FindingSeverity.Error, "input.noSuchChoice", "travel", "role"), (finding.Severity, finding.Code, finding.ActivityId, finding.Input));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_DefinitionThatDoesNotCompile_SaysWhy()
    {
        var finding = Assert.Single(await CheckAsync("""{ "definitionId": "odd", "name": "Odd", "root": { "id": "s", "type": "Elsa.Sequence", "activities": [{ "id": "x" }] } }""", "en"));

        Assert.Equal(("definition.structure", FindingSeverity.Error), (finding.Code, finding.Severity));
    }

    private async Task<IReadOnlyList<DefinitionFinding>> CheckAsync(string json, string language)
    {
        await using var scope = shared.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDefinitionCheck>().CheckAsync(WorkflowDefinition.Parse(json), language, Ct);
    }
}
