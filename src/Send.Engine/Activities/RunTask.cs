using Send.Engine.Attributes;
using Send.Engine.Execution;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Engine.Activities;

/// <summary>Asks whoever works on tasks of a name to do one, and waits for the result.</summary>
[Activity("Elsa", "Primitives", "Asks for a task to be done and waits for its result.")]
public sealed class RunTask : Activity<object>
{
    /// <summary>Under this name the host passes the task's result.</summary>
    public const string InputKey = "RunTaskInput";

    /// <summary>Name of the task.</summary>
    [Input(Description = "The name of the task.")]
    public Input<string>? TaskName { get; set; }

    /// <summary>What the task is about.</summary>
    [Input(Description = "What the task is about.", UIHint = UIHints.InputUIHints.JsonEditor)]
    public Input<IDictionary<string, object>>? Payload { get; set; }

    /// <summary>Id of the task.</summary>
    [Output(Description = "The id of the task.")]
    public Output<string>? TaskId { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        var name = context.Get(TaskName) ?? "";
        var id = workflow.NewId();
        context.Set(TaskId, id);
        context.CreateBookmark(new RunTaskStimulus(id, name), ResumeAsync, includeActivityInstanceId: false);
        workflow.AddEffect(new RunTaskEffect(workflow.Id, id, name, PlainJson.ToPlain(context.Get(Payload)) as IReadOnlyDictionary<string, object?>));
    }

    private async ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        context.Set((Output?)Result, context.WorkflowInput.TryGetValue(InputKey, out var result) ? result : null, nameof(Result));
        await context.CompleteActivityAsync();
    }
}
