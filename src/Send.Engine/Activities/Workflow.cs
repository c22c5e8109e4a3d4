using System.ComponentModel;
using Send.Engine.Attributes;
using Send.Engine.Models;
using Send.Engine.Signals;

namespace Send.Engine.Activities;

/// <summary>The activity around everything else in a definition.</summary>
[Activity("Elsa", "Workflows", "The activity around everything else in a definition.")]
[Browsable(false)]
public sealed class Workflow : Composite, IActivityWithResult
{
    /// <summary>Result of the workflow.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;

    /// <inheritdoc />
    protected override async ValueTask OnRootCompletedAsync(ActivityCompletedContext context)
    {
        await context.TargetContext.CompleteActivityAsync();
        FinishIfOutermost(context.TargetContext);
    }

    /// <inheritdoc />
    protected override async ValueTask OnCompleteCompositeAsync(CompleteCompositeSignal signal, SignalContext context)
    {
        await base.OnCompleteCompositeAsync(signal, context);
        FinishIfOutermost(context.ReceiverActivityExecutionContext);
    }

    /// <summary>An instance is finished as soon as its outermost activity is, even with activities still queued.</summary>
    private static void FinishIfOutermost(ActivityExecutionContext context)
    {
        if (context is { ParentActivityExecutionContext: null, Status: ActivityStatus.Completed })
        {
            context.WorkflowExecutionContext.TransitionTo(WorkflowSubStatus.Finished);
        }
    }
}

/// <summary>A workflow that stands as an activity in another one. It runs within the same instance.</summary>
[Activity("Elsa", "WorkflowDefinitionActivity", 1, "A workflow that is used as an activity.", "Composition")]
[Browsable(false)]
public sealed class WorkflowDefinitionActivity : Composite
{
    /// <summary>Under this key Complete leaves the outcomes for the workflow-as-activity around it.</summary>
    internal static readonly object OutcomesKey = new();

    /// <inheritdoc />
    protected override async ValueTask OnRootCompletedAsync(ActivityCompletedContext context)
    {
        context.WorkflowExecutionContext.TransientProperties.Remove(OutcomesKey, out var outcomes);
        await context.TargetContext.CompleteActivityAsync(outcomes ?? context.Result);
    }
}
