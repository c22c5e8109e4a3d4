using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Memory;
using Send.Engine.Serialization;

namespace Send.Engine.State;

/// <summary>Brings a stored instance back to life for a burst.</summary>
internal static class StateReader
{
    public static WorkflowExecutionContext Restore(Burst burst, CompiledWorkflow workflow, WorkflowState state)
    {
        var context = new WorkflowExecutionContext(burst, workflow, state.Id)
        {
            CorrelationId = state.CorrelationId,
            Name = state.Name,
            ParentWorkflowInstanceId = state.ParentWorkflowInstanceId,
            CreatedAt = state.CreatedAt,
            ExecutionLogSequence = state.ExecutionLogSequence,
            StoredInput = new Dictionary<string, object?>(state.Input, StringComparer.OrdinalIgnoreCase),
            Input = new Dictionary<string, object?>(PlainJson.CopyMap(state.Input), StringComparer.OrdinalIgnoreCase),
            Output = PlainJson.CopyMap(state.Output),
            Properties = PlainJson.CopyMap(state.Properties),
        };
        context.RestoreStatus(state.SubStatus);
        context.RestoreBookmarks(state.Bookmarks);
        foreach (var incident in state.Incidents)
        {
            context.AddIncident(incident);
        }

        var byId = RestoreContexts(context, state);
        RestoreCallbacks(context, state, byId);
        RestoreQueue(context, state, byId);
        return context;
    }

    private static Dictionary<string, ActivityExecutionContext> RestoreContexts(WorkflowExecutionContext workflow, WorkflowState state)
    {
        var stored = state.ActivityExecutionContexts.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        var byId = new Dictionary<string, ActivityExecutionContext>(StringComparer.Ordinal);
        foreach (var activity in state.ActivityExecutionContexts.Reverse())
        {
            RestoreContext(workflow, stored, byId, activity);
        }

        // The order of the stored list is Elsa's: it turns round with every burst.
        foreach (var activity in state.ActivityExecutionContexts)
        {
            workflow.AddContext(byId[activity.Id]);
        }

        return byId;
    }

    private static ActivityExecutionContext RestoreContext(
        WorkflowExecutionContext workflow,
        Dictionary<string, ActivityExecutionContextState> stored,
        Dictionary<string, ActivityExecutionContext> byId,
        ActivityExecutionContextState state)
    {
        if (byId.TryGetValue(state.Id, out var restored))
        {
            return restored;
        }

        // A parent that had completed (its queued child outlived it) is not stored; the child then hangs below the workflow itself.
        var parent = state.ParentContextId is { } parentId && stored.TryGetValue(parentId, out var parentState)
            ? RestoreContext(workflow, stored, byId, parentState)
            : null;
        var context = new ActivityExecutionContext(state.Id, workflow, parent, RequireNode(workflow, state.ScheduledActivityNodeId), state.StartedAt)
        {
            CallStackDepth = state.CallStackDepth,
            AggregateFaultCount = state.FaultCount,
            CompletedAt = state.CompletedAt,
            Tag = state.Tag,
        };
        context.Restore(state.Status, PlainJson.CopyMap(state.Properties), PlainJson.CopyMap(state.Metadata), PlainJson.CopyMap(state.ActivityState));
        if (state.ActivityInput is { Count: > 0 } input)
        {
            context.SetActivityInput(input);
        }

        RestoreVariables(context, state);
        byId[state.Id] = context;
        return context;
    }

    private static void RestoreVariables(ActivityExecutionContext context, ActivityExecutionContextState state)
    {
        var values = context.PropertiesOrNull?.GetValueOrDefault(StateWriter.VariablesKey) as IDictionary<string, object?>;
        foreach (var variable in context.ActivityNode.Variables)
        {
            var block = context.ExpressionExecutionContext.Memory.Declare(variable);
            if (values is not null && values.TryGetValue(variable.Id, out var value))
            {
                block.Value = value is null ? null : ObjectConverter.ConvertTo(value, variable.ValueType);
                block.IsWritten = true;
            }
        }

        foreach (var variable in state.DynamicVariables)
        {
            context.DeclareDynamicVariable(ReadDynamic(variable));
        }
    }

    private static void RestoreCallbacks(WorkflowExecutionContext context, WorkflowState state, Dictionary<string, ActivityExecutionContext> byId)
    {
        foreach (var callback in state.CompletionCallbacks)
        {
            if (byId.TryGetValue(callback.OwnerInstanceId, out var owner) && context.Workflow.FindNode(callback.ChildNodeId) is { } child)
            {
                context.AddCallback(new CompletionCallbackEntry(
                    owner, child, callback.MethodName is { } method ? CallbackBinder.Completion(owner.Activity, method) : null, callback.Tag));
            }
        }
    }

    private static void RestoreQueue(WorkflowExecutionContext context, WorkflowState state, Dictionary<string, ActivityExecutionContext> byId)
    {
        foreach (var item in state.ScheduledActivities)
        {
            context.Enqueue(new ActivityWorkItem(RequireNode(context, item.ActivityNodeId), item.OwnerContextId is { } owner ? byId.GetValueOrDefault(owner) : null)
            {
                ExistingContext = item.ExistingActivityExecutionContextId is { } existing ? byId.GetValueOrDefault(existing) : null,
                Tag = item.Tag,
                Input = item.Input,
                Variables = item.Variables?.Select(ReadDynamic).ToList(),
                SchedulingActivityExecutionId = item.SchedulingActivityExecutionId,
            });
        }
    }

    private static Variable ReadDynamic(DynamicVariableState state) => new(state.Name, state.Value, state.Id) { TypeName = state.TypeName };

    private static ActivityNode RequireNode(WorkflowExecutionContext context, string nodeId) => context.Workflow.FindNode(nodeId)
        ?? throw new InvalidOperationException(
            $"Instance '{context.Id}' stands at '{nodeId}', which version {context.Workflow.Definition.Version} of '{context.Workflow.Definition.DefinitionId}' does not have.");
}
