using Send.Engine.Expressions.JavaScript;
using Send.Engine.Expressions.Liquid;

namespace Send.Engine.Expressions;

/// <summary>Compiles scripts and templates, reads JSON, converts constants.</summary>
internal sealed class ExpressionValidator(ScriptCache scripts, TemplateCache templates, IEnumerable<ExpressionRegistration> registrations) : IExpressionValidator
{
    private readonly HashSet<string> types = registrations.Select(registration => registration.Type).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public ExpressionProblem? Validate(Expression expression, Type? targetType = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (!types.Contains(expression.Type))
        {
            return new($"Expression type '{expression.Type}' is not known; known are {string.Join(", ", types.Order(StringComparer.Ordinal))}.");
        }

        return expression.Type switch
        {
            "JavaScript" => Script(ObjectConverter.ConvertTo<string>(expression.Value)),
            "Liquid" => Template(ObjectConverter.ConvertTo<string>(expression.Value)),
            "Object" or "Json" or "Literal" => Constant(expression.Value, targetType),
            _ => null,
        };
    }

    private ExpressionProblem? Script(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return null;
        }

        try
        {
            scripts.Get(source);
            return null;
        }
        catch (ExpressionException e)
        {
            return new(e.Message, e.Line, e.Column);
        }
    }

    private ExpressionProblem? Template(string? source)
        => !string.IsNullOrWhiteSpace(source) && templates.Get(source).Error is { } error ? new(error.Message, error.Line, error.Column) : null;

    private static ExpressionProblem? Constant(object? value, Type? targetType)
        => targetType is null || ObjectConverter.TryConvertTo(value, targetType, out _)
            ? null
            : new($"'{ObjectConverter.ConvertTo<string>(value)}' is no {targetType.Name}; the default of the type would be used.", IsWarning: true);
}
