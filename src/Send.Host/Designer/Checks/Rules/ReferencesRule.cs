using System.Text.Json;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Variables, inputs and activities that expressions and outputs name are there.</summary>
internal sealed class ReferencesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        scope.Activities.SelectMany(activity => InExpressions(scope, activity).Concat(InScripts(scope, activity)).Concat(InMembers(scope, activity)));

    private static IEnumerable<RuleFinding> InExpressions(CheckScope scope, OutlineActivity activity)
    {
        foreach (var expression in activity.Expressions)
        {
            var label = activity.InputLabel(expression.Input);
            if (expression.Language == "Variable" && Reference(expression.Value, "id") is { } id && !HasVariable(scope, activity, id))
            {
                yield return RuleFinding.Error("variable.missing", activity, expression.Input, label, Reference(expression.Value, "name") ?? id);
            }
            else if (expression.Language == "Input" && Reference(expression.Value, "name") is { } name && scope.Outline.Definition.Inputs.All(input => input.Name != name))
            {
                yield return RuleFinding.Error("input.missing", activity, expression.Input, label, name);
            }
        }
    }

    /// <summary>A warning, because a script may mean a name that only exists as it runs.</summary>
    private static IEnumerable<RuleFinding> InScripts(CheckScope scope, OutlineActivity activity)
    {
        var variables = scope.Outline.VariablesAround(activity).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var inputs = scope.Outline.Definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var expression in activity.Expressions.Where(expression => expression.Source is not null))
        {
            var names = ScriptNames.Of(expression.Language, expression.Source!);
            var label = activity.InputLabel(expression.Input);
            foreach (var name in names.Variables.Where(name => !variables.Contains(name) && !names.Assigned.Contains(name)))
            {
                yield return RuleFinding.Warning("script.noSuchVariable", activity, expression.Input, label, name);
            }

            foreach (var name in names.Inputs.Where(name => !inputs.Contains(name)))
            {
                yield return RuleFinding.Warning("script.noSuchInput", activity, expression.Input, label, name);
            }

            foreach (var name in names.Activities.Where(name => scope.Activities.All(one => one.Id != name && one.Json.Text("name") != name)))
            {
                yield return RuleFinding.Warning("script.noSuchActivity", activity, expression.Input, label, name);
            }
        }
    }

    /// <summary>Members that name a variable beside the inputs: where an output is kept, what SetVariable writes.</summary>
    private static IEnumerable<RuleFinding> InMembers(CheckScope scope, OutlineActivity activity)
    {
        foreach (var member in activity.Json.EnumerateObject())
        {
            if (member.Value.Object("memoryReference")?.Text("id") is { Length: > 0 } kept && !member.Value.TryGetProperty("expression", out _) && IsOutput(activity, member.Name)
                && !HasVariable(scope, activity, kept) && scope.Outline.Definition.Outputs.All(output => output.Name != kept))
            {
                yield return RuleFinding.Error("variable.missing", activity, member.Name, activity.InputLabel(member.Name), kept);
            }
        }

        if (activity.Type == "Elsa.SetVariable")
        {
            var variable = activity.Json.Object("variable");
            var id = variable?.Text("id") is { Length: > 0 } given ? given : variable?.Text("name");
            if (id is null)
            {
                yield return RuleFinding.Error("input.empty", activity, "variable", activity.InputLabel("variable"));
            }
            else if (!HasVariable(scope, activity, id))
            {
                yield return RuleFinding.Error("variable.missing", activity, "variable", activity.InputLabel("variable"), variable?.Text("name") ?? id);
            }
        }
    }

    private static bool IsOutput(OutlineActivity activity, string member) =>
        activity.Descriptor?.Outputs.Any(output => string.Equals(output.Name, member, StringComparison.OrdinalIgnoreCase)) == true;

    private static bool HasVariable(CheckScope scope, OutlineActivity activity, string idOrName) =>
        scope.Outline.VariablesAround(activity).Any(variable => variable.Id == idOrName || variable.Name == idOrName);

    private static string? Reference(JsonElement value, string member) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Object => value.Text(member) is { Length: > 0 } text ? text : null,
        _ => null,
    };
}
