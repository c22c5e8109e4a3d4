using Send.Engine.Memory;

namespace Send.Engine.Options;

/// <summary>How an activity is scheduled.</summary>
public sealed class ScheduleWorkOptions
{
    /// <summary>Called on the owner when the activity has completed; must be a method of the owner's activity.</summary>
    public ActivityCompletionCallback? CompletionCallback { get; set; }

    /// <summary>Free value for the owner's callback; stored, so plain data.</summary>
    public object? Tag { get; set; }

    /// <summary>Variables that exist only for this execution.</summary>
    public ICollection<Variable>? Variables { get; set; }

    /// <summary>True to leave an equal item that is already queued alone.</summary>
    public bool PreventDuplicateScheduling { get; set; }

    /// <summary>Values for the activity; stored, so plain data.</summary>
    public IDictionary<string, object?>? Input { get; set; }

    /// <summary>Execution after which this one runs; by default the owner.</summary>
    public string? SchedulingActivityExecutionId { get; set; }
}
