using Send.Engine.Execution;
using Send.Engine.Memory;
using Send.Engine.Models;
using Send.Engine.Options;

namespace Send.Engine;

public sealed partial class ActivityExecutionContext
{
    /// <summary>Schedules a child; without a child the callback is called at once, and without a callback this activity completes.</summary>
    public ValueTask ScheduleActivityAsync(
        IActivity? activity, ActivityCompletionCallback? completionCallback, object? tag = null, IEnumerable<Variable>? variables = null) =>
        ScheduleActivityAsync(activity, new ScheduleWorkOptions { CompletionCallback = completionCallback, Tag = tag, Variables = variables?.ToList() });

    /// <summary>Schedules a child; without a child the callback is called at once, and without a callback this activity completes.</summary>
    public ValueTask ScheduleActivityAsync(IActivity? activity, ScheduleWorkOptions? options = null) => ScheduleActivityAsync(activity, this, options);

    /// <summary>Schedules an activity as a child of <paramref name="owner"/>.</summary>
    public async ValueTask ScheduleActivityAsync(IActivity? activity, ActivityExecutionContext? owner, ScheduleWorkOptions? options = null)
    {
        owner ??= this;
        if (activity is not null)
        {
            WorkflowExecutionContext.Schedule(WorkflowExecutionContext.GetNode(activity), owner, options);
            return;
        }

        if (options?.CompletionCallback is { } callback)
        {
            Tag = options.Tag;
            await callback(new ActivityCompletedContext(this, this));
            return;
        }

        await owner.CompleteActivityAsync();
    }

    /// <summary>Schedules children in this order.</summary>
    public async ValueTask ScheduleActivitiesAsync(params IActivity?[] activities)
    {
        foreach (var activity in activities)
        {
            await ScheduleActivityAsync(activity);
        }
    }

    /// <summary>Schedules children in this order.</summary>
#pragma warning disable VSTHRD200 // Elsa's name, which activities are written against
    public async ValueTask ScheduleActivities(
#pragma warning restore VSTHRD200
        IEnumerable<IActivity?> activities, ActivityCompletionCallback? completionCallback, object? tag = null, IEnumerable<Variable>? variables = null)
    {
        foreach (var activity in activities)
        {
            await ScheduleActivityAsync(activity, completionCallback, tag, variables);
        }
    }

    /// <summary>Waits: the workflow goes on elsewhere and comes back to this activity when the bookmark is resumed.</summary>
    public Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        options ??= new CreateBookmarkArgs();
        var name = options.BookmarkName ?? Activity.Type;
        var bookmark = new Bookmark
        {
            Id = options.BookmarkId ?? WorkflowExecutionContext.NewId(),
            Name = name,
            Hash = BookmarkHasher.Hash(name, options.Stimulus, options.IncludeActivityInstanceId ? Id : null),
            Payload = options.Stimulus,
            ActivityId = Activity.Id,
            ActivityNodeId = NodeId,
            ActivityInstanceId = Id,
            CreatedAt = WorkflowExecutionContext.UtcNow,
            AutoBurn = options.AutoBurn,
            CallbackMethodName = options.Callback is { } callback ? CallbackBinder.NameOf(callback, Activity) : null,
            AutoComplete = options.AutoComplete,
            Metadata = options.Metadata,
        };
        AddBookmark(bookmark);
        return bookmark;
    }

    /// <summary>Waits for a stimulus and then calls a method of this activity.</summary>
    public Bookmark CreateBookmark(object stimulus, ExecuteActivityDelegate? callback, bool includeActivityInstanceId = true, IDictionary<string, string>? customProperties = null) =>
        CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = stimulus,
            Callback = callback,
            IncludeActivityInstanceId = includeActivityInstanceId,
            Metadata = customProperties,
        });

    /// <summary>Waits for a stimulus and then completes.</summary>
    public Bookmark CreateBookmark(object stimulus, bool includeActivityInstanceId, IDictionary<string, string>? customProperties = null) =>
        CreateBookmark(stimulus, callback: null, includeActivityInstanceId, customProperties);

    /// <summary>Waits and then calls a method of this activity.</summary>
    public Bookmark CreateBookmark(ExecuteActivityDelegate callback, IDictionary<string, string>? metadata = null) =>
        CreateBookmark(new CreateBookmarkArgs { Callback = callback, Metadata = metadata });

    /// <summary>Waits for each of the stimuli.</summary>
    public void CreateBookmarks(IEnumerable<object> payloads, ExecuteActivityDelegate? callback = null, bool includeActivityInstanceId = true, string? bookmarkName = null)
    {
        foreach (var payload in payloads)
        {
            CreateBookmark(new CreateBookmarkArgs
            {
                Stimulus = payload,
                Callback = callback,
                IncludeActivityInstanceId = includeActivityInstanceId,
                BookmarkName = bookmarkName,
            });
        }
    }

    /// <summary>Adds a bookmark made elsewhere.</summary>
    public void AddBookmark(Bookmark bookmark) => WorkflowExecutionContext.AddBookmark(bookmark);

    /// <summary>Removes this execution's bookmarks.</summary>
    public void ClearBookmarks() => WorkflowExecutionContext.RemoveBookmarks(bookmark => bookmark.ActivityInstanceId == Id);

    /// <summary>Forgets what was to be called when children complete.</summary>
    public void ClearCompletionCallbacks() => WorkflowExecutionContext.RemoveCompletionCallbacks(this);

    /// <summary>Adds an entry to the instance's journal.</summary>
    public WorkflowExecutionLogEntry AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null) =>
        WorkflowExecutionContext.AddLogEntry(this, eventName, message, source, payload);
}
