using Send.Engine.Models;

namespace Send.Engine.State;

/// <summary>
/// Everything that is needed to go on with an instance, in the shape in which Elsa serves it. Stored as one text
/// (<see cref="WorkflowStateSerializer"/>). Treat a state that was handed out as immutable: bursts make a new one.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>Id of the instance.</summary>
    public string Id { get; set; } = "";

    /// <summary>The definition.</summary>
    public string DefinitionId { get; set; } = "";

    /// <summary>Id of the definition version that the instance is pinned to.</summary>
    public string DefinitionVersionId { get; set; } = "";

    /// <summary>Number of that version.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>Instance that started this one.</summary>
    public string? ParentWorkflowInstanceId { get; set; }

    /// <summary>Business key.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Name that people see.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the instance can still move.</summary>
    public WorkflowStatus Status { get; set; }

    /// <summary>The finer state.</summary>
    public WorkflowSubStatus SubStatus { get; set; }

    /// <summary>Always false in a stored state; part of Elsa's shape.</summary>
    public bool IsExecuting { get; set; }

    /// <summary>Where the instance waits.</summary>
    public IList<Bookmark> Bookmarks { get; set; } = [];

    /// <summary>What went wrong.</summary>
    public IList<ActivityIncident> Incidents { get; set; } = [];

    /// <summary>True for definitions that belong to the system.</summary>
    public bool IsSystem { get; set; }

    /// <summary>What to call when children complete.</summary>
    public IList<CompletionCallbackState> CompletionCallbacks { get; set; } = [];

    /// <summary>The open activity executions and the workflow's own, newest first.</summary>
    public IList<ActivityExecutionContextState> ActivityExecutionContexts { get; set; } = [];

    /// <summary>Activities that were queued when a burst was cut; usually empty.</summary>
    public IList<ActivityWorkItemState> ScheduledActivities { get; set; } = [];

    /// <summary>Sequence of the next journal entry.</summary>
    public long ExecutionLogSequence { get; set; }

    /// <summary>Input of the workflow.</summary>
    public IDictionary<string, object?> Input { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Output so far.</summary>
    public IDictionary<string, object?> Output { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Values stored with the instance.</summary>
    public IDictionary<string, object?> Properties { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>When the instance was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it changed last, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>A completion callback as stored.</summary>
public sealed class CompletionCallbackState
{
    /// <summary>Execution that is called.</summary>
    public string OwnerInstanceId { get; set; } = "";

    /// <summary>Path of the child that completes.</summary>
    public string ChildNodeId { get; set; } = "";

    /// <summary>Method of the owner's activity; null if nobody is called.</summary>
    public string? MethodName { get; set; }

    /// <summary>Free value for the callback.</summary>
    public object? Tag { get; set; }
}

/// <summary>An open activity execution as stored.</summary>
public sealed class ActivityExecutionContextState
{
    /// <summary>Id of the execution.</summary>
    public string Id { get; set; } = "";

    /// <summary>Number of executions that led to it.</summary>
    public int CallStackDepth { get; set; }

    /// <summary>Execution that contains it.</summary>
    public string? ParentContextId { get; set; }

    /// <summary>Path of its activity.</summary>
    public string ScheduledActivityNodeId { get; set; } = "";

    /// <summary>Path of the activity that contains it.</summary>
    public string? OwnerActivityNodeId { get; set; }

    /// <summary>Stored values; those of variables under the key Variables, by variable id.</summary>
    public IDictionary<string, object?> Properties { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Light values.</summary>
    public IDictionary<string, object?> Metadata { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Values of the inputs as evaluated last.</summary>
    public IDictionary<string, object?> ActivityState { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Values that the owner passed; absent when there are none.</summary>
    public IDictionary<string, object?>? ActivityInput { get; set; }

    /// <summary>Variables that exist only for this execution, with their values.</summary>
    public IList<DynamicVariableState> DynamicVariables { get; set; } = [];

    /// <summary>State of the execution.</summary>
    public ActivityStatus Status { get; set; }

    /// <summary>Always false in a stored state; part of Elsa's shape.</summary>
    public bool IsExecuting { get; set; }

    /// <summary>Number of faults in it and below it.</summary>
    public int FaultCount { get; set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Free value of the owner.</summary>
    public object? Tag { get; set; }
}

/// <summary>A dynamic variable as stored.</summary>
public sealed class DynamicVariableState
{
    /// <summary>Id of the variable.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name that expressions use.</summary>
    public string Name { get; set; } = "";

    /// <summary>Alias of its type.</summary>
    public string TypeName { get; set; } = "Object";

    /// <summary>Its value.</summary>
    public object? Value { get; set; }
}

/// <summary>A queued activity as stored.</summary>
public sealed class ActivityWorkItemState
{
    /// <summary>Path of the activity.</summary>
    public string ActivityNodeId { get; set; } = "";

    /// <summary>Execution that owns it.</summary>
    public string? OwnerContextId { get; set; }

    /// <summary>Execution that is to be resumed.</summary>
    public string? ExistingActivityExecutionContextId { get; set; }

    /// <summary>Free value of the owner.</summary>
    public object? Tag { get; set; }

    /// <summary>Values that the owner passed.</summary>
    public IDictionary<string, object?>? Input { get; set; }

    /// <summary>Variables that exist only for this execution.</summary>
    public IList<DynamicVariableState>? Variables { get; set; }

    /// <summary>Execution after which it runs.</summary>
    public string? SchedulingActivityExecutionId { get; set; }
}
