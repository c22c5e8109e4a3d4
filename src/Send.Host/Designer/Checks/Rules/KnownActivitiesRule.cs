using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Every activity is of a type that this host can run.</summary>
internal sealed class KnownActivitiesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) => scope.Activities
        .Where(activity => activity.Descriptor is null && activity.Json.Text(WorkflowReferences.Input) is null)
        .Select(activity => RuleFinding.Error("activity.unknown", activity, input: null, activity.Type));
}
