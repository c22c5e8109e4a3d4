using Send.Engine.Activities;

namespace Send.Engine.Definitions;

/// <summary>One version of a definition, ready to run. Immutable and shared by all instances and threads.</summary>
public sealed class CompiledWorkflow
{
    private readonly Dictionary<string, ActivityNode> byNodeId;
    private readonly Dictionary<IActivity, ActivityNode> byActivity;

    internal CompiledWorkflow(WorkflowDefinition definition, Workflow workflow, ActivityNode root)
    {
        Definition = definition;
        Activity = workflow;
        Root = root;
        Nodes = [.. root.Flatten()];
        byNodeId = Nodes.ToDictionary(node => node.NodeId, StringComparer.Ordinal);
        byActivity = Nodes.ToDictionary(node => node.Activity, node => node, ReferenceEqualityComparer.Instance as IEqualityComparer<IActivity>);
    }

    /// <summary>The definition.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The outermost activity.</summary>
    public Workflow Activity { get; }

    /// <summary>Its node.</summary>
    public ActivityNode Root { get; }

    /// <summary>All nodes, parents first, in the definition's order.</summary>
    public IReadOnlyList<ActivityNode> Nodes { get; }

    /// <summary>The node with this path.</summary>
    public ActivityNode? FindNode(string nodeId) => byNodeId.GetValueOrDefault(nodeId);

    /// <summary>The node of an activity of this workflow.</summary>
    public ActivityNode? FindNode(IActivity activity) => byActivity.GetValueOrDefault(activity);

    /// <summary>The first node with this activity id, or else with this activity name.</summary>
    public ActivityNode? FindNodeByActivityIdOrName(string idOrName) =>
        Nodes.FirstOrDefault(node => string.Equals(node.Activity.Id, idOrName, StringComparison.Ordinal))
        ?? Nodes.FirstOrDefault(node => string.Equals(node.Activity.Name, idOrName, StringComparison.Ordinal));
}
