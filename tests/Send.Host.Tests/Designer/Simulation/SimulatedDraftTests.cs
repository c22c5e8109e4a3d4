using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;
using static Send.Host.Tests.Designer.Simulation.Drawings;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>What somebody has just drawn: drafts, mistakes in them, and all their paths.</summary>
[Collection(ApiCollection.Name)]
public sealed class SimulatedDraftTests(SharedApiHost shared)
{
    [Fact]
    public async Task Simulate_DraftOfANewProgramme_RunsInThePlaceOfItsWorkflow()
    {
        await shared.Host.SaveAsync(Flowchart("company-visit", [Box("Elsa.Start", "start"), Task("check", "eligibility-check"), Status("accepted", "Accepted")], "start.Done→check", "check.Eligible→accepted"));

        var result = await RunAsync("company-visit");

        Assert.Equal(("finished", "accepted", false), ((string?)result["end"]!["kind"], (string?)result["case"]!["status"], (bool)result["definition"]!["published"]!));
        Assert.StartsWith("CPV-", (string?)result["case"]!["code"], StringComparison.Ordinal);
        Assert.Equal(["check"], result["tasks"]!.AsArray().Select(task => (string?)task!["activity"]));
    }

    [Fact]
    public async Task Simulate_DraftOfASubProcess_RunsWithinTheWorkflowThatStartsIt()
    {
        await using var host = await ApiHost.StartAsync(Send.TestKit.Databases.DatabaseKind.Sqlite);
        await host.SaveAsync(Flowchart("logistics", [Box("Elsa.Start", "start"), Task("only-travel", "travel")], "start.Done→only-travel"));
        var client = await ApiClient.AsAsync(host, "coordinator");

        var result = (await client.PostAsync("/api/simulations", new JsonObject { ["definitionId"] = "logistics" })).Expect(HttpStatusCode.OK).Body;

        Assert.Equal("initial-vocational-training", (string?)result["definition"]!["within"]);
        Assert.Contains(result["tasks"]!.AsArray(), task => (string?)task!["activity"] == "only-travel");
        Assert.DoesNotContain(result["tasks"]!.AsArray(), task => (string?)task!["form"] == "insurance");
        Assert.Equal(("logistics", 100), ((string?)result["paths"]![0]!["definitionId"], (int)result["paths"]![0]!["coverage"]!));
    }

    [Fact]
    public async Task Simulate_NothingComesAnyMore_SaysWhatItWaitsFor()
    {
        await shared.Host.SaveAsync(Flowchart("waits-for-ever", [Box("Elsa.Start", "start"), Box("Elsa.Event", "wait-for-money", ("eventName", Literal("String", "money"))), Task("check", "eligibility-check")], "start.Done→wait-for-money", "wait-for-money.Done→check"));

        var result = await RunAsync("waits-for-ever");

        Assert.Equal("stuck", (string?)result["end"]!["kind"]);
        Assert.Contains("wait-for-money", result["end"]!["waitsFor"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task Simulate_ActivityThatThrows_IsAFinding()
    {
        await shared.Host.SaveAsync(Flowchart("throws", [Box("Elsa.Start", "start"), Decision("broken", "nothing.of.that")], "start.Done→broken"));

        var result = await RunAsync("throws");

        Assert.Equal("faulted", (string?)result["end"]!["kind"]);
        var finding = Assert.Single(result["findings"]!.AsArray())!;
        Assert.Equal(("incident", "broken"), ((string?)finding["code"], (string?)finding["activity"]));
        Assert.Contains(result["timeline"]!.AsArray(), entry => (string?)entry!["kind"] == "incident");
    }

    [Fact]
    public async Task Simulate_EndlessLoop_StopsAtTheLimit()
    {
        await shared.Host.SaveAsync(Flowchart("round-and-round", [Box("Elsa.Start", "start"), Task("check", "eligibility-check")], "start.Done→check", "check.Eligible→check"));

        var result = await RunAsync("round-and-round");

        Assert.Equal("limit", (string?)result["end"]!["kind"]);
    }

    [Fact]
    public async Task AllPaths_FindsEveryWayThatCanBeTaken_AndNamesTheOthers()
    {
        await shared.Host.SaveAsync(Flowchart(
            "crossroads",
            [
                Box("Elsa.Start", "start"), Task("check", "eligibility-check"), Decision("never", "false"), Status("accepted", "Accepted"), Status("rejected", "Rejected"),
                Status("impossible", "Cancelled"), Box("Send.WaitForCaseEvent", "withdrawal", ("eventName", Literal("String", "withdraw"))), Status("withdrawn", "Withdrawn"),
            ],
            "start.Done→check", "start.Done→withdrawal", "check.Eligible→never", "check.NotEligible→rejected", "never.True→impossible", "never.False→accepted", "withdrawal.Done→withdrawn"));

        var result = await RunAsync("crossroads", allPaths: true);

        var ways = result["paths"]![0]!["ways"]!.AsArray();
        Assert.Equal(["never.True"], ways.Where(way => (int)way!["count"]! == 0).Select(way => $"{way!["activity"]}.{way["outcome"]}"));
        Assert.Equal(83, (int)result["paths"]![0]!["coverage"]!);
        Assert.Equal(["impossible"], result["paths"]![0]!["activities"]!.AsArray().Where(one => (int)one!["count"]! == 0).Select(one => (string?)one!["id"]));
        Assert.True((bool)result["exhausted"]!);
        Assert.Contains(result["runs"]!.AsArray(), run => (string?)run!["status"] == "rejected");
        Assert.Contains(result["runs"]!.AsArray(), run => (string?)run!["status"] == "withdrawn");
    }

    private async Task<JsonNode> RunAsync(string definitionId, bool allPaths = false)
    {
        var client = await ApiClient.AsAsync(shared.Host, "coordinator");
        return (await client.PostAsync("/api/simulations", new JsonObject { ["definitionId"] = definitionId, ["allPaths"] = allPaths })).Expect(HttpStatusCode.OK).Body;
    }
}
