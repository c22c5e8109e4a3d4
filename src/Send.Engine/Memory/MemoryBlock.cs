namespace Send.Engine.Expressions;

/// <summary>One cell of a <see cref="MemoryRegister"/>: a value and what declared it.</summary>
public sealed class MemoryBlock
{
    /// <summary>Creates an empty block.</summary>
    public MemoryBlock()
    {
    }

    /// <summary>Creates a block that holds a value.</summary>
    public MemoryBlock(object? value, object? metadata = null)
    {
        Value = value;
        Metadata = metadata;
    }

    /// <summary>The value as the last writer left it, already converted to the declared type.</summary>
    public object? Value { get; set; }

    /// <summary>What declared the block, for a variable its <see cref="Memory.Variable"/>.</summary>
    public object? Metadata { get; set; }

    /// <summary>True once something wrote to the block after its declaration (also after a suspension).</summary>
    public bool IsWritten { get; set; }
}
