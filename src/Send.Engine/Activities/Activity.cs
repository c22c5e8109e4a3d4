using System.Runtime.CompilerServices;
using Send.Engine.Models;

namespace Send.Engine;

/// <summary>Base of all activities: override <see cref="ExecuteAsync"/> and end with <c>CompleteActivityAsync</c>, or leave a bookmark and wait.</summary>
public abstract class Activity : IActivity
{
    private Dictionary<Type, Func<object, SignalContext, ValueTask>>? signalHandlers;

    /// <summary>Creates the activity; the arguments are filled by the compiler and kept for parity with Elsa.</summary>
    protected Activity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
    {
        Type = GetType().Name;
        _ = source;
        _ = line;
    }

    /// <summary>Creates the activity with a type name of its own.</summary>
    protected Activity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line)
    {
        Type = activityType;
        Version = version;
    }

    /// <inheritdoc />
    public string Id { get; set; } = "";

    /// <inheritdoc />
    public string NodeId { get; set; } = "";

    /// <inheritdoc />
    public string? Name { get; set; }

    /// <inheritdoc />
    public string Type { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>True if a trigger at this activity may start the workflow.</summary>
    public bool CanStartWorkflow
    {
        get => CustomProperties.TryGetValue("canStartWorkflow", out var value) && value is true;
        set => CustomProperties["canStartWorkflow"] = value;
    }

    /// <summary>True if the definition asks to run it in the background. A burst runs it in place: it may do no I/O anyway.</summary>
    public bool? RunAsynchronously
    {
        get => CustomProperties.TryGetValue("runAsynchronously", out var value) ? value as bool? : null;
        set => CustomProperties["runAsynchronously"] = value;
    }

    /// <inheritdoc />
    public IDictionary<string, object?> CustomProperties { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IDictionary<string, object?> SyntheticProperties { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IDictionary<string, object?> Metadata { get; set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>True if the activity completes by itself once it has executed.</summary>
    internal virtual bool CompletesItself => false;

    /// <summary>False leaves the activity pending.</summary>
    protected virtual ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context) => new(CanExecute(context));

    /// <summary>False leaves the activity pending.</summary>
    protected virtual bool CanExecute(ActivityExecutionContext context) => true;

    /// <summary>Does the work. It may set outputs, schedule children, create bookmarks and complete the activity.</summary>
    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return default;
    }

    /// <summary>Does the work without waiting for anything.</summary>
    protected virtual void Execute(ActivityExecutionContext context)
    {
    }

    /// <summary>Called for signals that bubble up from a descendant.</summary>
    protected virtual ValueTask OnSignalReceivedAsync(object signal, SignalContext context)
    {
        OnSignalReceived(signal, context);
        return signalHandlers is not null && signalHandlers.TryGetValue(signal.GetType(), out var handler) ? handler(signal, context) : default;
    }

    /// <summary>Called for signals that bubble up from a descendant.</summary>
    protected virtual void OnSignalReceived(object signal, SignalContext context)
    {
    }

    /// <summary>Registers a handler for one type of signal; to be called from the constructor.</summary>
    protected void OnSignalReceived<T>(Func<T, SignalContext, ValueTask> handler) =>
        (signalHandlers ??= [])[typeof(T)] = (signal, context) => handler((T)signal, context);

    /// <summary>Registers a handler for one type of signal; to be called from the constructor.</summary>
    protected void OnSignalReceived<T>(Action<T, SignalContext> handler) => OnSignalReceived<T>((signal, context) =>
    {
        handler(signal, context);
        return default;
    });

    /// <summary>Completes the activity with the implicit outcome.</summary>
    protected static ValueTask CompleteAsync(ActivityExecutionContext context) => context.CompleteActivityAsync();

    internal ValueTask ReceiveSignalAsync(object signal, SignalContext context) => OnSignalReceivedAsync(signal, context);

    ValueTask<bool> IActivity.CanExecuteAsync(ActivityExecutionContext context) => CanExecuteAsync(context);

    ValueTask IActivity.ExecuteAsync(ActivityExecutionContext context)
    {
        var task = ExecuteAsync(context);
        return CompletesItself ? CompleteAfterAsync(task, context) : task;
    }

    private static async ValueTask CompleteAfterAsync(ValueTask task, ActivityExecutionContext context)
    {
        await task;
        await context.CompleteActivityAsync();
    }
}

/// <summary>An activity with a result.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public abstract class Activity<T> : Activity, IActivityWithResult
{
    /// <summary>Creates the activity.</summary>
    protected Activity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>Creates the activity with a type name of its own.</summary>
    protected Activity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>The result; null if no variable captures it.</summary>
    [Attributes.Output]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;
}

/// <summary>An activity that completes by itself once it has executed.</summary>
public abstract class CodeActivity : Activity
{
    /// <summary>Creates the activity.</summary>
    protected CodeActivity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>Creates the activity with a type name of its own.</summary>
    protected CodeActivity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(activityType, version, source, line)
    {
    }

    internal override bool CompletesItself => true;
}

/// <summary>An activity with a result that completes by itself once it has executed.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public abstract class CodeActivity<T> : Activity<T>
{
    /// <summary>Creates the activity.</summary>
    protected CodeActivity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>Creates the activity with a type name of its own.</summary>
    protected CodeActivity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(activityType, version, source, line)
    {
    }

    internal override bool CompletesItself => true;
}
