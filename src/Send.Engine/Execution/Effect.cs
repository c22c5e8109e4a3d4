namespace Send.Engine.Execution;

/// <summary>Something that the host does after a burst has been committed. All values are plain data, so that it can be stored.</summary>
public abstract record Effect
{
    private protected Effect()
    {
    }
}

/// <summary>An event is published: it resumes waiting instances and starts workflows whose trigger it is.</summary>
/// <param name="EventName">Name of the event.</param>
/// <param name="Payload">What the waiting activity gives as its result.</param>
/// <param name="CorrelationId">Only instances with this key; null for all.</param>
/// <param name="InstanceId">Only this instance (a local event); null for all.</param>
public sealed record PublishEventEffect(string EventName, object? Payload, string? CorrelationId, string? InstanceId) : Effect;

/// <summary>Another workflow is started on its own.</summary>
/// <param name="DefinitionId">Which definition, in its published version.</param>
/// <param name="Start">How, including the new instance's id.</param>
public sealed record DispatchWorkflowEffect(string DefinitionId, StartStimulus Start) : Effect;

/// <summary>A parent that waited for this instance goes on. Met by no bookmark, it is ignored.</summary>
/// <param name="ParentInstanceId">The parent.</param>
/// <param name="BookmarkName">Name of the bookmark.</param>
/// <param name="BookmarkHash">Hash of its stimulus.</param>
/// <param name="Input">Values for the parent's activity.</param>
public sealed record ResumeParentEffect(
    string ParentInstanceId, string BookmarkName, string BookmarkHash, IReadOnlyDictionary<string, object?> Input) : Effect;

/// <summary>The instances that this one started are cancelled, and theirs.</summary>
/// <param name="ParentInstanceId">The cancelled instance.</param>
public sealed record CancelChildrenEffect(string ParentInstanceId) : Effect;

/// <summary>A task is handed to whoever works on tasks of this name (Elsa's RunTask).</summary>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="TaskId">Id of the task, part of the bookmark's stimulus.</param>
/// <param name="TaskName">Name of the task.</param>
/// <param name="Payload">What the task is about.</param>
public sealed record RunTaskEffect(string InstanceId, string TaskId, string TaskName, IReadOnlyDictionary<string, object?>? Payload) : Effect;
