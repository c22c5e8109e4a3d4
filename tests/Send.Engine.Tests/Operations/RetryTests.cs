using System.Text.Json.Nodes;
using Send.Engine.Execution;
using Send.Engine.Tests.Execution;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Operations;

/// <summary>A faulted activity runs again once what was wrong is put right, here the value of a variable that its expression reads.</summary>
public sealed class RetryTests
{
    private const string Continue = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";

    [Fact]
    public async Task Retry_OfAFaultedInstance_RunsOnToTheEndAndResolvesItsIncident()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Ask("t", "R"), Checked("c"), Line("after", "'after'")], "t->c", "c->after"), Variable("R"), Variable("Go", "Boolean", "false"));
        await bed.CompleteAsync(instance, "t");
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Single(instance.State.Incidents);
        var faulted = instance.Executions.Single(record => record.ActivityId == "c");

        // The instance has ended, so that its variable is put right by the retry's own conditions: nothing is different yet.
        Assert.True(await bed.Host.OperateAsync(instance.Id, new RetryStimulus()));
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Single(instance.State.Incidents);
        Assert.Equal(1, instance.State.ActivityExecutionContexts[^1].FaultCount);

        bed.Publish(Of("main", Flow("f", [Ask("t", "R"), Line("c", "'fixed'"), Line("after", "'after'")], "t->c", "c->after"), Variable("R"), Variable("Go", "Boolean", "false")));
        var target = bed.Host.Definitions.FindPublished("main")!;
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), target);
        Assert.True(await bed.Host.OperateAsync(instance.Id, new RetryStimulus(["c"])));

        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (instance.State.Status, instance.State.SubStatus));
        Assert.Empty(instance.State.Incidents);
        Assert.Equal("fixed after", bed.Lines());
        var again = instance.Executions.Single(record => record.ActivityId == "c");
        Assert.Equal((faulted.Id, ActivityStatus.Completed, 0), (again.Id, again.Status, again.AggregateFaultCount));
        Assert.Null(again.Exception);
        Assert.Contains("c.Faulted c.Started c.Faulted", EngineTestBed.Journal(instance), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_OfABranch_LeavesTheOtherBranchAlone()
    {
        await using var bed = new EngineTestBed();
        var definition = Of("main", Flow("f", [Fork("k", "A", "B"), Checked("c"), Ask("t"), Line("e", "'end'")], "k:A->c", "k:B->t", "c->e", "t->e"), Variable("Go", "Boolean", "false"));
        definition["options"] = new JsonObject { ["incidentStrategyType"] = Continue };
        bed.Publish(definition);
        var instance = await bed.Host.StartAsync("main");
        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);

        await bed.Host.OperateAsync(instance.Id, new WriteVariablesStimulus(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Go"] = true }));
        Assert.True(await bed.Host.OperateAsync(instance.Id, new RetryStimulus()));
        Assert.Empty(instance.State.Incidents);
        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);
        Assert.Single(instance.State.Bookmarks);

        await bed.CompleteAsync(instance, "t");
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal("went end", bed.Lines());
    }

    [Fact]
    public async Task Retry_WhereNothingHasFaulted_IsIgnored()
    {
        await using var bed = new EngineTestBed();
        var waiting = await bed.RunAsync(Sequence("s", Ask("t")));
        Assert.False(await bed.Host.OperateAsync(waiting.Id, new RetryStimulus()));
        await bed.Host.CancelAsync(waiting.Id, includeChildren: false);
        Assert.False(await bed.Host.OperateAsync(waiting.Id, new RetryStimulus()));
        Assert.Equal(WorkflowSubStatus.Cancelled, waiting.State.SubStatus);
    }

    private static JsonObject Checked(string id) => Line(id, "(() => { if (!getGo()) { throw new Error('not yet'); } return 'went'; })()");
}
