using System.ComponentModel;
using Send.Engine.Attributes;
using Send.Engine.Options;
using Send.Engine.Signals;

namespace Send.Engine.Activities;

/// <summary>Runs its activities one after the other.</summary>
[Activity("Elsa", "Workflows", "Runs activities one after the other.")]
[Browsable(false)]
public sealed class Sequence : Container
{
    private const string CurrentIndex = "CurrentIndex";

    /// <summary>Creates the sequence.</summary>
    public Sequence() => OnSignalReceived<BreakSignal>((_, context) => context.ReceiverActivityExecutionContext.StartBreaking());

    /// <inheritdoc />
    protected override ValueTask ScheduleChildrenAsync(ActivityExecutionContext context) => ScheduleNextAsync(context, previous: null);

    private async ValueTask ScheduleNextAsync(ActivityExecutionContext context, ActivityExecutionContext? previous)
    {
        var index = context.GetProperty<int>(CurrentIndex);
        if (index >= Activities.Count)
        {
            await context.CompleteActivityAsync();
            return;
        }

        await context.ScheduleActivityAsync(
            Activities.ElementAt(index),
            new ScheduleWorkOptions { CompletionCallback = OnChildCompleted, SchedulingActivityExecutionId = previous?.Id });
        context.SetProperty(CurrentIndex, index + 1);
    }

#pragma warning disable VSTHRD200 // Elsa's name of the callback, which stored states refer to
    private async ValueTask OnChildCompleted(ActivityCompletedContext context)
#pragma warning restore VSTHRD200
    {
        var sequence = context.TargetContext;
        if (context.ChildContext.Activity is ITerminalNode || sequence.IsBreaking())
        {
            await sequence.CompleteActivityAsync();
            return;
        }

        await ScheduleNextAsync(sequence, context.ChildContext);
    }
}
