using Send.Engine.Execution;
using Send.Engine.Memory;

namespace Send.Engine.State;

/// <summary>Makes the state that is stored at the end of a burst: open executions and the workflow's own.</summary>
internal static class StateWriter
{
    public const string VariablesKey = "Variables";

    public static WorkflowState Write(WorkflowExecutionContext context)
    {
        var definition = context.Workflow.Definition;
        var open = context.ActivityExecutionContexts.Where(activity => !activity.IsCompleted || activity.ParentActivityExecutionContext is null).Reverse().ToList();
        foreach (var activity in open)
        {
            StoreVariables(activity);
        }

        return new WorkflowState
        {
            Id = context.Id,
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            DefinitionVersion = definition.Version,
            ParentWorkflowInstanceId = context.ParentWorkflowInstanceId,
            CorrelationId = context.CorrelationId,
            Name = context.Name,
            Status = context.Status,
            SubStatus = context.SubStatus,
            Bookmarks = [.. context.Bookmarks],
            Incidents = [.. context.Incidents],
            IsSystem = definition.IsSystem,
            CompletionCallbacks = [.. context.CompletionCallbacks.Select(WriteCallback)],
            ActivityExecutionContexts = open.ConvertAll(WriteContext),
            ScheduledActivities = [.. context.ScheduledActivities.Select(WriteItem)],
            ExecutionLogSequence = context.ExecutionLogSequence,
            Input = context.StoredInput,
            Output = context.Output,
            Properties = context.Properties,
            CreatedAt = context.CreatedAt,
            UpdatedAt = context.UpdatedAt,
            FinishedAt = context.FinishedAt,
        };
    }

    private static CompletionCallbackState WriteCallback(CompletionCallbackEntry entry) => new()
    {
        OwnerInstanceId = entry.Owner.Id,
        ChildNodeId = entry.Child.NodeId,
        MethodName = entry.Callback is { } callback ? CallbackBinder.NameOf(callback, entry.Owner.Activity) : null,
        Tag = entry.Tag,
    };

    private static ActivityExecutionContextState WriteContext(ActivityExecutionContext activity) => new()
    {
        Id = activity.Id,
        CallStackDepth = activity.CallStackDepth,
        ParentContextId = activity.ParentActivityExecutionContext?.Id,
        ScheduledActivityNodeId = activity.NodeId,
        OwnerActivityNodeId = activity.ParentActivityExecutionContext?.NodeId,
        Properties = Copy(activity.PropertiesOrNull),
        Metadata = Copy(activity.MetadataOrNull),
        ActivityState = Copy(activity.ActivityState),
        ActivityInput = activity.ActivityInputOrNull is { Count: > 0 } input ? Copy(input) : null,
        DynamicVariables = [.. activity.DynamicVariables.Select(variable => WriteDynamic(variable, activity.ExpressionExecutionContext.Get(variable)))],
        Status = activity.Status,
        FaultCount = activity.AggregateFaultCount,
        StartedAt = activity.StartedAt,
        CompletedAt = activity.CompletedAt,
        Tag = activity.Tag,
    };

    private static ActivityWorkItemState WriteItem(ActivityWorkItem item) => new()
    {
        ActivityNodeId = item.Node.NodeId,
        OwnerContextId = item.Owner?.Id,
        ExistingActivityExecutionContextId = item.ExistingContext?.Id,
        Tag = item.Tag,
        Input = item.Input,
        Variables = item.Variables?.Select(variable => WriteDynamic(variable, variable.Value)).ToList(),
        SchedulingActivityExecutionId = item.SchedulingActivityExecutionId,
    };

    private static DynamicVariableState WriteDynamic(Variable variable, object? value) =>
        new() { Id = variable.Id, Name = variable.Name, TypeName = variable.TypeName, Value = value };

    /// <summary>
    /// Variables with a storage driver go into the execution's properties by id. A null that was written over a default is kept as null,
    /// where Elsa would fall back to the default after a suspension.
    /// </summary>
    private static void StoreVariables(ActivityExecutionContext activity)
    {
        Dictionary<string, object?>? values = null;
        var isStoredAnywhere = false;
        foreach (var variable in activity.ActivityNode.Variables)
        {
            if (!variable.IsStored || !activity.ExpressionExecutionContext.Memory.TryGetBlock(variable.Id, out var block))
            {
                continue;
            }

            isStoredAnywhere = true;
            if (block.Value is not null || (block.IsWritten && variable.Value is not null))
            {
                (values ??= new(StringComparer.Ordinal))[variable.Id] = block.Value;
            }
        }

        if (isStoredAnywhere)
        {
            activity.Properties[VariablesKey] = values ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, object?> Copy(IEnumerable<KeyValuePair<string, object?>>? values) =>
        values is null ? new(StringComparer.Ordinal) : new(values, StringComparer.Ordinal);
}
