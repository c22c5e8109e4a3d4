using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Where some outcomes of an activity lead on, all of them do. In a flowchart within another one an outcome without a connection ends the inner one, and the outer goes on:
/// that is a way to leave it, and needs no word.</summary>
internal sealed class ConnectedOutcomesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from flowchart in scope.Outline.Flowcharts
        where flowchart.Parent is null
        from activity in flowchart.Children
        let outcomes = OutlinePorts.Of(activity, scope.Forms).Outcomes
        let connected = flowchart.Connections.Where(connection => connection.Source == activity.Id).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal)
        where outcomes is not null && connected.Count > 0
        from outcome in outcomes
        where !connected.Contains(outcome) && !(outcome == "Default" && activity.Type == "Elsa.FlowSwitch")
        select RuleFinding.Warning("outcome.unconnected", activity, input: null, outcome);
}
