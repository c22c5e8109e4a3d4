using Send.Engine.Models;

namespace Send.Engine;

public sealed partial class WorkflowExecutionContext
{
    private readonly List<WorkflowExecutionLogEntry> executionLog = [];

    /// <summary>Journal entries of this burst.</summary>
    public IReadOnlyList<WorkflowExecutionLogEntry> ExecutionLog => executionLog;

    /// <summary>Sequence of the next journal entry.</summary>
    public long ExecutionLogSequence { get; internal set; }

    internal WorkflowExecutionLogEntry AddLogEntry(ActivityExecutionContext context, string eventName, string? message, string? source, object? payload)
    {
        var activity = context.Activity;
        var entry = new WorkflowExecutionLogEntry(
            NewId(),
            context.Id,
            context.ParentActivityExecutionContext?.Id,
            activity.Id,
            activity.Type,
            activity.Version,
            activity.Name,
            context.NodeId,
            UtcNow,
            ExecutionLogSequence++,
            eventName,
            message,
            source,
            payload);
        executionLog.Add(entry);
        return entry;
    }
}
