namespace Send.Engine.Expressions;

/// <summary>Finds what is wrong with an expression without running it.</summary>
public interface IExpressionValidator
{
    /// <summary>What is wrong; null if nothing is.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="targetType">Type that its value is converted to; null if unknown.</param>
    ExpressionProblem? Validate(Expression expression, Type? targetType = null);
}

/// <summary>Something wrong with an expression.</summary>
/// <param name="Message">What, for the author of the definition.</param>
/// <param name="Line">Line in the source, from 1; null if unknown.</param>
/// <param name="Column">Column in the line, from 1; null if unknown.</param>
/// <param name="IsWarning">True if it runs nevertheless, though hardly as meant: a constant that does not convert and becomes the type's default.</param>
public sealed record ExpressionProblem(string Message, int? Line = null, int? Column = null, bool IsWarning = false);
