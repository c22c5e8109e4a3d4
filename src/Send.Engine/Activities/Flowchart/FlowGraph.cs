using Send.Engine.Activities.Flowchart.Models;

namespace Send.Engine.Activities.Flowchart;

/// <summary>
/// The connections of a flowchart as seen from one start activity: which lead forward, which lead back. Made once per start activity and
/// shared by all instances.
/// </summary>
internal sealed class FlowGraph
{
    private readonly IActivity? start;
    private readonly List<Connection> forward;
    private readonly HashSet<Connection> forwardSet;
    private readonly Dictionary<IActivity, List<Connection>> outbound = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IActivity, List<Connection>> inbound = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IActivity, List<Connection>> forwardInbound = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Connection> validBackward;

    public FlowGraph(IReadOnlyCollection<Connection> connections, IActivity? start)
    {
        this.start = start;
        foreach (var connection in connections)
        {
            Add(outbound, connection.Source.Activity, connection);
            Add(inbound, connection.Target.Activity, connection);
        }

        forward = start is null ? [] : FindForward(start);
        forwardSet = [.. forward];
        foreach (var connection in forward)
        {
            Add(forwardInbound, connection.Target.Activity, connection);
        }

        validBackward = [.. connections.Where(connection => !forwardSet.Contains(connection) && IsOnEveryPath(connection.Target.Activity, connection.Source.Activity))];
    }

    public IReadOnlyList<Connection> Outbound(IActivity activity) => outbound.TryGetValue(activity, out var found) ? found : [];

    public IReadOnlyList<Connection> Inbound(IActivity activity) => inbound.TryGetValue(activity, out var found) ? found : [];

    public IReadOnlyList<Connection> ForwardInbound(IActivity activity) => forwardInbound.TryGetValue(activity, out var found) ? found : [];

    public bool IsBackward(Connection connection) => !forwardSet.Contains(connection);

    /// <summary>True if every way from the start to the connection's source passes its target, so that going back makes a proper loop.</summary>
    public bool IsValidBackward(Connection connection) => validBackward.Contains(connection);

    /// <summary>True if no way from the start leads to the activity.</summary>
    public bool IsDangling(IActivity activity) => activity != start && !forwardInbound.ContainsKey(activity);

    /// <summary>The activities from which forward connections lead to this one.</summary>
    public HashSet<IActivity> Ancestors(IActivity activity)
    {
        var ancestors = new HashSet<IActivity>(ReferenceEqualityComparer.Instance);
        var open = new Queue<IActivity>([activity]);
        while (open.TryDequeue(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (ancestors.Add(connection.Source.Activity))
                {
                    open.Enqueue(connection.Source.Activity);
                }
            }
        }

        return ancestors;
    }

    /// <summary>Breadth first from the start; an edge that would close a cycle of edges taken so far is not a forward one.</summary>
    private List<Connection> FindForward(IActivity root)
    {
        var targets = new Dictionary<IActivity, List<IActivity>>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<(IActivity Source, IActivity Target)>();
        var edges = new List<Connection>();
        var visited = new HashSet<IActivity>(ReferenceEqualityComparer.Instance);
        var open = new Queue<IActivity>([root]);
        while (open.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var connection in Outbound(source))
            {
                var target = connection.Target.Activity;
                if (taken.Contains((source, target)) || Leads(targets, target, source))
                {
                    continue;
                }

                taken.Add((source, target));
                Add(targets, source, target);
                edges.AddRange(Outbound(source).Where(candidate => candidate.Target.Activity == target));
                if (!visited.Contains(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return edges;
    }

    private static bool Leads(Dictionary<IActivity, List<IActivity>> targets, IActivity from, IActivity to)
    {
        var seen = new HashSet<IActivity>(ReferenceEqualityComparer.Instance);
        var open = new Stack<IActivity>([from]);
        while (open.TryPop(out var current))
        {
            if (current == to)
            {
                return true;
            }

            if (seen.Add(current) && targets.TryGetValue(current, out var next))
            {
                next.ForEach(open.Push);
            }
        }

        return false;
    }

    /// <summary>True if the way back from <paramref name="from"/> to the start cannot avoid <paramref name="waypoint"/>.</summary>
    private bool IsOnEveryPath(IActivity waypoint, IActivity from)
    {
        if (start is null)
        {
            return false;
        }

        var seen = new HashSet<IActivity>(ReferenceEqualityComparer.Instance);
        var open = new Stack<IActivity>([from]);
        while (open.TryPop(out var current))
        {
            if (current == waypoint || !seen.Add(current))
            {
                continue;
            }

            if (current == start)
            {
                return false;
            }

            foreach (var connection in ForwardInbound(current))
            {
                open.Push(connection.Source.Activity);
            }
        }

        return true;
    }

    private static void Add<T>(Dictionary<IActivity, List<T>> lists, IActivity key, T value)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
