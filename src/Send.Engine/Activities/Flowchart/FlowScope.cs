using Send.Engine.Activities.Flowchart.Models;

namespace Send.Engine.Activities.Flowchart;

/// <summary>
/// How often a running flowchart has come by its activities and connections. Stored with the flowchart's execution under Elsa's names. A
/// join looks at the connections that were visited more often than the joining activity itself, so that it works again in the next round of a loop.
/// </summary>
internal sealed class FlowScope
{
    public Dictionary<string, long> ActivitiesVisitCount { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> ConnectionVisitCount { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, bool> ConnectionLastVisitFollowed { get; set; } = new(StringComparer.Ordinal);

    public void VisitActivity(IActivity activity) => ActivitiesVisitCount[activity.Id] = ActivitiesVisitCount.GetValueOrDefault(activity.Id) + 1;

    public void VisitConnection(Connection connection, bool isFollowed)
    {
        ConnectionVisitCount[connection.Key] = ConnectionVisitCount.GetValueOrDefault(connection.Key) + 1;
        ConnectionLastVisitFollowed[connection.Key] = isFollowed;
    }

    public bool AreAllVisited(FlowGraph graph, IActivity activity)
    {
        foreach (var connection in graph.ForwardInbound(activity))
        {
            if (!IsVisited(connection, activity))
            {
                return false;
            }
        }

        return true;
    }

    public bool AreAllFollowed(FlowGraph graph, IActivity activity)
    {
        foreach (var connection in graph.ForwardInbound(activity))
        {
            if (!IsFollowed(connection, activity))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsAnyFollowed(FlowGraph graph, IActivity activity)
    {
        foreach (var connection in graph.ForwardInbound(activity))
        {
            if (IsFollowed(connection, activity))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the connection has been visited in this round of the activity.</summary>
    public bool IsVisited(Connection connection, IActivity activity) =>
        ConnectionVisitCount.GetValueOrDefault(connection.Key) > ActivitiesVisitCount.GetValueOrDefault(activity.Id);

    private bool IsFollowed(Connection connection, IActivity activity) =>
        IsVisited(connection, activity) && ConnectionLastVisitFollowed.GetValueOrDefault(connection.Key);
}
