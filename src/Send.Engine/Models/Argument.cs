using Send.Engine.Expressions;

namespace Send.Engine.Models;

/// <summary>An input or output of an activity.</summary>
public abstract class Argument
{
    /// <summary>Creates an argument without a memory reference.</summary>
    protected Argument()
    {
    }

    /// <summary>Creates an argument tied to a memory block.</summary>
    protected Argument(MemoryBlockReference? memoryBlockReference) => MemoryBlockReference = memoryBlockReference;

    /// <summary>The block that the argument is tied to: for an output the variable that captures it. Null if there is none.</summary>
    public MemoryBlockReference? MemoryBlockReference { get; set; }
}

/// <summary>An input of an activity: an expression, evaluated before the activity runs.</summary>
public abstract class Input : Argument
{
    private protected Input(Expression? expression, Type type)
    {
        Expression = expression;
        Type = type;
    }

    /// <summary>How the value is computed; null gives the type's default.</summary>
    public Expression? Expression { get; }

    /// <summary>Type that the value is converted to.</summary>
    public Type Type { get; }

    /// <summary>Position among the inputs of its activity, set when a workflow is compiled; values are kept by it.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>The activity this input belongs to, set when a workflow is compiled.</summary>
    internal IActivity? Owner { get; set; }
}

/// <summary>A typed input. Read it with <c>context.Get(input)</c>.</summary>
/// <typeparam name="T">Type that the value is converted to.</typeparam>
public sealed class Input<T> : Input
{
    /// <summary>Always this value.</summary>
    public Input(T literal) : base(Expression.LiteralExpression(literal), typeof(T))
    {
    }

    /// <summary>Computed by an expression.</summary>
    public Input(Expression? expression) : base(expression, typeof(T))
    {
    }

    /// <summary>Read from a variable.</summary>
    public Input(Memory.Variable variable) : base(new Expression("Variable", variable), typeof(T)) => MemoryBlockReference = variable;

    /// <summary>Always the literal's value.</summary>
    public Input(Literal literal) : base(Expression.LiteralExpression(literal.Value), typeof(T))
    {
    }

    /// <summary>Computed in code.</summary>
    public Input(Func<ExpressionExecutionContext, T> @delegate)
        : base(Expression.DelegateExpression(context => new ValueTask<object?>(@delegate(context))), typeof(T))
    {
    }

    /// <summary>Computed in code.</summary>
    public Input(Func<T> @delegate) : base(Expression.DelegateExpression(_ => new ValueTask<object?>(@delegate())), typeof(T))
    {
    }
}

/// <summary>An output of an activity. Set it with <c>context.Set(output, value)</c>.</summary>
public class Output : Argument
{
    /// <summary>An output that no variable captures.</summary>
    public Output()
    {
    }

    /// <summary>An output that a block captures.</summary>
    public Output(MemoryBlockReference? memoryBlockReference) : base(memoryBlockReference)
    {
    }

    /// <summary>Type of the values.</summary>
    public virtual Type Type => typeof(object);
}

/// <summary>A typed output.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class Output<T> : Output
{
    /// <summary>An output that no variable captures.</summary>
    public Output()
    {
    }

    /// <summary>An output that a block captures.</summary>
    public Output(MemoryBlockReference? memoryBlockReference) : base(memoryBlockReference)
    {
    }

    /// <inheritdoc />
    public override Type Type => typeof(T);
}
