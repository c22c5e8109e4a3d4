using System.Diagnostics.CodeAnalysis;

namespace Send.Engine.Expressions;

/// <summary>The blocks that one scope declares. Most scopes declare none, so the table is made on first use.</summary>
public sealed class MemoryRegister
{
    private Dictionary<string, MemoryBlock>? blocks;

    /// <summary>The blocks by id, in declaration order; empty when nothing was declared.</summary>
    public IReadOnlyDictionary<string, MemoryBlock> Blocks => blocks ?? Empty;

    private static readonly IReadOnlyDictionary<string, MemoryBlock> Empty = new Dictionary<string, MemoryBlock>(StringComparer.Ordinal);

    /// <summary>Finds a block of this scope only.</summary>
    public bool TryGetBlock(string id, [NotNullWhen(true)] out MemoryBlock? block)
    {
        block = null;
        return blocks is not null && blocks.TryGetValue(id, out block);
    }

    /// <summary>Declares a block, replacing one with the same id.</summary>
    public MemoryBlock Declare(MemoryBlockReference reference)
    {
        var block = reference.Declare();
        block.Metadata ??= reference;
        (blocks ??= new(StringComparer.Ordinal))[reference.Id] = block;
        return block;
    }

    /// <summary>Removes a block; nothing happens when there is none.</summary>
    public void Remove(string id) => blocks?.Remove(id);
}
