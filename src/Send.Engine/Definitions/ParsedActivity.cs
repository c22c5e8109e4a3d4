using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine.Definitions;

/// <summary>An activity that has been read but has no place in a workflow yet.</summary>
internal sealed class ParsedActivity(IActivity activity, ActivityDescriptor descriptor)
{
    public IActivity Activity { get; } = activity;

    public ActivityDescriptor Descriptor { get; } = descriptor;

    public List<ParsedActivity> Children { get; } = [];

    public List<BoundInput> Inputs { get; } = [];

    public IReadOnlyList<Variable> Variables { get; init; } = [];

    public IEnumerable<ParsedActivity> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    public void Bind(string name, Input input, bool autoEvaluate)
    {
        input.Slot = Inputs.Count;
        input.Owner = Activity;
        Inputs.Add(new BoundInput(name, input, autoEvaluate));
    }

    public ActivityNode Attach(ActivityNode? parent)
    {
        var node = new ActivityNode(Activity, Descriptor, parent) { Inputs = Inputs, Variables = Variables };
        foreach (var child in Children)
        {
            node.Add(child.Attach(node));
        }

        return node;
    }
}
