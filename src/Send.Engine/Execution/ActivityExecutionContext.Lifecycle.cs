using Send.Engine.Models;
using Send.Engine.Signals;

namespace Send.Engine;

public sealed partial class ActivityExecutionContext
{
    /// <summary>
    /// Completes the activity: unfinished children are cancelled, the journal gets its entry, and whoever scheduled the activity goes
    /// on. Does nothing if it is not running.
    /// </summary>
    public async ValueTask CompleteActivityAsync(object? result = null)
    {
        if (Status != ActivityStatus.Running)
        {
            return;
        }

        await CancelChildrenAsync();
        TransitionTo(ActivityStatus.Completed);
        var outcomes = result as Outcomes;
        if (outcomes is not null)
        {
            JournalData["Outcomes"] = outcomes.Names;
        }

        AddExecutionLogEntry("Completed", payload: JournalDataOrNull);
        await NotifyOwnersAsync(result);
        ClearBookmarks();
        ClearCompletionCallbacks();
        CompletedAt = WorkflowExecutionContext.UtcNow;
        if (ParentActivityExecutionContext is not null)
        {
            Detach();
        }
    }

    /// <summary>Completes the activity with outcomes; a flowchart follows the connections of these ports.</summary>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => CompleteActivityAsync(new Outcomes(outcomes));

    /// <summary>Completes the composite around this activity with outcomes.</summary>
    public ValueTask CompleteCompositeAsync(params string[] outcomes) => SendSignalAsync(new CompleteCompositeSignal(new Outcomes(outcomes)));

    /// <summary>Sends a signal to this activity and then outwards until somebody stops it.</summary>
    public async ValueTask SendSignalAsync(object signal)
    {
        for (var receiver = this; receiver is not null; receiver = receiver.ParentActivityExecutionContext)
        {
            if (receiver.Activity is not Activity activity)
            {
                continue;
            }

            var context = new SignalContext(receiver, this);
            await activity.ReceiveSignalAsync(signal, context);
            if (context.StopPropagationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Cancels the activity and everything below it, with their bookmarks. Does nothing if it has already ended.</summary>
    public async ValueTask CancelActivityAsync()
    {
        if (Status is not (ActivityStatus.Running or ActivityStatus.Faulted or ActivityStatus.Pending))
        {
            return;
        }

        await CancelChildrenAsync();
        TransitionTo(ActivityStatus.Canceled);
        ClearBookmarks();
        ClearCompletionCallbacks();
        CompletedAt = WorkflowExecutionContext.UtcNow;
        AddExecutionLogEntry("Canceled", payload: JournalDataOrNull);
        if (ParentActivityExecutionContext is not null)
        {
            Detach();
        }

        await SendSignalAsync(new CancelSignal());
    }

    /// <summary>Records an exception as the end of this activity.</summary>
    internal void Fault(Exception exception)
    {
        Exception = exception;
        TransitionTo(ActivityStatus.Faulted);
        for (var context = this; context is not null; context = context.ParentActivityExecutionContext)
        {
            context.AggregateFaultCount++;
            context.MarkTouched();
        }

        WorkflowExecutionContext.AddIncident(new ActivityIncident(
            Activity.Id, NodeId, Activity.Type, exception.Message, ExceptionState.FromException(exception), WorkflowExecutionContext.UtcNow));
    }

    /// <summary>Makes a faulted execution ready to run again from its beginning.</summary>
    internal async ValueTask RecoverAsync()
    {
        await CancelChildrenAsync();
        ClearBookmarks();
        ClearCompletionCallbacks();
        Exception = null;
        CompletedAt = null;
        var faults = AggregateFaultCount;
        for (var context = this; context is not null; context = context.ParentActivityExecutionContext)
        {
            context.AggregateFaultCount = Math.Max(0, context.AggregateFaultCount - faults);
            context.MarkTouched();
        }

        TransitionTo(ActivityStatus.Pending);
    }

    /// <summary>The owner's callback runs before anything else, as in Elsa: the successors of a child are queued while it completes.</summary>
    private async ValueTask NotifyOwnersAsync(object? result)
    {
        for (var owner = this; owner is not null; owner = owner.ParentActivityExecutionContext)
        {
            if (WorkflowExecutionContext.PopCompletionCallback(owner, ActivityNode) is not { } entry)
            {
                continue;
            }

            if (entry.Callback is null)
            {
                continue;
            }

            if (!owner.HasEvaluatedInputs)
            {
                await owner.EvaluateInputPropertiesAsync();
            }

            owner.MarkTouched();
            owner.Tag = entry.Tag;
            await entry.Callback(new ActivityCompletedContext(owner, this, result));
        }
    }

    private async ValueTask CancelChildrenAsync()
    {
        if (children is not { Count: > 0 })
        {
            return;
        }

        foreach (var child in children.ToArray())
        {
            await child.CancelActivityAsync();
        }
    }
}
