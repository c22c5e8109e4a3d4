using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Options;

namespace Send.Engine;

public sealed partial class WorkflowExecutionContext
{
    private readonly Queue<ActivityWorkItem> queue = new();
    private readonly List<CompletionCallbackEntry> callbacks = [];
    private readonly List<ActivityExecutionContext> contexts = [];
    private Dictionary<(string ActivityId, string Output), object?>? outputRegister;

    /// <summary>Executions touched by this burst and those still open, in the order of creation.</summary>
    public IReadOnlyList<ActivityExecutionContext> ActivityExecutionContexts => contexts;

    /// <summary>Result of the activity that set one last in this burst.</summary>
    public object? LastActivityResult { get; private set; }

    internal IReadOnlyList<CompletionCallbackEntry> CompletionCallbacks => callbacks;

    internal IReadOnlyCollection<ActivityWorkItem> ScheduledActivities => queue;

    /// <summary>Value that an activity of this workflow gave to one of its outputs in this burst.</summary>
    /// <param name="activityIdOrName">Id or name of the activity.</param>
    /// <param name="outputName">Name of the output.</param>
    public object? GetActivityOutput(string activityIdOrName, string outputName = "Result")
    {
        var id = Workflow.FindNodeByActivityIdOrName(activityIdOrName)?.Activity.Id ?? activityIdOrName;
        return outputRegister is not null && outputRegister.TryGetValue((id, outputName), out var value) ? value : null;
    }

    internal void RecordOutput(ActivityExecutionContext context, string outputName, object? value)
    {
        (outputRegister ??= [])[(context.Activity.Id, outputName)] = value;
        if (string.Equals(outputName, "Result", StringComparison.Ordinal))
        {
            LastActivityResult = value;
        }
    }

    internal void Schedule(ActivityNode node, ActivityExecutionContext? owner, ScheduleWorkOptions? options)
    {
        if (options?.PreventDuplicateScheduling == true && queue.Any(item => item.Node == node && item.Owner == owner))
        {
            return;
        }

        queue.Enqueue(new ActivityWorkItem(node, owner)
        {
            Tag = options?.Tag,
            Variables = options?.Variables,
            Input = options?.Input,
            SchedulingActivityExecutionId = options?.SchedulingActivityExecutionId,
        });
        if (owner is not null)
        {
            callbacks.Add(new CompletionCallbackEntry(owner, node, options?.CompletionCallback, options?.Tag));
        }
    }

    internal void Enqueue(ActivityWorkItem item) => queue.Enqueue(item);

    internal bool TryTake(out ActivityWorkItem? item) => queue.TryDequeue(out item);

    internal void ClearQueue() => queue.Clear();

    internal void AddCallback(CompletionCallbackEntry entry) => callbacks.Add(entry);

    internal CompletionCallbackEntry? PopCompletionCallback(ActivityExecutionContext owner, ActivityNode child)
    {
        for (var index = 0; index < callbacks.Count; index++)
        {
            var entry = callbacks[index];
            if (entry.Owner == owner && entry.Child == child)
            {
                callbacks.RemoveAt(index);
                return entry;
            }
        }

        return null;
    }

    internal void RemoveCompletionCallbacks(ActivityExecutionContext owner)
    {
        for (var index = callbacks.Count - 1; index >= 0; index--)
        {
            if (callbacks[index].Owner == owner)
            {
                callbacks.RemoveAt(index);
            }
        }
    }

    internal void ClearCompletionCallbacks() => callbacks.Clear();

    internal void AddContext(ActivityExecutionContext context) => contexts.Add(context);

    internal ActivityExecutionContext? FindContext(string id)
    {
        // What is asked for is nearly always recent.
        for (var index = contexts.Count - 1; index >= 0; index--)
        {
            if (string.Equals(contexts[index].Id, id, StringComparison.Ordinal))
            {
                return contexts[index];
            }
        }

        return null;
    }
}
