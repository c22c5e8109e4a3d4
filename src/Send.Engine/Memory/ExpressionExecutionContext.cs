using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Send.Engine.Expressions;

/// <summary>
/// What an expression sees: the services, the memory of its scope and of the scopes around it, and the activity and workflow
/// that run. One exists per activity execution; the outermost belongs to the workflow.
/// </summary>
public sealed class ExpressionExecutionContext
{
    private Dictionary<object, object>? transientProperties;

    /// <summary>Creates a scope inside another.</summary>
    public ExpressionExecutionContext(
        IServiceProvider serviceProvider, MemoryRegister memory, ExpressionExecutionContext? parentContext, CancellationToken cancellationToken)
    {
        ServiceProvider = serviceProvider;
        Memory = memory;
        ParentContext = parentContext;
        CancellationToken = cancellationToken;
    }

    /// <summary>Services of the burst.</summary>
    public IServiceProvider ServiceProvider { get; }

    /// <summary>The blocks declared by this scope.</summary>
    public MemoryRegister Memory { get; }

    /// <summary>The scope around this one; null for the workflow's.</summary>
    public ExpressionExecutionContext? ParentContext { get; set; }

    /// <summary>Cancels the burst.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The activity execution this scope belongs to; null for the outermost scope and outside of a burst.</summary>
    public ActivityExecutionContext? ActivityExecutionContext { get; init; }

    /// <summary>The workflow that runs; null outside of a burst (when triggers are indexed).</summary>
    public WorkflowExecutionContext? WorkflowExecutionContext { get; init; }

    /// <summary>Values that live as long as this scope in this burst and are never stored.</summary>
    public IDictionary<object, object> TransientProperties => transientProperties ??= [];

    /// <summary>The nearest block with the reference's id, looking outwards; null if none is declared.</summary>
    public MemoryBlock? GetBlock(MemoryBlockReference blockReference) => TryGetBlock(blockReference, out var block) ? block : null;

    /// <summary>Finds the nearest block with the reference's id, looking outwards.</summary>
    public bool TryGetBlock(MemoryBlockReference blockReference, [NotNullWhen(true)] out MemoryBlock? block)
    {
        for (var scope = this; scope is not null; scope = scope.ParentContext)
        {
            if (scope.Memory.TryGetBlock(blockReference.Id, out block))
            {
                return true;
            }
        }

        block = null;
        return false;
    }

    /// <summary>Value of the nearest block; null if none is declared.</summary>
    public object? Get(MemoryBlockReference blockReference) => GetBlock(blockReference)?.Value;

    /// <summary>Value of the nearest block converted leniently to <typeparamref name="T"/>.</summary>
    public T? Get<T>(MemoryBlockReference blockReference) => ObjectConverter.ConvertTo<T>(Get(blockReference));

    /// <summary>Reads the nearest block if one is declared.</summary>
    public bool TryGet(MemoryBlockReference blockReference, out object? value)
    {
        var found = TryGetBlock(blockReference, out var block);
        value = block?.Value;
        return found;
    }

    /// <summary>
    /// Writes to the nearest scope that declares the block, or declares it in this scope. A value for a typed variable is
    /// converted to the variable's type; a text that is not the number, date or GUID asked for is an error.
    /// </summary>
    public void Set(MemoryBlockReference blockReference, object? value, Action<MemoryBlock>? configure = null)
    {
        var block = GetBlock(blockReference) ?? Memory.Declare(blockReference);
        block.Value = block.Metadata is Memory.Variable variable ? variable.ParseValue(value) : value;
        block.IsWritten = true;
        configure?.Invoke(block);
    }

    /// <summary>A service of the burst.</summary>
    public T GetRequiredService<T>() where T : notnull => ServiceProvider.GetRequiredService<T>();
}
