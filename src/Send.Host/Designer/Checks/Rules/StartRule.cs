using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>It is plain to see where a flowchart begins.</summary>
internal sealed class StartRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) => scope.Outline.Flowcharts
        .Where(flowchart => FlowReach.MarkedStarts(flowchart).Count == 0 && FlowReach.Entries(flowchart).Count > 1)
        .Select(flowchart => RuleFinding.Warning("flowchart.noStart", flowchart, input: null, FlowReach.Entries(flowchart)[0].Label));
}
