using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Memory;
using Send.Engine.State;

namespace Send.Engine.Migration;

/// <summary>The variables of the scopes that are open: their values follow by id, or else by name.</summary>
internal static class ScopeVariables
{
    public static IEnumerable<VersionMoveFinding> Check(WorkflowState state, CompiledWorkflow from, NodeMap map, IReadOnlyDictionary<string, object?>? given)
    {
        foreach (var (context, node, counterpart) in Scopes(state, from, map))
        {
            var values = ValuesOf(context);
            var isWorkflow = node.Parent is null;
            foreach (var variable in counterpart.Variables)
            {
                var isGiven = isWorkflow && given is not null && (given.ContainsKey(variable.Id) || given.ContainsKey(variable.Name));
                if (!isGiven && CheckOne(variable, Predecessor(node, variable), values) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var gone in node.Variables.Where(variable => counterpart.Variables.All(one => Predecessor(node, one) != variable) && values?.GetValueOrDefault(variable.Id) is not null))
            {
                yield return Finding(VersionMoveKind.VariableRemoved, VersionMoveSeverity.Warns, gone);
            }
        }
    }

    /// <summary>Values under the ids of the other version; those without a variable there are dropped. State and paths are still those of the old version.</summary>
    public static void Move(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var (context, node, counterpart) in Scopes(state, from, map))
        {
            if (ValuesOf(context) is not { } values)
            {
                continue;
            }

            var moved = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var variable in counterpart.Variables.Where(variable => variable.IsStored))
            {
                if (Predecessor(node, variable) is { } before && values.TryGetValue(before.Id, out var value) && VariableValues.Check(variable, value) is null)
                {
                    moved[variable.Id] = value;
                }
            }

            context.Properties[StateWriter.VariablesKey] = moved;
        }
    }

    private static IEnumerable<(ActivityExecutionContextState Context, ActivityNode Node, ActivityNode Counterpart)> Scopes(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var context in state.ActivityExecutionContexts.Where(context => !OpenActivities.IsEnded(context) || context.ParentContextId is null))
        {
            if (from.FindNode(context.ScheduledActivityNodeId) is { } node && map.Find(node.NodeId) is { } counterpart && (node.Variables.Count > 0 || counterpart.Variables.Count > 0))
            {
                yield return (context, node, counterpart);
            }
        }
    }

    private static VersionMoveFinding? CheckOne(Variable variable, Variable? before, Dictionary<string, object?>? values)
    {
        if (before is null)
        {
            return variable.Value is null
                ? Finding(VersionMoveKind.VariableWithoutValue, VersionMoveSeverity.Warns, variable)
                : Finding(VersionMoveKind.VariableAdded, VersionMoveSeverity.Tells, variable);
        }

        if (string.Equals(before.TypeName, variable.TypeName, StringComparison.Ordinal))
        {
            return null;
        }

        var converts = values is null || !values.TryGetValue(before.Id, out var value) || VariableValues.Check(variable, value) is null;
        return Finding(
            converts ? VersionMoveKind.VariableTypeChanged : VersionMoveKind.VariableTypeMismatch, converts ? VersionMoveSeverity.Tells : VersionMoveSeverity.Blocks, variable) with
        {
            Before = before.TypeName,
            After = variable.TypeName,
        };
    }

    private static Variable? Predecessor(ActivityNode node, Variable variable) =>
        node.Variables.FirstOrDefault(one => string.Equals(one.Id, variable.Id, StringComparison.Ordinal))
        ?? node.Variables.FirstOrDefault(one => string.Equals(one.Name, variable.Name, StringComparison.Ordinal));

    private static Dictionary<string, object?>? ValuesOf(ActivityExecutionContextState context) =>
        context.Properties.TryGetValue(StateWriter.VariablesKey, out var stored) ? stored as Dictionary<string, object?> : null;

    private static VersionMoveFinding Finding(VersionMoveKind kind, VersionMoveSeverity severity, Variable variable) =>
        new() { Kind = kind, Severity = severity, Variable = variable.Name, After = variable.TypeName };
}
