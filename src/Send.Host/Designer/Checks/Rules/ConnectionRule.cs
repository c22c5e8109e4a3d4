using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Connections join activities of their flowchart, from an outcome that the first one has.</summary>
internal sealed class ConnectionRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        foreach (var flowchart in scope.Outline.Flowcharts)
        {
            var byId = flowchart.Children.GroupBy(child => child.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            foreach (var connection in flowchart.Connections)
            {
                var source = byId.GetValueOrDefault(connection.Source);
                if (source is null || byId.GetValueOrDefault(connection.Target) is not { } target)
                {
                    yield return RuleFinding.Error("connection.dangling", source ?? byId.GetValueOrDefault(connection.Target), input: null, source is null ? connection.Source : connection.Target);
                    continue;
                }

                var ports = OutlinePorts.Of(source, scope.Forms);
                if (ports.Outcomes?.Concat(ports.Optional).Contains(connection.Port, StringComparer.Ordinal) == false)
                {
                    yield return RuleFinding.Error("connection.noSuchOutcome", source, input: null, connection.Port, target.Label, OutcomeWords.Of(ports.Outcomes));
                }
            }
        }
    }
}
