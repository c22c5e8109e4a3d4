using Send.Engine.Activities.Flowchart;
using Send.Engine.Activities.Flowchart.Activities;
using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.State;

namespace Send.Engine.Migration;

/// <summary>
/// What open flowcharts have counted. A connection that the other version adds has no count: where nothing that still runs leads to its source, it will never get
/// one in this round, and a join behind it would wait for ever. Such a connection is counted as passed.
/// </summary>
internal static class FlowScopes
{
    private const string Key = "FlowScope";

    // Its source will never run again, so the count stands for all rounds that its target may still run.
    private const long ForEver = 1_000_000;

    public static IEnumerable<VersionMoveFinding> Check(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var open in Open(state, from, map))
        {
            var ahead = Ahead(state, open, map);
            foreach (var connection in Added(open).Where(connection => IsPassed(connection, ahead) && ahead.Contains(connection.Target.Activity.Id)))
            {
                yield return new VersionMoveFinding
                {
                    Kind = VersionMoveKind.ConnectionPassed,
                    Severity = VersionMoveSeverity.Warns,
                    ActivityId = connection.Target.Activity.Id,
                    ActivityName = NameOf(connection.Target.Activity),
                    ActivityType = connection.Target.Activity.Type,
                    After = NameOf(connection.Source.Activity),
                };
            }
        }
    }

    public static void Move(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var open in Open(state, from, map).ToList())
        {
            var ahead = Ahead(state, open, map);
            foreach (var connection in Added(open))
            {
                // In step with the connections that were there: each was passed once for every time its target ran.
                var isPassed = IsPassed(connection, ahead);
                open.Scope.ConnectionVisitCount[connection.Key] = isPassed ? ForEver : open.Scope.ActivitiesVisitCount.GetValueOrDefault(connection.Target.Activity.Id);
                open.Scope.ConnectionLastVisitFollowed[connection.Key] = isPassed && IsWaitAll(connection.Target.Activity);
            }

            open.Context.Properties[Key] = Serialization.PlainJson.ToPlain(open.Scope);
        }
    }

    /// <summary>A join that waits for all is skipped with a connection that was not taken; everything else must not run because of one.</summary>
    private static bool IsWaitAll(IActivity activity) => activity is FlowJoin join && join.Mode?.Expression?.Value?.ToString() is nameof(FlowJoinMode.WaitAll);

    private static IEnumerable<OpenFlowchart> Open(WorkflowState state, CompiledWorkflow from, NodeMap map)
    {
        foreach (var context in state.ActivityExecutionContexts.Where(context => !OpenActivities.IsEnded(context)))
        {
            if (from.FindNode(context.ScheduledActivityNodeId) is { Activity: Flowchart before } && map.Find(context.ScheduledActivityNodeId) is { Activity: Flowchart after }
                && context.Properties.TryGetValue(Key, out var stored) && ObjectConverter.ConvertTo<FlowScope>(stored) is { } scope)
            {
                yield return new OpenFlowchart(context, before, after, scope);
            }
        }
    }

    private static IEnumerable<Connection> Added(OpenFlowchart open)
    {
        var known = open.Before.Connections.Select(connection => connection.Key).ToHashSet(StringComparer.Ordinal);
        return open.After.Connections.Where(connection => !known.Contains(connection.Key));
    }

    private static bool IsPassed(Connection connection, HashSet<string> ahead) => !ahead.Contains(connection.Source.Activity.Id);

    private static string NameOf(IActivity activity) => activity.Name is { Length: > 0 } name ? name : activity.Id;

    /// <summary>Ids of the activities that run, and of all that can still follow them.</summary>
    private static HashSet<string> Ahead(WorkflowState state, OpenFlowchart open, NodeMap map)
    {
        var next = new Queue<string>(state.ActivityExecutionContexts
            .Where(context => !OpenActivities.IsEnded(context) && string.Equals(context.ParentContextId, open.Context.Id, StringComparison.Ordinal))
            .Select(context => context.ScheduledActivityNodeId)
            .Concat(state.ScheduledActivities.Where(item => string.Equals(item.OwnerContextId, open.Context.Id, StringComparison.Ordinal)).Select(item => item.ActivityNodeId))
            .Select(map.Find).OfType<ActivityNode>().Select(node => node.Activity.Id));
        var ahead = new HashSet<string>(StringComparer.Ordinal);
        while (next.TryDequeue(out var id))
        {
            if (ahead.Add(id))
            {
                foreach (var connection in open.After.Connections.Where(connection => string.Equals(connection.Source.Activity.Id, id, StringComparison.Ordinal)))
                {
                    next.Enqueue(connection.Target.Activity.Id);
                }
            }
        }

        return ahead;
    }

    private sealed record OpenFlowchart(ActivityExecutionContextState Context, Flowchart Before, Flowchart After, FlowScope Scope);
}
