using Send.Engine.Definitions;
using Send.Engine.Memory;

namespace Send.Engine.Execution;

/// <summary>An activity in the queue of its instance.</summary>
internal sealed record ActivityWorkItem(ActivityNode Node, ActivityExecutionContext? Owner)
{
    /// <summary>Set when a waiting execution is resumed.</summary>
    public ActivityExecutionContext? ExistingContext { get; init; }

    public object? Tag { get; init; }

    public ICollection<Variable>? Variables { get; init; }

    public IDictionary<string, object?>? Input { get; init; }

    public string? SchedulingActivityExecutionId { get; init; }
}

/// <summary>What to call on the owner when the child has completed.</summary>
internal sealed record CompletionCallbackEntry(ActivityExecutionContext Owner, ActivityNode Child, ActivityCompletionCallback? Callback, object? Tag);
