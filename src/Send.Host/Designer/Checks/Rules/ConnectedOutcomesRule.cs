using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Where some outcomes of an activity lead on, all of them do.</summary>
internal sealed class ConnectedOutcomesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from flowchart in scope.Outline.Flowcharts
        from activity in flowchart.Children
        let outcomes = OutlinePorts.Of(activity, scope.Forms).Outcomes
        let connected = flowchart.Connections.Where(connection => connection.Source == activity.Id).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal)
        where outcomes is not null && connected.Count > 0 && !IsUnusedDefault(activity)
        from outcome in outcomes
        where !connected.Contains(outcome) && !(outcome == "Default" && activity.Type == "Elsa.FlowSwitch")
        select RuleFinding.Warning("outcome.unconnected", activity, input: null, outcome);

    private static bool IsUnusedDefault(OutlineActivity activity) => activity.Descriptor is { IsTerminal: true };
}
