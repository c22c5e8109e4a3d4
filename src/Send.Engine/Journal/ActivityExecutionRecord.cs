namespace Send.Engine.Models;

/// <summary>What is kept of one activity execution, in the shape Elsa serves. A later burst replaces the record with the same id.</summary>
public sealed record ActivityExecutionRecord
{
    /// <summary>Id of the activity execution.</summary>
    public required string Id { get; init; }

    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its path.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of its type.</summary>
    public int ActivityTypeVersion { get; init; } = 1;

    /// <summary>Name that people gave it.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Values of the inputs as evaluated last.</summary>
    public IReadOnlyDictionary<string, object?>? ActivityState { get; init; }

    /// <summary>Journal data, for example the outcomes.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; init; }

    /// <summary>Values of the outputs; outputs of the type that were not set are null. Null if the type has no outputs.</summary>
    public IReadOnlyDictionary<string, object?>? Outputs { get; init; }

    /// <summary>Stored values of the execution.</summary>
    public IReadOnlyDictionary<string, object?>? Properties { get; init; }

    /// <summary>Light values.</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    /// <summary>What it threw.</summary>
    public ExceptionState? Exception { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>True while it waits.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Its state.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>Number of faults in it and below it.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>Execution after which it was scheduled.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>Activity after which it was scheduled.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>Number of executions that led to it.</summary>
    public int CallStackDepth { get; init; }

    /// <summary>The execution that contains it.</summary>
    public string? ParentActivityExecutionId { get; init; }
}
