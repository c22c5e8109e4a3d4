namespace Send.Engine.Expressions;

/// <summary>A constant, converted to the wanted type.</summary>
internal sealed class LiteralExpressionHandler : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
        => new(StrictConversion.ConvertTo(expression.Value, returnType));
}
