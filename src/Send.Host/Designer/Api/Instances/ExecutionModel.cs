using Send.Engine;
using Send.Engine.Models;

namespace Send.Host.Designer.Api.Instances;

/// <summary>A record of one activity execution as Elsa serves it. Values of inputs that can hold secrets were masked when it was written.</summary>
internal sealed record ExecutionModel(
    string WorkflowInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    IReadOnlyDictionary<string, object?>? ActivityState,
    IReadOnlyDictionary<string, object?>? Payload,
    IReadOnlyDictionary<string, object?>? Outputs,
    IReadOnlyDictionary<string, object?> Properties,
    IReadOnlyDictionary<string, object?> Metadata,
    ExceptionState? Exception,
    DateTimeOffset StartedAt,
    bool HasBookmarks,
    ActivityStatus Status,
    int AggregateFaultCount,
    DateTimeOffset? CompletedAt,
    string? SchedulingActivityExecutionId,
    string? SchedulingActivityId,
    int CallStackDepth,
    string Id,
    string TenantId)
{
    private static readonly Dictionary<string, object?> None = [];

    public static ExecutionModel Of(ActivityExecutionRecord record) => new(
        record.WorkflowInstanceId,
        record.ActivityId,
        record.ActivityNodeId,
        record.ActivityType,
        record.ActivityTypeVersion,
        record.ActivityName,
        record.ActivityState,
        record.Payload,
        record.Outputs,
        record.Properties ?? None,
        record.Metadata ?? None,
        record.Exception,
        record.StartedAt,
        record.HasBookmarks,
        record.Status,
        record.AggregateFaultCount,
        record.CompletedAt,
        record.SchedulingActivityExecutionId,
        record.SchedulingActivityId,
        record.CallStackDepth,
        record.Id,
        "");
}

/// <summary>The light form of an <see cref="ExecutionModel"/>.</summary>
internal sealed record ExecutionSummary(
    string WorkflowInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    DateTimeOffset StartedAt,
    bool HasBookmarks,
    ActivityStatus Status,
    IReadOnlyDictionary<string, object?> Metadata,
    int AggregateFaultCount,
    DateTimeOffset? CompletedAt,
    string Id)
{
    private static readonly Dictionary<string, object?> None = [];

    public static ExecutionSummary Of(ActivityExecutionRecord record) => new(
        record.WorkflowInstanceId,
        record.ActivityId,
        record.ActivityNodeId,
        record.ActivityType,
        record.ActivityTypeVersion,
        record.ActivityName,
        record.StartedAt,
        record.HasBookmarks,
        record.Status,
        record.Metadata ?? None,
        record.AggregateFaultCount,
        record.CompletedAt,
        record.Id);
}

/// <summary>The executions that led to one, the outermost first.</summary>
internal sealed record CallStack(string ActivityExecutionId, IReadOnlyList<ExecutionModel> Items, long TotalCount);
