using Send.Engine.Expressions;

namespace Send.Engine.Memory;

/// <summary>
/// A named value of a workflow or container. Kept across suspensions when <see cref="StorageDriverTypeName"/> names the workflow
/// instance driver; without a driver it lives only for the burst and starts again from its default.
/// </summary>
public class Variable : MemoryBlockReference
{
    /// <summary>Creates a variable to be filled by its owner.</summary>
    public Variable()
    {
    }

    /// <summary>Creates a variable; the id is the name unless one is given.</summary>
    public Variable(string name, object? value = null, string? id = null) : base(id ?? name)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Name that expressions use.</summary>
    public string Name { get; set; } = "";

    /// <summary>Default value, already of <see cref="ValueType"/>; null means that type's default.</summary>
    public object? Value { get; set; }

    /// <summary>CLR type that values are converted to.</summary>
    public virtual Type ValueType { get; set; } = typeof(object);

    /// <summary>Alias of the type as the definition has it, for example <c>Int32</c> or <c>String[]</c>.</summary>
    public string TypeName { get; set; } = "Object";

    /// <summary>Elsa's type name of the storage driver; null keeps the value in memory only.</summary>
    public string? StorageDriverTypeName { get; set; }

    /// <summary>True if the value survives a suspension.</summary>
    public bool IsStored => !string.IsNullOrEmpty(StorageDriverTypeName) && !StorageDriverTypeName.Contains("MemoryStorageDriver", StringComparison.Ordinal);

    /// <summary>Converts a value to the variable's type; throws when a text is not the number, date or GUID that the type asks for.</summary>
    public object? ParseValue(object? value) => StrictConversion.ConvertTo(value, ValueType);

    /// <inheritdoc />
    public override MemoryBlock Declare() => new(Value, this);
}

/// <summary>A typed variable.</summary>
/// <typeparam name="T">Type that values are converted to.</typeparam>
public class Variable<T> : Variable
{
    /// <summary>Creates a variable to be filled by its owner.</summary>
    public Variable()
    {
    }

    /// <summary>Creates a variable; the id is the name unless one is given.</summary>
    public Variable(string name, T value, string? id = null) : base(name, value, id)
    {
    }

    /// <inheritdoc />
    public override Type ValueType { get; set; } = typeof(T);

    /// <summary>Value seen from an activity.</summary>
    public T? Get(ActivityExecutionContext context) => Get<T>(context.ExpressionExecutionContext);
}
