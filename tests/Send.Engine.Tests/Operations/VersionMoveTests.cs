using System.Text.Json.Nodes;
using Send.Conformance.Hosting;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Migration;
using Send.Engine.State;
using Send.Engine.Tests.Execution;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Operations;

/// <summary>Instances that wait in one version and go on with another.</summary>
public sealed class VersionMoveTests
{
    [Fact]
    public async Task Move_WhereTheWaitingStepIsStillThere_GoesOnWithTheNewVersion()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Ask("t"), Line("old", "'old'")], "t->old"), Variable("N", "Int32", "1"));
        await bed.Host.OperateAsync(instance.Id, new WriteVariablesStimulus(new Dictionary<string, object?>(StringComparer.Ordinal) { ["N"] = 5 }));
        var bookmark = instance.State.Bookmarks.Single().Id;
        var target = Next(bed, Flow("other-root", [Ask("t"), Line("new", "'new ' + getN() + getAdded()")], "t->new"), Variable("N", "Int64", "1"), Variable("Added", "String", "!"));

        var report = VersionMove.Check(instance.State, instance.Workflow, target);
        Assert.True(report.IsPossible);
        Assert.False(report.NeedsConsent);
        Assert.Equal([VersionMoveKind.VariableTypeChanged, VersionMoveKind.VariableAdded], report.Findings.Select(finding => finding.Kind));
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), target);

        Assert.Equal((2, target.Definition.Id), (instance.State.DefinitionVersion, instance.State.DefinitionVersionId));
        Assert.Equal((bookmark, "Workflow1:other-root:t"), (instance.State.Bookmarks.Single().Id, instance.State.Bookmarks.Single().ActivityNodeId));
        Assert.Equal("Migrated", instance.Journal[^1].EventName);
        await bed.CompleteAsync(instance, "t");
        Assert.Equal("new 5!", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task Check_WhereTheWaitingStepIsGone_Blocks()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Ask("t"), Line("l", "'x'")], "t->l"));
        var before = instance.StateJson;

        Assert.Equal((VersionMoveKind.ActivityGone, "t"), Only(instance, Next(bed, Flow("f", [Line("l", "'x'")]))));
        Assert.Equal((VersionMoveKind.ActivityTypeChanged, "t"), Only(instance, Next(bed, Flow("f", [Line("t", "'x'")]))));
        Assert.Equal((VersionMoveKind.ActivityMoved, "t"), Only(instance, Next(bed, Flow("f", [Sequence("s", Ask("t"))]))));
        Assert.Equal(VersionMoveKind.SameVersion, Assert.Single(VersionMove.Check(instance.State, instance.Workflow, instance.Workflow).Findings).Kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), bed.Host.Definitions.FindPublished("main")));
        Assert.Equal(before, instance.StateJson);
    }

    [Fact]
    public async Task Check_OfVariables_TellsWhatIsLostEmptyAndUnfit()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Set("a", "Text", "'abc'"), Ask("t")], "a->t"), Variable("Text"), Variable("Lost", "String", "x"));
        await bed.Host.OperateAsync(instance.Id, new WriteVariablesStimulus(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Lost"] = "y" }));
        var target = Next(bed, Flow("f", [Set("a", "Text", "'abc'"), Ask("t")], "a->t"), Variable("Text", "Int32"), Variable("Needed", "String"));

        var kinds = VersionMove.Check(instance.State, instance.Workflow, target).Findings.Select(finding => (finding.Kind, finding.Variable));
        Assert.Contains((VersionMoveKind.VariableTypeMismatch, "Text"), kinds);
        Assert.Contains((VersionMoveKind.VariableWithoutValue, "Needed"), kinds);
        Assert.Contains((VersionMoveKind.VariableRemoved, "Lost"), kinds);

        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Text"] = 7, ["Needed"] = "given" };
        Assert.True(VersionMove.Check(instance.State, instance.Workflow, target, values).IsPossible);
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow, values), target);
        Assert.Equal(["7", "given"], VariableValues.Read(target, instance.State).Select(one => one.Value?.ToString()));
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public async Task Move_PastTheStartOfANewBranch_DoesNotWaitForIt(string mode)
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Fork("k", "A", "B"), Ask("a"), Ask("b"), Join("j", mode), Line("e", "'end'")], "k:A->a", "k:B->b", "a->j", "b->j", "j->e"));
        await bed.CompleteAsync(instance, "a");
        var target = Next(
            bed, Flow("f", [Fork("k", "A", "B", "C"), Ask("a"), Ask("b"), Ask("c"), Join("j", mode), Line("e", "'end'")], "k:A->a", "k:B->b", "k:C->c", "a->j", "b->j", "c->j", "j->e"));

        var finding = VersionMove.Check(instance.State, instance.Workflow, target).Findings.Single(one => one.Severity == VersionMoveSeverity.Warns);
        Assert.Equal((VersionMoveKind.ConnectionPassed, "j", "c"), (finding.Kind, finding.ActivityId, finding.After));
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), target);
        await bed.CompleteAsync(instance, "b");

        Assert.Equal("end", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task Move_WithANewStepAhead_RunsItAndJoinsIt()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("f", [Fork("k", "A", "B"), Ask("a"), Ask("b"), Join("j", "WaitAll"), Line("e", "'end'")], "k:A->a", "k:B->b", "a->j", "b->j", "j->e"));
        await bed.CompleteAsync(instance, "a");
        var target = Next(bed, Flow("f", [Fork("k", "A", "B"), Ask("a"), Ask("b"), Ask("b2"), Join("j", "WaitAll"), Line("e", "'end'")], "k:A->a", "k:B->b", "a->j", "b->b2", "b2->j", "j->e"));

        Assert.DoesNotContain(VersionMove.Check(instance.State, instance.Workflow, target).Findings, finding => finding.Severity != VersionMoveSeverity.Tells);
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), target);
        await bed.CompleteAsync(instance, "b");
        Assert.Equal("", bed.Lines());
        await bed.CompleteAsync(instance, "b2");
        Assert.Equal("end", bed.Lines());
    }

    [Fact]
    public async Task Apply_OfEveryOwnShape_KeepsWhatTheStateKnows()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(
            Flow("f", [Set("s", "N", "3"), Activity("w", "Elsa.While", ("condition", Script("getN() > 0")), ("body", Sequence("b", Ask("t"), Set("d", "N", "getN() - 1")))), Line("e", "'end'")], "s->w", "w->e"),
            Variable("N", "Int32", "0"));
        await bed.CompleteAsync(instance, "t");
        var target = Next(
            bed,
            Flow("f", [Set("s", "N", "3"), Activity("w", "Elsa.While", ("condition", Script("getN() > 0")), ("body", Sequence("b", Ask("t"), Set("d", "N", "getN() - 1"), Line("m", "'more'")))), Line("e", "'end'")], "s->w", "w->e"),
            Variable("N", "Int32", "0"));
        var moved = VersionMove.Apply(instance.State, instance.Workflow, target);

        var renamed = WorkflowStateSerializer.Deserialize(instance.StateJson);
        (renamed.DefinitionVersion, renamed.DefinitionVersionId) = (2, target.Definition.Id);
        Assert.Equal(WorkflowStateSerializer.Serialize(renamed), WorkflowStateSerializer.Serialize(moved));
        await bed.Host.OperateAsync(instance.Id, new MoveStimulus(instance.Workflow), target);
        await bed.CompleteAsync(instance, "t");
        await bed.CompleteAsync(instance, "t");
        Assert.Equal("more more end", bed.Lines());
    }

    private static JsonObject Join(string id, string mode) => Activity(id, "Elsa.FlowJoin", ("mode", Literal(mode, "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode")));

    private static CompiledWorkflow Next(EngineTestBed bed, JsonObject root, params JsonObject[] variables)
    {
        bed.Publish(Of("main", root, variables));
        return bed.Host.Definitions.FindPublished("main")!;
    }

    private static (VersionMoveKind Kind, string? ActivityId) Only(HostedInstance instance, CompiledWorkflow target)
    {
        var report = VersionMove.Check(instance.State, instance.Workflow, target);
        Assert.False(report.IsPossible);
        return report.Findings.Where(finding => finding.Severity == VersionMoveSeverity.Blocks).Select(finding => (finding.Kind, finding.ActivityId)).Single();
    }
}
