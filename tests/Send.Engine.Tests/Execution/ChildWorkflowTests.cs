using System.Text.Json.Nodes;
using Send.Conformance.Hosting;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Execution;

public sealed class ChildWorkflowTests
{
    private static readonly JsonObject Kid = Of("kid", Sequence("seq", Ask("ask", "A"), Activity("out", "Elsa.SetOutput", ("outputName", Literal("Answer")), ("outputValue", Script("getA()")))), Variable("A"));

    [Fact]
    public async Task ExecuteWorkflow_WhoseChildWaits_GivesTheChildsOutputToTheParent()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Kid);
        var parent = await bed.RunAsync(Sequence("s", Execute("x"), Line("w", "getR().Output.Answer + ' ' + getR().SubStatus")), Variable("R"));
        var child = bed.Host.Instances.Single(instance => instance.Id != parent.Id);
        await bed.CompleteAsync(child, "ask", "42");

        Assert.Equal("42 Finished", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
        Assert.Equal(parent.Id, child.State.ParentWorkflowInstanceId);
    }

    [Fact]
    public async Task ExecuteWorkflow_WhoseChildIsCancelled_LetsTheParentGoOn()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Kid);
        var parent = await bed.RunAsync(Sequence("s", Execute("x"), Line("w", "getR().SubStatus")), Variable("R"));
        var child = bed.Host.Instances.Single(instance => instance.Id != parent.Id);
        await bed.Host.CancelAsync(child.Id, includeChildren: false);

        Assert.Equal("Cancelled", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
    }

    [Fact]
    public async Task CancelledParent_WithItsChildren_CancelsThreeGenerations()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Kid).Publish(Of("middle", Sequence("m", Execute("x")), Variable("R")));
        var parent = await bed.RunAsync(Sequence("s", Execute("x", "middle")), Variable("R"));
        await bed.Host.CancelAsync(parent.Id, includeChildren: true);

        Assert.Equal(3, bed.Host.Instances.Count);
        Assert.All(bed.Host.Instances, instance => Assert.Equal(WorkflowSubStatus.Cancelled, instance.State.SubStatus));
        Assert.All(bed.Host.Instances, instance => Assert.Empty(instance.Bookmarks));
    }

    [Fact]
    public async Task BulkDispatch_WhoseChildReportsTwice_CountsItOnce()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Kid);
        var parent = await bed.RunAsync(Flow(
            "flow",
            [Activity("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Literal("kid")), ("items", Script("['a','b']"))), Line("done")],
            "x:Completed->done"));
        var children = bed.Host.Instances.Where(instance => instance.Id != parent.Id).ToList();
        await bed.CompleteAsync(children[0], "ask");
        await ReportAsync(bed.Host, parent, children[0]);

        Assert.Equal(WorkflowSubStatus.Suspended, parent.State.SubStatus);
        await bed.CompleteAsync(children[1], "ask");
        Assert.Equal("done", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, parent.State.SubStatus);
    }

    [Fact]
    public async Task WorkflowAsActivity_ThatWaits_KeepsItsInputsOverTheSuspension()
    {
        await using var bed = new EngineTestBed();
        var inner = Of("greeter", Sequence("in", Ask("ask", "A"), Line("w", "getInput('Who') + ':' + getA()"), Activity("c", "Elsa.Complete", ("outcomes", Literal("Good")))), Variable("A"));
        inner["options"] = new JsonObject { ["usableAsActivity"] = true };
        inner["inputs"] = new JsonArray(new JsonObject { ["name"] = "Who", ["type"] = "String" });
        inner["outcomes"] = new JsonArray("Good", "Bad");
        bed.Publish(inner);
        var instance = await bed.RunAsync(Flow(
            "flow", [Activity("g", "Greeter", ("who", Literal("Ada"))), Line("good"), Line("bad")], "g:Good->good", "g:Bad->bad"));
        await bed.CompleteAsync(instance, "ask", "hi");

        Assert.Equal("Ada:hi good", bed.Lines());
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public async Task ExecuteWorkflow_ThatCallsItself_StopsAtTheDepthLimit()
    {
        await using var bed = new EngineTestBed();
        await bed.RunAsync(Sequence("s", Execute("x", "main")), Variable("R"));

        Assert.Equal(33, bed.Host.Instances.Count);
        var deepest = Assert.Single(bed.Host.Instances, instance => instance.State.SubStatus == WorkflowSubStatus.Faulted);
        Assert.Contains("at most 32 deep", Assert.Single(deepest.State.Incidents).Message, StringComparison.Ordinal);
    }

    private static JsonObject Execute(string id, string definition = "kid") =>
        Activity(id, "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal(definition)), ("waitForCompletion", Literal(true, "Boolean")), ("result", To("R")));

    private static Task ReportAsync(InMemoryHost host, HostedInstance parent, HostedInstance child)
    {
        var bookmark = parent.State.Bookmarks.Single();
        var report = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ChildResult"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["workflowInstanceId"] = child.Id, ["status"] = "Finished", ["subStatus"] = "Finished", ["output"] = new Dictionary<string, object?>(StringComparer.Ordinal),
            },
        };
        return host.ResumeAsync(parent.Id, bookmark.Id, report);
    }
}
