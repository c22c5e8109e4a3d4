using System.Text.Json;
using Send.Engine.Expressions;
using Send.Engine.Serialization;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Scripts and templates compile; constants are of the kind that the input takes.</summary>
internal sealed class ExpressionRule(IExpressionValidator validator) : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        foreach (var activity in scope.Activities)
        {
            foreach (var expression in activity.Expressions)
            {
                if (Problem(activity, expression) is { } problem)
                {
                    yield return Finding(activity, expression, problem);
                }
            }
        }
    }

    private ExpressionProblem? Problem(OutlineActivity activity, OutlineExpression expression)
    {
        if (expression.Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || expression.Value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(expression.Value.GetString()))
        {
            return null;
        }

        return validator.Validate(new Expression(expression.Language, PlainJson.FromElement(expression.Value)), expression.IsWhole ? TargetOf(activity, expression.Input) : null);
    }

    /// <summary>Null where another rule says it better (<see cref="ChoicesRule"/>), or where nothing is known of the input.</summary>
    private static Type? TargetOf(OutlineActivity activity, string input)
    {
        var descriptor = activity.Descriptor?.Inputs.FirstOrDefault(one => string.Equals(one.Name, input, StringComparison.OrdinalIgnoreCase));
        return descriptor is { IsWrapped: true } && !(Nullable.GetUnderlyingType(descriptor.Type) ?? descriptor.Type).IsEnum ? descriptor.Type : null;
    }

    private static RuleFinding Finding(OutlineActivity activity, OutlineExpression expression, ExpressionProblem problem)
    {
        var label = activity.InputLabel(expression.Input);
        return problem switch
        {
            { IsWarning: true } => RuleFinding.Warning("expression.converts", activity, expression.Input, label, problem.Message),
            { Line: { } line } => RuleFinding.Error("expression.brokenAt", activity, expression.Input, label, line, problem.Column ?? 1, problem.Message),
            _ => RuleFinding.Error("expression.broken", activity, expression.Input, label, problem.Message),
        };
    }
}
