using Send.Engine.Activities.Flowchart.Attributes;
using Send.Engine.Attributes;
using Send.Engine.Models;
using Send.Engine.Registry;
using Send.Engine.UIHints;

namespace Send.Engine.Tests.Registry;

public sealed class ActivityDescriberTests
{
    [Activity("Send", "Send", "Visa and permit of stay.", DisplayName = "Arrange visa", Kind = ActivityKind.Task)]
    [FlowNode("NotNeeded", "Granted", "Refused")]
    private sealed class ArrangeVisa : Activity
    {
        [Input(DisplayName = "Role", Description = "Who works on it.", UIHint = InputUIHints.DropDown, DefaultValue = "Officer", Options = new[] { "Officer", "Tutor" }, Order = 2)]
        public Input<string> Role { get; set; } = new("Officer");

        [Input(Order = 1, Category = "Advanced")]
        public Input<bool>? IsUrgent { get; set; }

        [Output(Description = "Last day.")]
        public Output<DateOnly?>? ValidUntil { get; set; }
    }

    [Fact]
    public void Describe_OfAnAnnotatedClass_HasWhatTheDesignerNeeds()
    {
        var descriptor = ActivityDescriber.Describe(typeof(ArrangeVisa));

        Assert.Equal("Send.ArrangeVisa", descriptor.TypeName);
        Assert.Equal("Arrange visa", descriptor.DisplayName);
        Assert.Equal(ActivityKind.Task, descriptor.Kind);
        Assert.Equal(["NotNeeded", "Granted", "Refused"], descriptor.Ports.Select(port => port.Name));
        Assert.Equal(["IsUrgent", "Role"], descriptor.Inputs.Select(input => input.Name));
        Assert.Equal((InputUIHints.Checkbox, "Is Urgent", typeof(bool)), (descriptor.Inputs[0].UIHint, descriptor.Inputs[0].DisplayName, descriptor.Inputs[0].Type));
        Assert.Equal("Officer", descriptor.Inputs[1].DefaultValue);
        Assert.Contains("dropdown", descriptor.Inputs[1].UISpecifications.Keys);
        Assert.Equal(("ValidUntil", typeof(DateOnly?)), (Assert.Single(descriptor.Outputs).Name, descriptor.Outputs[0].Type));
    }

    [Fact]
    public void Registry_OfTheEngine_HasEveryActivityOfItsContract()
    {
        var registry = ActivityRegistry.FromAssemblies();
        string[] expected =
        [
            "Break", "BulkDispatchWorkflows", "Complete", "Correlate", "Cron", "Delay", "DispatchWorkflow", "End", "Event", "ExecuteWorkflow", "Fault", "Finish",
            "FlowDecision", "FlowFork", "FlowJoin", "FlowSwitch", "Flowchart", "For", "ForEach", "Fork", "If", "NotFoundActivity", "Parallel", "ParallelForEach",
            "PublishEvent", "RunTask", "Sequence", "SetName", "SetOutput", "SetVariable", "Start", "StartAt", "Switch", "Timer", "While", "Workflow", "WriteLine",
        ];

        Assert.DoesNotContain(expected, name => registry.Find($"Elsa.{name}") is null);
        Assert.All(["End", "Complete", "Break", "Finish"], name => Assert.True(registry.Find($"Elsa.{name}")!.IsTerminal));
        Assert.All(["Sequence", "Flowchart", "Parallel"], name => Assert.True(registry.Find($"Elsa.{name}")!.IsContainer));
        Assert.All(registry.ListAll(), descriptor => Assert.NotNull(descriptor.Constructor()));
    }

    [Fact]
    public void Find_ByVersion_PrefersTheNewestWhenNoneIsGiven()
    {
        var first = ActivityDescriber.Describe(typeof(ArrangeVisa));
        var registry = new ActivityRegistry([first, first with { Version = 2 }]);

        Assert.Equal(2, registry.Find("Send.ArrangeVisa")!.Version);
        Assert.Equal(1, registry.Find("Send.ArrangeVisa", 1)!.Version);
        Assert.Null(registry.Find("Send.ArrangeVisa", 3));
    }
}
