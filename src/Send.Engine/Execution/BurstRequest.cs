using Send.Engine.Definitions;
using Send.Engine.Models;
using Send.Engine.State;

namespace Send.Engine.Execution;

/// <summary>
/// Everything a burst depends on. The same request (with clock, ids and services that answer the same) gives the same result, and
/// running a burst changes nothing outside of its result and of what activities add to their scoped services.
/// </summary>
public sealed record BurstRequest
{
    /// <summary>The definition version of the instance: for a start the one to start, otherwise the one the state names.</summary>
    public required CompiledWorkflow Workflow { get; init; }

    /// <summary>Stored state of the instance; null for a start. The burst does not change it.</summary>
    public WorkflowState? State { get; init; }

    /// <summary>What happened.</summary>
    public required Stimulus Stimulus { get; init; }

    /// <summary>Services for activities and expressions; a scope that the host commits or discards together with the result.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where new ids come from.</summary>
    public IIdGenerator Ids { get; init; } = RandomIdGenerator.Instance;
}

/// <summary>What a burst reacts to.</summary>
public abstract record Stimulus
{
    private protected Stimulus()
    {
    }
}

/// <summary>A new instance starts.</summary>
/// <param name="InstanceId">Id of the new instance, made by the caller.</param>
public sealed record StartStimulus(string InstanceId) : Stimulus
{
    /// <summary>Input of the workflow, as plain data.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }

    /// <summary>Business key.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Name that people see.</summary>
    public string? Name { get; init; }

    /// <summary>Values stored with the instance.</summary>
    public IReadOnlyDictionary<string, object?>? Properties { get; init; }

    /// <summary>Activity whose trigger fired; null for a direct start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>Instance that starts this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>
    /// Bookmark at which the parent waits for this instance: it travels with the instance, and the burst in which the instance
    /// finishes has a <see cref="ResumeParentEffect"/> for it. Null if nobody waits.
    /// </summary>
    public ParentBookmark? ParentBookmark { get; init; }
}

/// <summary>A bookmark's stimulus has arrived. Ignored if the instance has ended or the bookmark is gone.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Input">Values for the activity, added to the workflow's input for this burst.</param>
public sealed record ResumeStimulus(string BookmarkId, IReadOnlyDictionary<string, object?>? Input = null) : Stimulus;

/// <summary>The instance is to end now. Ignored if it has ended.</summary>
/// <param name="IncludeChildren">True to cancel the instances it started, too (a <see cref="CancelChildrenEffect"/>).</param>
public sealed record CancelStimulus(bool IncludeChildren) : Stimulus;

/// <summary>Names a bookmark of a parent by what it waits for.</summary>
/// <param name="Name">Name of the bookmark.</param>
/// <param name="Hash">Hash of its stimulus.</param>
public sealed record ParentBookmark(string Name, string Hash);

/// <summary>What a burst changed and what is to be done once that is committed.</summary>
/// <param name="IsIgnored">True if the stimulus met nothing: nothing is to be written.</param>
/// <param name="Changes">The instances that changed: the request's first, then those it ran inline. To be written in one transaction.</param>
/// <param name="Effects">What the host does after the commit, in this order, at least once each.</param>
public sealed record BurstResult(bool IsIgnored, IReadOnlyList<InstanceChange> Changes, IReadOnlyList<Effect> Effects)
{
    /// <summary>The request's instance.</summary>
    public InstanceChange? Main => Changes.Count > 0 ? Changes[0] : null;
}

/// <summary>How one instance changed.</summary>
public sealed record InstanceChange
{
    /// <summary>The new state.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>The version that it runs.</summary>
    public required CompiledWorkflow Workflow { get; init; }

    /// <summary>True if the instance did not exist before.</summary>
    public required bool IsNew { get; init; }

    /// <summary>New journal entries, in order.</summary>
    public required IReadOnlyList<WorkflowExecutionLogEntry> Journal { get; init; }

    /// <summary>Bookmarks that did not exist before.</summary>
    public required IReadOnlyList<BookmarkChange> BookmarksCreated { get; init; }

    /// <summary>Ids of bookmarks that exist no more.</summary>
    public required IReadOnlyList<string> BookmarksRemoved { get; init; }

    /// <summary>Records of the executions that this burst touched, in the order of creation.</summary>
    public required IReadOnlyList<ActivityExecutionRecord> Executions { get; init; }
}

/// <summary>A new bookmark.</summary>
/// <param name="Bookmark">The bookmark.</param>
/// <param name="ActivityType">Type of the activity that waits.</param>
/// <param name="ResumeAt">When it is due, UTC, for Delay, Timer, StartAt and Cron; null for all others.</param>
public sealed record BookmarkChange(Bookmark Bookmark, string ActivityType, DateTimeOffset? ResumeAt);
