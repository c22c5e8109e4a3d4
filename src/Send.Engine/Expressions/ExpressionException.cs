namespace Send.Engine.Expressions;

/// <summary>An expression that failed. The message says what the author of the definition can change; line and column count from 1.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Creates the error.</summary>
    public ExpressionException(ExpressionErrorKind kind, string message, Exception? inner = null, int? line = null, int? column = null)
        : base(message, inner)
    {
        Kind = kind;
        Line = line;
        Column = column;
    }

    /// <summary>Why it failed.</summary>
    public ExpressionErrorKind Kind { get; }

    /// <summary>Line in the source, from 1; null if unknown.</summary>
    public int? Line { get; }

    /// <summary>Column in the line, from 1; null if unknown.</summary>
    public int? Column { get; }
}
