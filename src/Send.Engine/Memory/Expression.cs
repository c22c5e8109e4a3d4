namespace Send.Engine.Expressions;

/// <summary>An expression of a definition: the language and its source, which is text or plain JSON data.</summary>
public sealed class Expression
{
    /// <summary>Creates an expression.</summary>
    public Expression(string type, object? value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>Language: Literal, Object, Variable, Input, JavaScript, Liquid or Delegate.</summary>
    public string Type { get; }

    /// <summary>Source in that language; for Variable a <see cref="Memory.Variable"/>, for Delegate a delegate.</summary>
    public object? Value { get; }

    /// <summary>
    /// What a handler prepared from <see cref="Value"/> on first use (a parsed script, a converted literal). The expression is shared
    /// by all instances of a compiled workflow, so what is put here must be immutable; writing it twice by race is harmless.
    /// </summary>
    public object? Prepared { get; set; }

    /// <summary>An expression that always gives this value.</summary>
    public static Expression LiteralExpression(object? value) => new("Literal", value);

    /// <summary>An expression in code.</summary>
    public static Expression DelegateExpression(Func<ExpressionExecutionContext, ValueTask<object?>> value) => new("Delegate", value);
}

/// <summary>Named values that a caller passes to one evaluation.</summary>
public sealed class ExpressionEvaluatorOptions
{
    /// <summary>No arguments.</summary>
    public static readonly ExpressionEvaluatorOptions Empty = new();

    /// <summary>Values by name, visible to the expression as plain names.</summary>
    public IDictionary<string, object?> Arguments { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}

/// <summary>Evaluates expressions of one language.</summary>
public interface IExpressionHandler
{
    /// <summary>Evaluates and converts to the wanted type; throws when the expression itself is wrong.</summary>
    ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options);
}

/// <summary>Evaluates expressions of any registered language.</summary>
public interface IExpressionEvaluator
{
    /// <summary>Evaluates and converts to the wanted type.</summary>
    ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions? options = null);

    /// <summary>Evaluates and converts to <typeparamref name="T"/>.</summary>
    ValueTask<T?> EvaluateAsync<T>(Expression expression, ExpressionExecutionContext context, ExpressionEvaluatorOptions? options = null);
}
