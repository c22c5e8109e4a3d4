namespace Send.Engine.Expressions;

/// <summary>Names a <see cref="MemoryBlock"/> by id; a variable, a literal or an output is one.</summary>
public class MemoryBlockReference
{
    /// <summary>Creates a reference whose id is given later.</summary>
    public MemoryBlockReference()
    {
    }

    /// <summary>Creates a reference to the block with this id.</summary>
    public MemoryBlockReference(string id) => Id = id;

    /// <summary>Id of the block, unique within the scope that declares it.</summary>
    public string Id { get; set; } = "";

    /// <summary>Creates the block that this reference stands for when its scope opens.</summary>
    public virtual MemoryBlock Declare() => new();

    /// <summary>True if the register itself (not its parents) holds the block.</summary>
    public bool IsDefined(MemoryRegister register) => register.TryGetBlock(Id, out _);

    /// <summary>The value seen from a scope, looking outwards; null if no scope declares the block.</summary>
    public object? Get(ExpressionExecutionContext context) => context.Get(this);

    /// <summary>The value seen from a scope, converted leniently to <typeparamref name="T"/>.</summary>
    public T? Get<T>(ExpressionExecutionContext context) => ObjectConverter.ConvertTo<T>(context.Get(this));

    /// <summary>Reads the value if some scope from here outwards declares the block.</summary>
    public bool TryGet(ExpressionExecutionContext context, out object? value) => context.TryGet(this, out value);

    /// <summary>Writes to the nearest scope that declares the block, or declares it here.</summary>
    public void Set(ExpressionExecutionContext context, object? value) => context.Set(this, value);
}

/// <summary>A constant that can stand where a reference is expected.</summary>
public class Literal : MemoryBlockReference
{
    /// <summary>Creates a literal without a value.</summary>
    public Literal()
    {
    }

    /// <summary>Creates a literal with a value.</summary>
    public Literal(object? value, string? id = null)
    {
        Value = value;
        Id = id ?? "";
    }

    /// <summary>The constant.</summary>
    public object? Value { get; }

    /// <inheritdoc />
    public override MemoryBlock Declare() => new(Value);
}

/// <summary>A typed constant.</summary>
/// <typeparam name="T">Type of the constant.</typeparam>
public sealed class Literal<T> : Literal
{
    /// <summary>Creates a literal without a value.</summary>
    public Literal()
    {
    }

    /// <summary>Creates a literal with a value.</summary>
    public Literal(T value, string? id = null) : base(value, id)
    {
    }
}
