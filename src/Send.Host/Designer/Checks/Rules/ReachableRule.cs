using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>A way leads from the beginning to every activity.</summary>
internal sealed class ReachableRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) => scope.Outline.Flowcharts.SelectMany(flowchart =>
    {
        var reached = FlowReach.Of(flowchart);
        return flowchart.Children.Where(activity => !reached.Contains(activity.Id)).Select(activity => RuleFinding.Error("activity.unreachable", activity, input: null));
    });
}
