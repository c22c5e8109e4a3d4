using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Execution;

/// <summary>Beyond the recorded cases: what follows from Elsa's rules in places that no recording covers.</summary>
public sealed class FlowchartTests
{
    [Fact]
    public async Task End_BesideAWaitingBranch_CancelsItAndCompletesTheFlowchartTwiceAsElsaDoes()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow(
            "flow",
            [Fork("fork", "L", "R"), Ask("t"), Line("r"), Activity("e", "Elsa.End")],
            "fork:L->t", "fork:R->r", "r->e"));

        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Empty(instance.State.Bookmarks);
        Assert.EndsWith("e.Started e.Completed t.Canceled flow.Completed Workflow1.Completed flow.Completed", EngineTestBed.Journal(instance), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JoinAny_WithAWaitingBranch_CancelsItBeforeTheJoinStarts()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow(
            "flow",
            [Fork("fork", "L", "R"), Ask("tl"), Ask("tr"), Activity("join", "Elsa.FlowJoin"), Line("after")],
            "fork:L->tl", "fork:R->tr", "tl->join", "tr->join", "join->after"));
        await bed.CompleteAsync(instance, "tr");

        Assert.EndsWith(
            "tr.Resumed tr.Completed tl.Canceled join.Started join.Completed after.Started after.Completed flow.Completed Workflow1.Completed",
            EngineTestBed.Journal(instance),
            StringComparison.Ordinal);
        Assert.Equal(ActivityStatus.Canceled, instance.Executions.Single(record => record.ActivityId == "tl").Status);
    }

    [Fact]
    public async Task Join_InsideALoopThatWaits_JoinsInEveryRound()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(
            Flow(
                "flow",
                [
                    Set("inc", "I", "getI() + 1"), Ask("a"), Ask("b"), Line("j", "'round ' + getI()"),
                    Activity("d", "Elsa.FlowDecision", ("condition", Script("getI() < 3"))),
                ],
                "inc->a", "inc->b", "a->j", "b->j", "j->d", "d:True->inc"),
            Variable("I", "Int32", "0"));
        for (var round = 0; round < 3; round++)
        {
            await bed.CompleteAsync(instance, "b");
            await bed.CompleteAsync(instance, "a");
        }

        Assert.Equal("round 1 round 2 round 3", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task WayBack_IntoAWaitingActivity_DoesNotUpsetAJoinFurtherOn()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(
            Flow(
                "flow",
                [
                    Line("start"), Ask("t", "R"), Line("side"), Activity("d", "Elsa.FlowDecision", ("condition", Script("getR() == 'again'"))),
                    Line("join"),
                ],
                "start->t", "start->side", "t->d", "d:True->t", "d:False->join", "side->join"),
            Variable("R"));
        await bed.CompleteAsync(instance, "t", "again");
        await bed.CompleteAsync(instance, "t", "again");
        await bed.CompleteAsync(instance, "t", "done");

        Assert.Equal("start side join", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task Race_WithASuccessor_RunsItBeforeTheFlowchartCompletes()
    {
        await using var bed = new EngineTestBed();
        var after = Line("after");
        after["customProperties"]!["mergeMode"] = "Race";
        bed.Publish(Of("main", Flow(
            "flow", [Fork("fork", "L", "R"), Ask("tl"), Ask("tr"), after, Line("tail")], "fork:L->tl", "fork:R->tr", "tl->after", "tr->after", "after->tail")));
        var instance = await bed.Host.StartAsync("main", start => start with
        {
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Flowchart:ExecutionMode"] = "TokenBased" },
        });
        await bed.CompleteAsync(instance, "tr");

        Assert.Equal("after tail", bed.Lines());
        Assert.EndsWith("tail.Completed flow.Completed Workflow1.Completed", EngineTestBed.Journal(instance), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelledContainer_InAFlowchart_LeavesTheFlowchartAlone()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow(
            "flow",
            [Fork("fork", "L", "R"), Sequence("inner", Ask("deep"), Line("never")), Ask("tr"), Activity("join", "Elsa.FlowJoin"), Line("after")],
            "fork:L->inner", "fork:R->tr", "inner->join", "tr->join", "join->after"));
        await bed.CompleteAsync(instance, "tr");

        Assert.Equal("after", bed.Lines());
        Assert.Contains("deep.Canceled inner.Canceled", EngineTestBed.Journal(instance), StringComparison.Ordinal);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task SkippedBranch_OfThousandsOfActivities_IsPassedOver()
    {
        const int length = 2000;
        await using var bed = new EngineTestBed();
        var skipped = Enumerable.Range(0, length).Select(number => Line($"s{number}")).ToList();
        var instance = await bed.RunAsync(Flow(
            "flow",
            [Activity("d", "Elsa.FlowDecision", ("condition", Literal(true, "Boolean"))), .. skipped, Line("end")],
            ["d:False->s0", .. Enumerable.Range(1, length - 1).Select(number => $"s{number - 1}->s{number}"), $"s{length - 1}->end", "d:True->end"]));

        Assert.Equal("end", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task SecondTrigger_WhoseBranchWaits_GoesOnAfterTheSuspension()
    {
        await using var bed = new EngineTestBed();
        var first = Activity("e1", "Elsa.Event", ("eventName", Literal("One")));
        var second = Activity("e2", "Elsa.Event", ("eventName", Literal("Two")));
        first["customProperties"]!["canStartWorkflow"] = true;
        second["customProperties"]!["canStartWorkflow"] = true;
        bed.Publish(Of("main", Flow("flow", [first, second, Line("w1"), Ask("t"), Line("w2")], "e1->w1", "e2->t", "t->w2")));
        var instance = await bed.Host.StartAsync("main", start => start with { TriggerActivityId = "e2" });
        await bed.CompleteAsync(instance, "t");

        Assert.Equal("w2", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }
}
