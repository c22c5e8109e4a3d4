using Send.Engine.Definitions;
using Send.Engine.Memory;
using Send.Engine.Serialization;
using Send.Engine.State;

namespace Send.Engine.Migration;

/// <summary>The activities that an instance runs, waits at, has queued or could run again.</summary>
internal static class OpenActivities
{
    public static IEnumerable<VersionMoveFinding> Check(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        var paths = state.ActivityExecutionContexts.Where(context => !IsEnded(context)).Select(context => context.ScheduledActivityNodeId)
            .Concat(state.ScheduledActivities.Select(item => item.ActivityNodeId))
            .Concat(state.Bookmarks.Select(bookmark => bookmark.ActivityNodeId))
            .Append(from.Root.NodeId)
            .Distinct(StringComparer.Ordinal);
        return paths.Select(path => Check(path, from, map)).OfType<VersionMoveFinding>();
    }

    public static bool IsEnded(ActivityExecutionContextState context) => context.Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    private static VersionMoveFinding? Check(string path, CompiledWorkflow from, NodeMap map)
    {
        if (from.FindNode(path) is not { } node)
        {
            return new VersionMoveFinding { Kind = VersionMoveKind.ActivityGone, Severity = VersionMoveSeverity.Blocks, ActivityId = path, ActivityName = path };
        }

        var finding = new VersionMoveFinding
        {
            Kind = VersionMoveKind.ActivityGone,
            Severity = VersionMoveSeverity.Blocks,
            ActivityId = node.Activity.Id,
            ActivityName = NameOf(node),
            ActivityType = node.Activity.Type,
        };
        if (map.Find(path) is not { } counterpart)
        {
            // Where the container itself is gone, its finding says so; what stands in it is only worth a word if it is gone, too.
            return map.FindElsewhere(node.Activity.Id) is { } elsewhere
                ? finding with { Kind = VersionMoveKind.ActivityMoved, Before = ContainerOf(node), After = ContainerOf(elsewhere) }
                : finding;
        }

        if (!string.Equals(counterpart.Activity.Type, node.Activity.Type, StringComparison.Ordinal))
        {
            return finding with { Kind = VersionMoveKind.ActivityTypeChanged, Before = node.Activity.Type, After = counterpart.Activity.Type };
        }

        return string.Equals(Settings(node), Settings(counterpart), StringComparison.Ordinal)
            ? null
            : finding with { Kind = VersionMoveKind.ActivityChanged, Severity = VersionMoveSeverity.Tells };
    }

    public static string NameOf(ActivityNode node) => node.Activity.Name is { Length: > 0 } name ? name : node.Activity.Id;

    private static string? ContainerOf(ActivityNode node) => node.Parent is { } parent ? NameOf(parent) : null;

    private static string Settings(ActivityNode node) => string.Join('\n', node.Inputs.OrderBy(input => input.Name, StringComparer.Ordinal).Select(input =>
        $"{input.Name}={input.Input.Expression?.Type}:{(input.Input.Expression?.Value is Variable variable ? variable.Id : Text(input.Input.Expression?.Value))}"));

    private static string Text(object? value) => value is Delegate ? "" : PlainJson.Canonical(value);
}
