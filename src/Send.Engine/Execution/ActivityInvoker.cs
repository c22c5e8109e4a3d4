using Send.Engine.Exceptions;
using Send.Engine.Models;

namespace Send.Engine.Execution;

/// <summary>Runs one queued activity: journal, inputs, the activity's code, and what happens when it throws.</summary>
internal static class ActivityInvoker
{
    public static async ValueTask InvokeAsync(WorkflowExecutionContext workflow, ActivityWorkItem item)
    {
        var context = item.ExistingContext ?? CreateContext(workflow, item);
        context.MarkTouched();
        context.AddExecutionLogEntry(IsBookmarked(workflow, context) ? "Resumed" : "Started");
        try
        {
            workflow.Burst.CountActivity();
            await ExecuteAsync(workflow, context);
            if (context.Status == ActivityStatus.Running && IsBookmarked(workflow, context))
            {
                context.AddExecutionLogEntry("Suspended", payload: context.JournalDataOrNull);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !workflow.CancellationToken.IsCancellationRequested)
        {
            context.AddExecutionLogEntry("Faulted", exception.Message, payload: ExceptionState.FromException(exception));
            context.Fault(exception);
            HandleIncident(workflow, exception);
        }
    }

    private static ActivityExecutionContext CreateContext(WorkflowExecutionContext workflow, ActivityWorkItem item)
    {
        var context = new ActivityExecutionContext(workflow.NewId(), workflow, item.Owner, item.Node, workflow.UtcNow) { Tag = item.Tag };
        workflow.AddContext(context);
        var scheduledBy = item.SchedulingActivityExecutionId is { } id ? workflow.FindContext(id) ?? item.Owner : item.Owner;
        context.SchedulingActivityExecutionId = scheduledBy?.Id;
        context.SchedulingActivityId = scheduledBy?.Activity.Id;
        context.CallStackDepth = scheduledBy is null ? 0 : scheduledBy.CallStackDepth + 1;
        if (item.Input is { Count: > 0 })
        {
            context.SetActivityInput(item.Input);
        }

        foreach (var variable in item.Node.Variables)
        {
            context.ExpressionExecutionContext.Memory.Declare(variable);
        }

        foreach (var variable in item.Variables ?? [])
        {
            context.DeclareDynamicVariable(variable);
        }

        return context;
    }

    private static async ValueTask ExecuteAsync(WorkflowExecutionContext workflow, ActivityExecutionContext context)
    {
        await EvaluateAsync(context);
        if (!await context.Activity.CanExecuteAsync(context))
        {
            context.TransitionTo(ActivityStatus.Pending);
            return;
        }

        context.TransitionTo(ActivityStatus.Running);
        context.IsExecuting = true;
        try
        {
            var resumption = workflow.TakeResumption();
            await (resumption is null ? context.Activity.ExecuteAsync(context) : resumption(context));
        }
        finally
        {
            context.IsExecuting = false;
        }

        if (workflow.ResumedBookmark is { } resumed)
        {
            workflow.ResumedBookmark = null;
            if (resumed.AutoBurn)
            {
                workflow.RemoveBookmark(resumed);
            }
        }
    }

    /// <summary>Inputs of the workflows-as-activities around are needed first: expressions inside read them.</summary>
    private static async ValueTask EvaluateAsync(ActivityExecutionContext context)
    {
        for (var ancestor = context.ParentActivityExecutionContext; ancestor is not null; ancestor = ancestor.ParentActivityExecutionContext)
        {
            if (ancestor is { Activity: Activities.Composite, HasEvaluatedInputs: false })
            {
                await ancestor.EvaluateInputPropertiesAsync();
            }
        }

        await context.EvaluateInputPropertiesAsync();
    }

    private static bool IsBookmarked(WorkflowExecutionContext workflow, ActivityExecutionContext context)
    {
        foreach (var bookmark in workflow.Bookmarks)
        {
            if (string.Equals(bookmark.ActivityNodeId, context.NodeId, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void HandleIncident(WorkflowExecutionContext workflow, Exception exception)
    {
        if (exception is BurstLimitException or InsufficientExecutionStackException)
        {
            workflow.ClearQueue();
            workflow.TransitionTo(WorkflowSubStatus.Faulted);
            return;
        }

        if (!workflow.Workflow.Definition.Options.ContinuesWithIncidents)
        {
            workflow.TransitionTo(WorkflowSubStatus.Faulted);
        }
    }
}
