namespace Send.Host.Designer.Checks.Rules;

/// <summary>No two activities have the same id: connections and running cases find them by it.</summary>
internal sealed class DistinctActivitiesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) => scope.Activities
        .GroupBy(activity => activity.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1))
        .Select(activity => RuleFinding.Error("activity.duplicate", activity, input: null, activity.Id));
}
