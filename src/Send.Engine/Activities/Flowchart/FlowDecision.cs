using Send.Engine.Activities.Flowchart.Attributes;
using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Attributes;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities.Flowchart.Activities;

/// <summary>Leads to True or False.</summary>
[Activity("Elsa", "Branching", "Leads to True or False, by a condition.", DisplayName = "Decision")]
[FlowNode("True", "False")]
public sealed class FlowDecision : Activity
{
    /// <summary>The condition.</summary>
    [Input(Description = "The condition; usually a JavaScript or Liquid expression.", UIHint = InputUIHints.SingleLine)]
    public Input<bool>? Condition { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(context.Get(Condition) ? "True" : "False");
}

/// <summary>A case of a FlowSwitch: its label is an outcome.</summary>
/// <param name="Label">Name of the outcome.</param>
/// <param name="Condition">When it is taken.</param>
public sealed record FlowSwitchCase(string Label, Expression? Condition);

/// <summary>Leads to the cases that match.</summary>
[Activity("Elsa", "Branching", "Leads to the cases that match, or to Default.", DisplayName = "Switch (flow)")]
[FlowNode("Default")]
public sealed class FlowSwitch : Activity, IReadsDefinition
{
    /// <summary>The cases, in order.</summary>
    [Input(Description = "The cases, each a condition and an outcome.", UIHint = "flow-switch-editor")]
    public ICollection<FlowSwitchCase> Cases { get; set; } = new List<FlowSwitchCase>();

    /// <summary>Whether the first match or all matches are taken.</summary>
    [Input(Description = "Whether the first match or all matches are taken.", UIHint = InputUIHints.DropDown)]
    public Input<SwitchMode>? Mode { get; set; } = new(SwitchMode.MatchFirst);

    void IReadsDefinition.Read(DefinitionContext context) => Cases = context.List("cases", (element, path) => new FlowSwitchCase(
        context.RequiredText(element, "label", path), context.Expression(element, "condition", path)));

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = await Matching.FindAsync(context, Cases, static item => item.Condition, context.Get(Mode));
        await context.CompleteActivityWithOutcomesAsync(matches.Count == 0 ? ["Default"] : [.. matches.Select(match => match.Label)]);
    }
}

/// <summary>Leads to all of its branches.</summary>
[Activity("Elsa", "Branching", "Leads to all of its branches at once.", DisplayName = "Fork (flow)")]
public sealed class FlowFork : Activity
{
    /// <summary>Names of the branches, each an outcome.</summary>
    [Input(Description = "The branches.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>>? Branches { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync([.. context.Get(Branches) ?? []]);
}

/// <summary>Brings branches together; the flowchart around it does the waiting.</summary>
[Activity("Elsa", "Branching", "Brings branches together.", DisplayName = "Join")]
public sealed class FlowJoin : CodeActivity
{
    /// <summary>When it goes on.</summary>
    [Input(
        Description = "WaitAny goes on with the first branch, WaitAll when all have arrived, WaitAllActive when all that were taken have arrived.",
        DefaultValue = FlowJoinMode.WaitAny,
        UIHint = InputUIHints.DropDown)]
    public Input<FlowJoinMode>? Mode { get; set; } = new(FlowJoinMode.WaitAny);
}
