namespace Send.Engine.Expressions;

/// <summary>The value of a workflow input, found by its name.</summary>
internal sealed class InputExpressionHandler : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        var value = expression.Value is System.Text.Json.JsonElement or System.Text.Json.Nodes.JsonNode
            ? ObjectConverter.ConvertTo<object>(expression.Value)
            : expression.Value;
        var name = value is IDictionary<string, object?> map ? ObjectConverter.ConvertTo<string>(map.TryGetValue("name", out var found) ? found : null) : value as string;
        return new(string.IsNullOrEmpty(name) ? ObjectConverter.DefaultOf(returnType) : StrictConversion.ConvertTo(new ExpressionScope(context).GetInput(name), returnType));
    }
}
