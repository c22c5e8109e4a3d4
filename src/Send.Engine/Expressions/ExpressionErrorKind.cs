namespace Send.Engine.Expressions;

/// <summary>Why an expression failed.</summary>
public enum ExpressionErrorKind
{
    /// <summary>It does not compile.</summary>
    Syntax,

    /// <summary>It threw while it ran, for example because of an unknown name.</summary>
    Runtime,

    /// <summary>It exceeded a limit of the sandbox: time, steps, memory, depth or size.</summary>
    Limit,

    /// <summary>No handler is registered for its type.</summary>
    UnknownType,
}
