using Send.Engine.Execution;
using Send.Engine.Models;
using Send.Engine.Serialization;
using Send.Engine.State;

namespace Send.Engine;

public sealed partial class WorkflowExecutionContext
{
    internal const string ParentBookmarkName = "ParentBookmarkName";
    internal const string ParentBookmarkHash = "ParentBookmarkHash";

    private ExecuteActivityDelegate? resumption;
    private HashSet<string> originalBookmarkIds = new(StringComparer.Ordinal);

    internal bool IsNew { get; init; }

    /// <summary>Input as it is stored; <see cref="Input"/> also has what the current stimulus brought.</summary>
    internal IDictionary<string, object?> StoredInput { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    internal bool HasOpenActivities => contexts.Exists(context => !context.IsCompleted);

    /// <summary>Bookmark at which the parent waits for this instance.</summary>
    internal ParentBookmark? WaitingParent
    {
        set
        {
            Properties[ParentBookmarkName] = value?.Name;
            Properties[ParentBookmarkHash] = value?.Hash;
        }
    }

    internal void Begin(StartStimulus start)
    {
        CorrelationId = start.CorrelationId;
        Name = start.Name;
        TriggerActivityId = start.TriggerActivityId;
        ParentWorkflowInstanceId = start.ParentInstanceId;
        StoredInput = Copy(start.Input, StringComparer.OrdinalIgnoreCase);
        Input = Copy(start.Input, StringComparer.OrdinalIgnoreCase);
        Properties = Copy(start.Properties, StringComparer.Ordinal);
        if (start.ParentBookmark is { } bookmark)
        {
            WaitingParent = bookmark;
        }
    }

    internal void Resume(ResumeStimulus stimulus)
    {
        var bookmark = bookmarks.Find(candidate => string.Equals(candidate.Id, stimulus.BookmarkId, StringComparison.Ordinal))!;
        foreach (var (name, value) in stimulus.Input ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            Input[name] = value;
        }

        var context = FindContext(bookmark.ActivityInstanceId)
            ?? throw new InvalidOperationException($"Bookmark '{bookmark.Id}' of instance '{Id}' belongs to no open activity.");
        ResumedBookmark = bookmark;
        resumption = bookmark.CallbackMethodName is { } method
            ? CallbackBinder.Resume(context.Activity, method)
            : bookmark.AutoComplete ? static activity => activity.CompleteActivityAsync() : static _ => default;
        Enqueue(new ActivityWorkItem(context.ActivityNode, context.ParentActivityExecutionContext) { ExistingContext = context });
    }

    internal ExecuteActivityDelegate? TakeResumption()
    {
        var taken = resumption;
        resumption = null;
        return taken;
    }

    /// <summary>
    /// Ends the instance where it stands. As in Elsa the activities keep their state and the journal gets no entry, only a gap of one in
    /// its sequence.
    /// </summary>
    internal void Cancel()
    {
        bookmarks.Clear();
        callbacks.Clear();
        queue.Clear();
        ExecutionLogSequence++;
        TransitionTo(WorkflowSubStatus.Cancelled);
        End();
    }

    /// <summary>What follows from the end of a burst: a finished instance tells the parent that waits for it.</summary>
    internal void End()
    {
        UpdatedAt = UtcNow;
        if (Status != WorkflowStatus.Finished || ParentWorkflowInstanceId is not { } parent || GetProperty<string>(ParentBookmarkHash) is not { } hash)
        {
            return;
        }

        AddEffect(new ResumeParentEffect(parent, GetProperty<string>(ParentBookmarkName) ?? "", hash, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [ChildResult.InputKey] = PlainJson.ToPlain(new ChildResult(Id, Status, SubStatus, Output)),
        }));
    }

    internal InstanceChange ToChange() => new()
    {
        State = StateWriter.Write(this),
        Workflow = Workflow,
        IsNew = IsNew,
        Journal = executionLog,
        BookmarksCreated = [.. bookmarks.Where(bookmark => !originalBookmarkIds.Contains(bookmark.Id)).Select(ToChange)],
        BookmarksRemoved = [.. originalBookmarkIds.Where(id => !bookmarks.Exists(bookmark => string.Equals(bookmark.Id, id, StringComparison.Ordinal)))],
        Executions = [.. contexts.Where(context => context.IsTouched).Select(context => context.ToRecord())],
    };

    internal void RestoreBookmarks(IEnumerable<Bookmark> stored)
    {
        bookmarks.AddRange(stored);
        originalBookmarkIds = bookmarks.Select(bookmark => bookmark.Id).ToHashSet(StringComparer.Ordinal);
    }

    private BookmarkChange ToChange(Bookmark bookmark) =>
        new(bookmark, Workflow.FindNode(bookmark.ActivityNodeId)?.Activity.Type ?? bookmark.Name, (bookmark.Payload as ITimerStimulus)?.DueAt);

    private static Dictionary<string, object?> Copy(IReadOnlyDictionary<string, object?>? values, StringComparer comparer) => values is null ? new(comparer) : new(values, comparer);
}
