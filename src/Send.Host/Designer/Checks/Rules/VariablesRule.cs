using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Variables have names of their own and types that the engine knows: one of an unknown type is dropped when the workflow runs.</summary>
internal sealed class VariablesRule(WellKnownTypes types) : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        Within(scope.Outline.Definition.Variables, container: null).Concat(scope.Activities.SelectMany(activity => Within(activity.Variables, activity)));

    private IEnumerable<RuleFinding> Within(IReadOnlyList<VariableDefinition> variables, OutlineActivity? container)
    {
        foreach (var group in variables.GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (string.IsNullOrWhiteSpace(group.Key))
            {
                yield return RuleFinding.Error("variable.unnamed", container, input: null);
            }
            else if (group.Count() > 1)
            {
                yield return RuleFinding.Error("variable.duplicate", container, input: null, group.Key);
            }
        }

        foreach (var variable in variables.Where(variable => types.Resolve(variable.TypeName, variable.IsArray) is null))
        {
            yield return RuleFinding.Error("variable.unknownType", container, input: null, variable.Name, variable.TypeName);
        }
    }
}
