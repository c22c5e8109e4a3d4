using Send.Engine.Definitions;

namespace Send.Engine.Migration;

/// <summary>
/// Where the nodes of one version are in another: the child of the same id in the same container. A workflow's outermost activity is its outermost
/// activity there, whatever its id, as long as the type is the same.
/// </summary>
internal sealed class NodeMap
{
    private readonly Dictionary<string, ActivityNode> byNodeId = new(StringComparer.Ordinal);
    private readonly CompiledWorkflow to;

    public NodeMap(CompiledWorkflow from, CompiledWorkflow to)
    {
        this.to = to;
        byNodeId[from.Root.NodeId] = to.Root;
        foreach (var node in from.Nodes.Where(node => node.Parent is not null))
        {
            if (byNodeId.TryGetValue(node.Parent!.NodeId, out var parent) && Counterpart(node, parent) is { } counterpart)
            {
                byNodeId[node.NodeId] = counterpart;
            }
        }
    }

    /// <summary>The node in the other version; null if it is not where it was.</summary>
    public ActivityNode? Find(string nodeId) => byNodeId.GetValueOrDefault(nodeId);

    /// <summary>The path in the other version; the same text for a node that is gone, which only what has ended refers to.</summary>
    public string Path(string nodeId) => byNodeId.TryGetValue(nodeId, out var node) ? node.NodeId : nodeId;

    /// <summary>An activity of that id that stands somewhere else in the other version.</summary>
    public ActivityNode? FindElsewhere(string activityId) => to.Nodes.FirstOrDefault(node => string.Equals(node.Activity.Id, activityId, StringComparison.Ordinal));

    private static ActivityNode? Counterpart(ActivityNode node, ActivityNode parent)
    {
        var same = parent.Children.FirstOrDefault(child => string.Equals(child.Activity.Id, node.Activity.Id, StringComparison.Ordinal));
        return same is null && node.Parent!.Parent is null && parent.Children is [var only] && node.Parent.Children.Count == 1
            && string.Equals(only.Activity.Type, node.Activity.Type, StringComparison.Ordinal)
            ? only
            : same;
    }
}
