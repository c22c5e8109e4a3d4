using Send.Engine.Attributes;
using Send.Engine.Exceptions;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Where a flowchart begins.</summary>
[Activity("Elsa", "Flow", "Marks where a flowchart begins.")]
public sealed class Start : CodeActivity;

/// <summary>Ends the flowchart or sequence that contains it.</summary>
[Activity("Elsa", "Flow", "Ends the flowchart or sequence that contains it.")]
public sealed class End : CodeActivity, ITerminalNode;

/// <summary>Ends the instance at once: nothing that is queued or waits goes on.</summary>
[Activity("Elsa", "Primitives", "Ends the workflow at once.")]
public sealed class Finish : CodeActivity, ITerminalNode
{
    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        workflow.ClearCompletionCallbacks();
        workflow.ClearQueue();
        workflow.RemoveBookmarks(static _ => true);
        workflow.TransitionTo(WorkflowSubStatus.Finished);
    }
}

/// <summary>Ends the nearest composite, which is the workflow or the workflow-as-activity around it, with outcomes.</summary>
[Activity("Elsa", "Composition", "Ends the workflow, or the workflow used as an activity, with outcomes.")]
public sealed class Complete : Activity, ITerminalNode
{
    /// <summary>One outcome as text, or a list of them; Done if nothing is given.</summary>
    [Input(Description = "The outcome or the outcomes to complete with.", UIHint = InputUIHints.OutcomePicker)]
    public Input<object>? Outcomes { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var outcomes = new Outcomes(ReadOutcomes(context.Get(Outcomes)));
        if (context.GetAncestors().FirstOrDefault(ancestor => ancestor.Activity is Composite)?.ParentActivityExecutionContext is { Activity: WorkflowDefinitionActivity })
        {
            context.WorkflowExecutionContext.TransientProperties[WorkflowDefinitionActivity.OutcomesKey] = outcomes;
        }

        await context.CompleteActivityAsync();
        await context.SendSignalAsync(new Signals.CompleteCompositeSignal(outcomes));
    }

    private static string[] ReadOutcomes(object? value) => value switch
    {
        null => ["Done"],
        string text => [text],
        System.Collections.IEnumerable items => [.. items.Cast<object?>().Select(item => ObjectConverter.ConvertTo<string>(item) ?? "")],
        _ => [ObjectConverter.ConvertTo<string>(value) ?? ""],
    };
}

/// <summary>Faults on purpose.</summary>
[Activity("Elsa", "Primitives", "Faults the workflow.")]
public sealed class Fault : Activity
{
    /// <summary>Short code that people can look up.</summary>
    [Input(Description = "Code of the fault.")]
    public Input<string>? Code { get; set; }

    /// <summary>Area it belongs to.</summary>
    [Input(Description = "Category of the fault, for example HTTP.")]
    public Input<string>? Category { get; set; }

    /// <summary>Kind of fault.</summary>
    [Input(DisplayName = "Type", Description = "Type of the fault, for example System, Business or Integration.")]
    public Input<string>? FaultType { get; set; }

    /// <summary>What went wrong.</summary>
    [Input(Description = "Message of the fault.")]
    public Input<string>? Message { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(context.Get(Code), context.Get(Category), context.Get(FaultType), context.Get(Message));
}
