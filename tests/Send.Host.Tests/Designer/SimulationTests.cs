using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer;

/// <summary>`POST /api/simulations`: the shipped workflow, tried out through the API.</summary>
[Collection(ApiCollection.Name)]
public sealed class SimulationTests(SharedApiHost shared)
{
    private const string Ivt = "initial-vocational-training";

    [Fact]
    public async Task Simulate_ShippedWorkflowWithDefaults_ClosesTheCase()
    {
        var result = await RunAsync(new JsonObject { ["definitionId"] = Ivt });

        Assert.Equal(("finished", "closed"), ((string?)result["end"]!["kind"], (string?)result["case"]!["status"]));
        Assert.Empty(result["findings"]!.AsArray());
        Assert.Contains(result["documents"]!.AsArray(), paper => (string?)paper!["kind"] == "learning-agreement");
        Assert.Contains(result["mails"]!.AsArray(), mail => (string?)mail!["template"] == "welcome" && ((string?)mail["text"])!.Length > 40);
        Assert.All(result["tasks"]!.AsArray(), task => Assert.Equal("done", (string?)task!["state"]));
        var days = result["timeline"]!.AsArray().Select(entry => (string?)entry!["on"]).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.InRange((int)result["paths"]![0]!["coverage"]!, 30, 99);
    }

    private async Task<JsonNode> RunAsync(JsonObject request)
    {
        var client = await ApiClient.AsAsync(shared.Host, "coordinator");
        return (await client.PostAsync("/api/simulations", request)).Expect(HttpStatusCode.OK).Body;
    }
}
