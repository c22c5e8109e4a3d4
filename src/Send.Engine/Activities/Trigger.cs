using System.Runtime.CompilerServices;

namespace Send.Engine;

/// <summary>An activity that can start a workflow when its stimulus arrives, and waits for it when the workflow already runs.</summary>
public abstract class Trigger : Activity, ITrigger
{
    /// <summary>Creates the trigger.</summary>
    protected Trigger([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>Creates the trigger with a type name of its own.</summary>
    protected Trigger(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>The stimuli that start the workflow; by default the one of <see cref="GetTriggerPayload"/>.</summary>
    protected virtual ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) => new(GetTriggerPayloads(context));

    /// <summary>The stimuli that start the workflow; by default the one of <see cref="GetTriggerPayload"/>.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) => [GetTriggerPayload(context)];

    /// <summary>The stimulus that starts the workflow.</summary>
    protected virtual object GetTriggerPayload(TriggerIndexingContext context) => new();

    ValueTask<IEnumerable<object>> ITrigger.GetTriggerPayloadsAsync(TriggerIndexingContext context) => GetTriggerPayloadsAsync(context);
}

/// <summary>A trigger with a result.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
public abstract class Trigger<TResult> : Activity<TResult>, ITrigger
{
    /// <summary>Creates the trigger.</summary>
    protected Trigger([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>Creates the trigger with a type name of its own.</summary>
    protected Trigger(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>The stimuli that start the workflow; by default the one of <see cref="GetTriggerPayload"/>.</summary>
    protected virtual ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) => new(GetTriggerPayloads(context));

    /// <summary>The stimuli that start the workflow; by default the one of <see cref="GetTriggerPayload"/>.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) => [GetTriggerPayload(context)];

    /// <summary>The stimulus that starts the workflow.</summary>
    protected virtual object GetTriggerPayload(TriggerIndexingContext context) => new();

    ValueTask<IEnumerable<object>> ITrigger.GetTriggerPayloadsAsync(TriggerIndexingContext context) => GetTriggerPayloadsAsync(context);
}
