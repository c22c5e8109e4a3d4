namespace Send.Engine.Expressions;

/// <summary>The value of a variable, found by its id.</summary>
internal sealed class VariableExpressionHandler : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        var reference = expression.Value switch
        {
            MemoryBlockReference given => given,
            IDictionary<string, object?> map when map.TryGetValue("id", out var id) => new MemoryBlockReference(ObjectConverter.ConvertTo<string>(id) ?? ""),
            _ => new MemoryBlockReference(ObjectConverter.ConvertTo<string>(expression.Value) ?? ""),
        };
        return new(StrictConversion.ConvertTo(context.Get(reference), returnType));
    }
}
