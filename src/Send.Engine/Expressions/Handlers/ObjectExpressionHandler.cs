namespace Send.Engine.Expressions;

/// <summary>
/// JSON text, read as the wanted type. Where any object will do, the text stays text, as in Elsa: a definition that wants an object declares it.
/// </summary>
internal sealed class ObjectExpressionHandler : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        var text = ObjectConverter.ConvertTo<string>(expression.Value);
        return new(string.IsNullOrWhiteSpace(text) ? ObjectConverter.DefaultOf(returnType) : ObjectConverter.ConvertTo(text, returnType));
    }
}
