namespace Send.Engine.Activities.Flowchart.Attributes;

/// <summary>Names the outcomes of an activity when it stands in a flowchart.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
{
    /// <summary>Names of the outcomes, each a port that connections start from.</summary>
    public ICollection<string> Outcomes { get; } = outcomes;
}
