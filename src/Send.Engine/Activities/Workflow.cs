using System.ComponentModel;
using Send.Engine.Attributes;
using Send.Engine.Models;

namespace Send.Engine.Activities;

/// <summary>The activity around everything else in a definition.</summary>
[Activity("Elsa", "Workflows", "A workflow is an activity that executes its root activity.")]
[Browsable(false)]
public sealed class Workflow : Composite, IActivityWithResult
{
    /// <summary>Result of the workflow.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;
}

/// <summary>A workflow that stands as an activity in another one. It runs within the same instance.</summary>
[Activity("Elsa", "WorkflowDefinitionActivity", 1, "A workflow used as an activity.", "Composition")]
[Browsable(false)]
public sealed class WorkflowDefinitionActivity : Composite
{
    /// <summary>Key under which Complete leaves the outcomes for the workflow-as-activity around it.</summary>
    internal static readonly object OutcomesKey = new();

    /// <inheritdoc />
    protected override async ValueTask OnRootCompletedAsync(ActivityCompletedContext context)
    {
        context.WorkflowExecutionContext.TransientProperties.Remove(OutcomesKey, out var outcomes);
        await context.TargetContext.CompleteActivityAsync(outcomes ?? context.Result);
    }
}

/// <summary>Stands for an activity whose type nobody registered; faults when it runs.</summary>
[Activity("Elsa", "System", "An activity whose type is not known.")]
[Browsable(false)]
public sealed class NotFoundActivity : CodeActivity
{
    /// <summary>The type that the definition asks for.</summary>
    public string MissingTypeName { get; set; } = "";

    /// <summary>Version that the definition asks for; Elsa reports 0 and so does this.</summary>
    public int MissingTypeVersion { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"Activity type '{MissingTypeName}' version '{MissingTypeVersion}' could not be found.");
}

/// <summary>Where a flowchart begins.</summary>
[Activity("Elsa", "Flow", "A milestone activity that marks the start of a flowchart.")]
public sealed class Start : CodeActivity;
