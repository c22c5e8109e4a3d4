using System.Text.Json.Nodes;
using Send.Core.Tasks;

namespace Send.Activities.Tasks;

/// <summary>Base of the activities with one task: the outcome of its form is the outcome of the activity.</summary>
public abstract class SingleTaskActivity : TaskActivity
{
    /// <summary>Form of the task.</summary>
    protected abstract string Form { get; }

    /// <summary>What the form shows beside its fields; null for nothing.</summary>
    protected virtual ValueTask<JsonObject?> ComputeAsync(ActivityExecutionContext context) => new((JsonObject?)null);

    /// <summary>Orders the task.</summary>
    protected override async ValueTask BeginAsync(ActivityExecutionContext context) => await OrderAsync(context, Form, await ComputeAsync(context));

    /// <summary>Completes with the task's outcome.</summary>
    protected override ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task) => context.CompleteActivityWithOutcomesAsync(task.Outcome);
}
