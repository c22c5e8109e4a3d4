namespace Send.Host.Designer.Checks.Rules;

/// <summary>There is something to do: a workflow without a step ends as soon as it begins.</summary>
internal sealed class SomethingToDoRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        if (scope.Outline.Root is not { } root || root is { IsFlowchart: true, Children.Count: 0 })
        {
            yield return RuleFinding.Error("definition.empty", activity: null, input: null);
        }

        foreach (var inner in scope.Outline.Flowcharts.Where(flowchart => flowchart.Parent is not null && flowchart.Children.Count == 0))
        {
            yield return RuleFinding.Warning("flowchart.empty", inner, input: null);
        }
    }
}
