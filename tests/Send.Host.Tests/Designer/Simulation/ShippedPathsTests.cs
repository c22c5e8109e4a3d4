using Microsoft.Extensions.DependencyInjection;
using Send.Core.Cases;
using Send.Core.Staff;
using Send.Host.Designer.Simulation;
using Send.Host.Tests.Api;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>Whatever the shipped workflow draws can happen: no connection of it is there for show.</summary>
public sealed class ShippedPathsTests
{
    [Fact]
    public async Task AllPaths_ShippedWorkflow_TakesEveryWay()
    {
        // A slow machine must not end the search.
        await using var host = await ApiHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Simulation:PathsSeconds"] = "1800" });
        var actor = new Actor(Guid.NewGuid(), "Somebody", "en", [StaffRole.Coordinator]);

        var result = await host.Services.GetRequiredService<SimulationDesk>().RunAsync(new() { DefinitionId = "initial-vocational-training", AllPaths = true }, actor, null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Value.Paths[0].Ways.Where(way => way.Count == 0).Select(way => $"{way.Activity}.{way.Outcome}"));
        Assert.Equal([CaseStatus.Closed, CaseStatus.Rejected, CaseStatus.Withdrawn, CaseStatus.Cancelled], result.Value.Runs.Where(run => run.End == SimulationEndKind.Finished).Select(run => run.Status).Distinct().Order());
    }
}
