using Send.Engine.Execution;

namespace Send.Engine;

/// <summary>What people do to an instance from outside: run faulted activities again, write variables, move it to another version.</summary>
public sealed partial class WorkflowExecutionContext
{
    private const string VariablesChanged = "VariablesChanged";
    private const string Moved = "Migrated";

    /// <summary>Queues the faulted activities; false if there is none.</summary>
    internal async ValueTask<bool> RetryAsync(IReadOnlyCollection<string>? activityIds)
    {
        var faulted = contexts
            .Where(context => context.Status == ActivityStatus.Faulted && activityIds?.Contains(context.Activity.Id, StringComparer.Ordinal) != false)
            .OrderBy(context => context.StartedAt).ToList();
        if (faulted.Count == 0)
        {
            return false;
        }

        foreach (var context in faulted)
        {
            await context.RecoverAsync();
            incidents.RemoveAll(incident => string.Equals(incident.ActivityNodeId, context.NodeId, StringComparison.Ordinal));
            Enqueue(new ActivityWorkItem(context.ActivityNode, context.ParentActivityExecutionContext) { ExistingContext = context });
        }

        // A finished instance keeps its state against everything else; this is the one way back.
        RestoreStatus(WorkflowSubStatus.Executing);
        FinishedAt = null;
        return true;
    }

    /// <summary>Writes variables of the workflow.</summary>
    internal void WriteVariables(IReadOnlyDictionary<string, object?> values)
    {
        var names = SetVariables(values);
        AddRootEntry(VariablesChanged, string.Join(", ", names), new Dictionary<string, object?>(StringComparer.Ordinal) { ["Variables"] = names });
        UpdatedAt = UtcNow;
    }

    /// <summary>Notes that the instance has come from another version; its state already belongs to this one.</summary>
    internal void NoteMove(int fromVersion, IReadOnlyDictionary<string, object?>? values)
    {
        var names = SetVariables(values ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        AddRootEntry(Moved, message: null, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["FromVersion"] = fromVersion,
            ["ToVersion"] = Workflow.Definition.Version,
            ["Variables"] = names,
        });
        UpdatedAt = UtcNow;
    }

    private List<string> SetVariables(IReadOnlyDictionary<string, object?> values)
    {
        var root = RootContext;
        var names = new List<string>();
        foreach (var (idOrName, value) in values)
        {
            var variable = VariableValues.Find(Workflow, idOrName)
                ?? throw new InvalidOperationException($"Workflow '{Workflow.Definition.DefinitionId}' stores no variable '{idOrName}'.");
            if (!root.ExpressionExecutionContext.Memory.TryGetBlock(variable.Id, out var block))
            {
                block = root.ExpressionExecutionContext.Memory.Declare(variable);
            }

            block.Value = variable.ParseValue(value);
            block.IsWritten = true;
            names.Add(variable.Name);
        }

        return names;
    }

    private void AddRootEntry(string eventName, string? message, Dictionary<string, object?> payload)
    {
        RootContext.MarkTouched();
        AddLogEntry(RootContext, eventName, message, source: null, payload);
    }

    private ActivityExecutionContext RootContext => contexts.Find(context => context.ParentActivityExecutionContext is null && context.ActivityNode == Workflow.Root)
        ?? throw new InvalidOperationException($"Instance '{Id}' has no execution of its workflow.");
}
