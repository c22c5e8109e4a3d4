using System.Runtime.CompilerServices;
using Send.Engine.Exceptions;
using Send.Engine.Expressions;
using Send.Engine.Models;

namespace Send.Engine;

public sealed partial class ActivityExecutionContext
{
    private object?[]? inputValues;
    private Dictionary<string, object?>? restoredActivityState;
    private Dictionary<string, object?>? outputs;

    /// <summary>Values of the inputs as they were evaluated last, by the input's name; kept in the execution's record.</summary>
    public IReadOnlyDictionary<string, object?> ActivityState
    {
        get
        {
            if (!HasEvaluatedInputs && inputValues is null)
            {
                return restoredActivityState ?? EmptyValues;
            }

            Dictionary<string, object?>? state = null;
            foreach (var descriptor in ActivityDescriptor.Inputs)
            {
                if (descriptor is { IsWrapped: true, AutoEvaluate: true })
                {
                    TryGetInputValue(descriptor.Name, out var value);
                    (state ??= new(StringComparer.Ordinal))[descriptor.Name] = descriptor.IsSensitive && value is not null ? Masked : value;
                }
            }

            return state ?? EmptyValues;
        }
    }

    private static readonly Dictionary<string, object?> EmptyValues = [];
    private static readonly object NotEvaluated = new();
    private const string Masked = "***";

    internal IReadOnlyDictionary<string, object?>? Outputs => outputs;

    internal bool HasEvaluatedInputs { get; private set; }

    /// <summary>Value of an input, converted to its type.</summary>
    public T? Get<T>(Input<T>? input)
    {
        var value = GetInputValue(input);
        return value is T typed ? typed : ObjectConverter.ConvertTo<T>(value);
    }

    /// <summary>Value that an output's variable holds; the type's default if nothing captures it.</summary>
    public T? Get<T>(Output<T>? output) => output?.MemoryBlockReference is { } reference ? ExpressionExecutionContext.Get<T>(reference) : default;

    /// <summary>Value of the nearest block with this reference's id.</summary>
    public object? Get(MemoryBlockReference blockReference) => ExpressionExecutionContext.Get(blockReference);

    /// <summary>Value of the nearest block with this reference's id, converted leniently.</summary>
    public T? Get<T>(MemoryBlockReference blockReference) => ExpressionExecutionContext.Get<T>(blockReference);

    /// <summary>Writes a variable.</summary>
    public void Set(MemoryBlockReference blockReference, object? value) => ExpressionExecutionContext.Set(blockReference, value);

    /// <summary>Sets an output; it is recorded even if no variable captures it (the property may be null).</summary>
    public void Set<T>(Output<T>? output, T? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        Set((Output?)output, value, outputName);

    /// <summary>Sets an output; it is recorded even if no variable captures it (the property may be null).</summary>
    public void Set(Output? output, object? value, [CallerArgumentExpression(nameof(output))] string? outputName = null)
    {
        if (output?.MemoryBlockReference is { } reference)
        {
            ExpressionExecutionContext.Set(reference, value);
        }

        var name = outputName is null ? "Result" : outputName[(outputName.LastIndexOf('.') + 1)..];
        (outputs ??= new(StringComparer.Ordinal))[name] = value;
        WorkflowExecutionContext.RecordOutput(this, name, value);
    }

    /// <summary>Sets the output named Result.</summary>
    public void SetResult(object? value) => Set((Activity as IActivityWithResult)?.Result, value, "Result");

    /// <summary>Evaluates all inputs that are not evaluated by the activity itself.</summary>
    public async ValueTask EvaluateInputPropertiesAsync()
    {
        var inputs = ActivityNode.Inputs;
        for (var slot = 0; slot < inputs.Count; slot++)
        {
            if (inputs[slot].AutoEvaluate)
            {
                await EvaluateSlotAsync(slot);
            }
        }

        HasEvaluatedInputs = true;
    }

    /// <summary>Evaluates one input now and gives its value.</summary>
    public async ValueTask<T?> EvaluateInputPropertyAsync<T>(Input<T>? input)
    {
        if (input is null)
        {
            return default;
        }

        if (input.Slot >= 0 && ReferenceEquals(input.Owner, Activity))
        {
            await EvaluateSlotAsync(input.Slot);
            return Get(input);
        }

        return input.Expression is null ? default : await GetRequiredService<IExpressionEvaluator>().EvaluateAsync<T>(input.Expression, ExpressionExecutionContext);
    }

    internal object? GetInputValue(Input? input)
    {
        if (input is null)
        {
            return null;
        }

        for (var context = this; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (ReferenceEquals(input.Owner, context.Activity))
            {
                var value = context.inputValues?[input.Slot];
                return ReferenceEquals(value, NotEvaluated) ? null : value;
            }
        }

        return null;
    }

    /// <summary>Value of an input by its name, for inputs that exist only in the descriptor.</summary>
    internal bool TryGetInputValue(string name, out object? value)
    {
        value = null;
        for (var slot = 0; slot < ActivityNode.Inputs.Count; slot++)
        {
            if (string.Equals(ActivityNode.Inputs[slot].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = inputValues?[slot];
                value = ReferenceEquals(value, NotEvaluated) ? null : value;
                return true;
            }
        }

        return false;
    }

    internal void RestoreActivityState(Dictionary<string, object?>? state) => restoredActivityState = state is { Count: > 0 } ? state : null;

    private async ValueTask EvaluateSlotAsync(int slot)
    {
        if (inputValues is null)
        {
            inputValues = new object?[ActivityNode.Inputs.Count];
            Array.Fill(inputValues, NotEvaluated);
        }

        var binding = ActivityNode.Inputs[slot];
        try
        {
            inputValues[slot] = binding.Input.Expression is { } expression
                ? await GetRequiredService<IExpressionEvaluator>().EvaluateAsync(expression, binding.Input.Type, ExpressionExecutionContext)
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !CancellationToken.IsCancellationRequested)
        {
            throw new InputEvaluationException(binding.Name, exception);
        }
    }
}
