using Send.Engine.Definitions;
using Send.Engine.State;

namespace Send.Engine.Migration;

/// <summary>
/// Moves an instance to another version of its definition. What runs, waits or has faulted must exist there, in the same container and of the same type; finished
/// steps are not looked at again. Variables keep their values by id, or else by name; new ones start with their default. A connection that is new and
/// comes from something the instance is past counts as passed, so that no join waits for what can never come.
/// </summary>
public static class VersionMove
{
    /// <summary>What the move would change; nothing is changed.</summary>
    /// <param name="state">The instance.</param>
    /// <param name="from">The version that it is pinned to.</param>
    /// <param name="to">The version that it is to go on with.</param>
    /// <param name="values">Values that the move will give to variables of the other version, by id or name.</param>
    public static VersionMoveReport Check(WorkflowState state, CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, object?>? values = null)
    {
        var findings = new List<VersionMoveFinding>();
        if (!string.Equals(from.Definition.DefinitionId, to.Definition.DefinitionId, StringComparison.Ordinal))
        {
            findings.Add(Blocks(VersionMoveKind.OtherDefinition, from.Definition.DefinitionId, to.Definition.DefinitionId));
        }
        else if (string.Equals(from.Definition.Id, to.Definition.Id, StringComparison.Ordinal))
        {
            findings.Add(Blocks(VersionMoveKind.SameVersion, null, null));
        }
        else if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            findings.Add(Blocks(VersionMoveKind.Ended, state.SubStatus.ToString(), null));
        }
        else
        {
            var map = new NodeMap(from, to);
            findings.AddRange(OpenActivities.Check(state, from, map));
            findings.AddRange(FlowScopes.Check(state, from, map));
            findings.AddRange(ScopeVariables.Check(state, from, map, values));
        }

        return new VersionMoveReport(state.Id, from.Definition.Version, to.Definition.Version, [.. findings.OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>
    /// The state as the other version goes on with it; the given one stays as it is. Throws <see cref="InvalidOperationException"/> where
    /// <see cref="Check"/> blocks for another reason than a variable's value. In a transaction, with a journal entry, by <see cref="Execution.MoveStimulus"/>.
    /// </summary>
    public static WorkflowState Apply(WorkflowState state, CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, object?>? values = null)
    {
        var report = Check(state, from, to, values);
        if (!report.IsPossible)
        {
            var first = report.Findings[0];
            throw new InvalidOperationException($"Instance '{state.Id}' cannot be moved to version {to.Definition.Version}: {first.Kind} {first.ActivityName ?? first.Variable}.");
        }

        // A copy through the stored form: nothing of the old state is shared.
        var moved = WorkflowStateSerializer.Deserialize(WorkflowStateSerializer.Serialize(state));
        var map = new NodeMap(from, to);
        (moved.DefinitionVersionId, moved.DefinitionVersion, moved.IsSystem) = (to.Definition.Id, to.Definition.Version, to.Definition.IsSystem);
        ScopeVariables.Move(moved, from, map);
        FlowScopes.Move(moved, from, map);
        Rename(moved, map);
        return moved;
    }

    private static void Rename(WorkflowState state, NodeMap map)
    {
        foreach (var bookmark in state.Bookmarks)
        {
            bookmark.ActivityId = map.Find(bookmark.ActivityNodeId)?.Activity.Id ?? bookmark.ActivityId;
            bookmark.ActivityNodeId = map.Path(bookmark.ActivityNodeId);
        }

        state.CompletionCallbacks = [.. state.CompletionCallbacks.Where(callback => map.Find(callback.ChildNodeId) is not null)];
        foreach (var callback in state.CompletionCallbacks)
        {
            callback.ChildNodeId = map.Path(callback.ChildNodeId);
        }

        foreach (var context in state.ActivityExecutionContexts)
        {
            context.ScheduledActivityNodeId = map.Path(context.ScheduledActivityNodeId);
            context.OwnerActivityNodeId = context.OwnerActivityNodeId is { } owner ? map.Path(owner) : null;
        }

        foreach (var item in state.ScheduledActivities)
        {
            item.ActivityNodeId = map.Path(item.ActivityNodeId);
        }

        state.Incidents = [.. state.Incidents.Select(incident => incident with { ActivityNodeId = map.Path(incident.ActivityNodeId) })];
    }

    private static VersionMoveFinding Blocks(VersionMoveKind kind, string? before, string? after) =>
        new() { Kind = kind, Severity = VersionMoveSeverity.Blocks, Before = before, After = after };
}
