namespace Send.Engine.Expressions;

/// <summary>Code given by whoever built the workflow in code.</summary>
internal sealed class DelegateExpressionHandler : IExpressionHandler
{
    /// <inheritdoc />
    public async ValueTask<object?> EvaluateAsync(
        Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
        => expression.Value is Func<ExpressionExecutionContext, ValueTask<object?>> function ? ObjectConverter.ConvertTo(await function(context), returnType) : null;
}
