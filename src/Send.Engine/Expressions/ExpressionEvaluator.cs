using System.Collections.Frozen;

namespace Send.Engine.Expressions;

/// <summary>Hands an expression to the handler of its language.</summary>
internal sealed class ExpressionEvaluator(IEnumerable<ExpressionRegistration> registrations) : IExpressionEvaluator
{
    private readonly FrozenDictionary<string, IExpressionHandler> handlers = registrations
        .GroupBy(registration => registration.Type, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.Last().Handler, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions? options = null)
        => handlers.TryGetValue(expression.Type, out var handler)
            ? handler.EvaluateAsync(expression, returnType, context, options ?? ExpressionEvaluatorOptions.Empty)
            : throw new ExpressionException(
                ExpressionErrorKind.UnknownType, $"Expression type '{expression.Type}' is not known; known are {string.Join(", ", handlers.Keys.Order(StringComparer.Ordinal))}.");

    /// <inheritdoc />
    public async ValueTask<T?> EvaluateAsync<T>(Expression expression, ExpressionExecutionContext context, ExpressionEvaluatorOptions? options = null)
        => ObjectConverter.ConvertTo<T>(await EvaluateAsync(expression, typeof(T), context, options));
}
