using System.Runtime.CompilerServices;
using Send.Engine.Attributes;
using Send.Engine.Memory;

namespace Send.Engine.Activities;

/// <summary>An activity that contains a list of activities and declares variables for them.</summary>
public abstract class Container : Activity, IVariableContainer
{
    /// <summary>Creates the container.</summary>
    protected Container([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line)
    {
    }

    /// <summary>The contained activities, in the definition's order.</summary>
    [Port]
    public ICollection<IActivity> Activities { get; set; } = new List<IActivity>();

    /// <summary>Variables that live as long as this container's execution.</summary>
    public ICollection<Variable> Variables { get; set; } = new List<Variable>();

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => ScheduleChildrenAsync(context);

    /// <summary>Schedules the first of the contained activities.</summary>
    protected virtual ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        ScheduleChildren(context);
        return default;
    }

    /// <summary>Schedules the first of the contained activities.</summary>
    protected virtual void ScheduleChildren(ActivityExecutionContext context)
    {
    }
}

/// <summary>An activity made of one inner activity: it completes when that completes, with the outcomes that Complete gives inside.</summary>
public abstract class Composite : Activity, IVariableContainer
{
    /// <summary>Creates the composite.</summary>
    protected Composite([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) =>
        OnSignalReceived<Signals.CompleteCompositeSignal>(OnCompleteCompositeAsync);

    /// <summary>Variables of the composite.</summary>
    public ICollection<Variable> Variables { get; set; } = new List<Variable>();

    /// <summary>The inner activity.</summary>
    [Port]
    public IActivity? Root { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.ScheduleActivityAsync(Root, OnRootCompletedAsync);

    /// <summary>Completes the composite when its inner activity has completed.</summary>
    protected virtual async ValueTask OnRootCompletedAsync(ActivityCompletedContext context) => await context.TargetContext.CompleteActivityAsync();

    /// <summary>Called when an inner Complete activity (or <c>CompleteCompositeAsync</c>) ends this composite.</summary>
    protected virtual async ValueTask OnCompleteCompositeAsync(Signals.CompleteCompositeSignal signal, SignalContext context)
    {
        context.StopPropagation();
        await context.ReceiverActivityExecutionContext.CompleteActivityAsync(signal.Value);
    }
}
