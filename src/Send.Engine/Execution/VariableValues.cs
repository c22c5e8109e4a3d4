using Send.Engine.Definitions;
using Send.Engine.Memory;
using Send.Engine.State;

namespace Send.Engine.Execution;

/// <summary>The variables of a workflow as an instance has them, for people who look at them and change them.</summary>
public static class VariableValues
{
    /// <summary>The workflow's variables with their values as stored; those that live in memory only are left out. Not written yet means the default.</summary>
    public static IReadOnlyList<(Variable Variable, object? Value)> Read(CompiledWorkflow workflow, WorkflowState state)
    {
        var root = state.ActivityExecutionContexts.FirstOrDefault(context => context.ParentContextId is null);
        var values = root is not null && root.Properties.TryGetValue(StateWriter.VariablesKey, out var stored) ? stored as IDictionary<string, object?> : null;
        return [.. workflow.Root.Variables.Where(variable => variable.IsStored).Select(variable =>
            (variable, values is not null && values.TryGetValue(variable.Id, out var value) ? value : variable.Value))];
    }

    /// <summary>The workflow's variable with this id, or else with this name; null if there is none that is stored.</summary>
    public static Variable? Find(CompiledWorkflow workflow, string idOrName) =>
        workflow.Root.Variables.FirstOrDefault(variable => variable.IsStored && string.Equals(variable.Id, idOrName, StringComparison.Ordinal))
        ?? workflow.Root.Variables.FirstOrDefault(variable => variable.IsStored && string.Equals(variable.Name, idOrName, StringComparison.Ordinal));

    /// <summary>What is wrong with a value for a variable, in words; null when it can be written.</summary>
    public static string? Check(Variable variable, object? value)
    {
        try
        {
            _ = variable.ParseValue(value);
            return null;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            return exception.Message;
        }
    }
}
