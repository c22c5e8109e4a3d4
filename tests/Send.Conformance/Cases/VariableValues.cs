using Send.Engine.Definitions;
using Send.Engine.State;

namespace Send.Conformance.Cases;

/// <summary>Values of a workflow's variables as an instance has them: the stored value, or else the default.</summary>
public static class VariableValues
{
    /// <summary>Values by variable name, in the order of the definition.</summary>
    public static IReadOnlyDictionary<string, object?> Of(CompiledWorkflow workflow, WorkflowState state)
    {
        var root = state.ActivityExecutionContexts.FirstOrDefault(context => context.ParentContextId is null);
        var stored = root is not null && root.Properties.TryGetValue("Variables", out var value) ? value as IDictionary<string, object?> : null;
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var variable in workflow.Root.Variables)
        {
            result[variable.Name] = variable.IsStored && stored is not null && stored.TryGetValue(variable.Id, out var own) ? variable.ParseValue(own) : variable.Value;
        }

        return result;
    }
}
