using Send.Core.Processes;
using Send.Core.Tasks;

namespace Send.Activities.Tasks;

/// <summary>Base of the activities with one task: the outcome of its form is the outcome of the activity.</summary>
public abstract class SingleTaskActivity : TaskActivity
{
    /// <summary>What was entered.</summary>
    [Output(DisplayName = "Data", Description = "The submitted form, field by field.")]
    public Output<object>? Data { get; set; }

    /// <summary>Form of the task.</summary>
    protected abstract string Form { get; }

    /// <summary>Orders the task.</summary>
    protected override ValueTask BeginAsync(ActivityExecutionContext context) => OrderAsync(context, Form);

    /// <summary>Completes with the task's outcome.</summary>
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        context.Set(Data, PlainValue.Of(task.Data));
        await context.CompleteActivityWithOutcomesAsync(task.Outcome);
    }
}
