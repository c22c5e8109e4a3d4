using Send.Engine.Models;

namespace Send.Engine;

public sealed partial class ActivityExecutionContext
{
    /// <summary>True if this burst changed something that the execution's record shows.</summary>
    internal bool IsTouched { get; private set; }

    internal void MarkTouched() => IsTouched = true;

    internal ActivityExecutionRecord ToRecord()
    {
        var state = ActivityState;
        return new ActivityExecutionRecord
        {
            Id = Id,
            WorkflowInstanceId = WorkflowExecutionContext.Id,
            ActivityId = Activity.Id,
            ActivityNodeId = NodeId,
            ActivityType = Activity.Type,
            ActivityTypeVersion = Activity.Version,
            ActivityName = Activity.Name,
            ActivityState = state.Count > 0 ? state : null,
            Payload = journalData,
            Outputs = RecordOutputs(),
            Properties = properties,
            Metadata = metadata,
            Exception = ExceptionState.FromException(Exception),
            StartedAt = StartedAt,
            CompletedAt = CompletedAt,
            HasBookmarks = Bookmarks.Any(),
            Status = Status,
            AggregateFaultCount = AggregateFaultCount,
            SchedulingActivityExecutionId = SchedulingActivityExecutionId,
            SchedulingActivityId = SchedulingActivityId,
            CallStackDepth = CallStackDepth,
            ParentActivityExecutionId = ParentActivityExecutionContext?.Id,
        };
    }

    private Dictionary<string, object?>? RecordOutputs()
    {
        var declared = ActivityDescriptor.Outputs;
        if (declared.Count == 0 && outputs is null)
        {
            return null;
        }

        var recorded = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var output in declared)
        {
            if (output.IsSerializable)
            {
                recorded[output.Name] = outputs?.GetValueOrDefault(output.Name);
            }
        }

        return recorded;
    }
}
