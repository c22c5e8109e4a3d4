using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>A join that waits for every branch can get them all.</summary>
internal sealed class JoinRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        foreach (var flowchart in scope.Outline.Flowcharts)
        {
            var reached = FlowReach.Of(flowchart);
            var byId = flowchart.Children.GroupBy(child => child.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            foreach (var join in flowchart.Children.Where(activity => activity.Type == "Elsa.FlowJoin" && activity.Input("mode").Literal == "WaitAll" && reached.Contains(activity.Id)))
            {
                foreach (var group in flowchart.Connections.Where(connection => connection.Target == join.Id && byId.ContainsKey(connection.Source)).GroupBy(connection => connection.Source, StringComparer.Ordinal))
                {
                    var source = byId[group.Key];
                    if (!reached.Contains(source.Id))
                    {
                        yield return RuleFinding.Warning("join.unreachableBranch", join, input: null, source.Label);
                    }
                    else if (group.Select(connection => connection.Port).Distinct(StringComparer.Ordinal).Count() > 1 && source.Type is not ("Elsa.FlowFork" or "Elsa.FlowSwitch"))
                    {
                        yield return RuleFinding.Warning("join.exclusiveBranches", join, input: null, source.Label);
                    }
                }
            }
        }
    }
}
