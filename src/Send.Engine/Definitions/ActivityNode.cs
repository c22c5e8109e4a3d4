using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine.Definitions;

/// <summary>An activity's place in a compiled workflow.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(IActivity activity, ActivityDescriptor descriptor, ActivityNode? parent)
    {
        Activity = activity;
        Descriptor = descriptor;
        Parent = parent;
        NodeId = parent is null ? activity.Id : parent.NodeId + ":" + activity.Id;
        activity.NodeId = NodeId;
    }

    /// <summary>The activity.</summary>
    public IActivity Activity { get; }

    /// <summary>Description of its type.</summary>
    public ActivityDescriptor Descriptor { get; }

    /// <summary>The activity that contains it; null for the workflow's own.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>Path from the root.</summary>
    public string NodeId { get; }

    /// <summary>The activities that it contains.</summary>
    public IReadOnlyList<ActivityNode> Children => children;

    /// <summary>Its inputs that have a value in the definition or from the type.</summary>
    public IReadOnlyList<BoundInput> Inputs { get; internal set; } = [];

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<Variable> Variables { get; internal set; } = [];

    private readonly List<ActivityNode> children = [];

    internal void Add(ActivityNode child) => children.Add(child);

    /// <summary>This node and all below it, parents first.</summary>
    public IEnumerable<ActivityNode> Flatten() => children.SelectMany(child => child.Flatten()).Prepend(this);
}

/// <summary>An input of one activity in a workflow.</summary>
/// <param name="Name">Name of the input as its descriptor has it.</param>
/// <param name="Input">The input.</param>
/// <param name="AutoEvaluate">False if the activity evaluates it itself.</param>
public sealed record BoundInput(string Name, Input Input, bool AutoEvaluate);
