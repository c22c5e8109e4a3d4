using System.Collections.Concurrent;
using System.ComponentModel;
using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Attributes;
using Send.Engine.Definitions;
using Send.Engine.Options;
using Send.Engine.Signals;

namespace Send.Engine.Activities.Flowchart.Activities;

/// <summary>Activities and the connections between them. Joins are decided by counting visits, or by tokens if the instance asks for it.</summary>
[Activity("Elsa", "Flow", "Activities and the connections between them.")]
[Browsable(false)]
public sealed partial class Flowchart : Container, IReadsDefinition
{
    /// <summary>Instance property that chooses the way joins are decided: TokenBased, or else counting.</summary>
    public const string ExecutionModePropertyKey = "Flowchart:ExecutionMode";

    private const string StartKey = "StartActivityId";

    private readonly ConcurrentDictionary<string, FlowGraph> graphs = new(StringComparer.Ordinal);

    /// <summary>Creates the flowchart.</summary>
    public Flowchart() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <summary>Where to begin; by default a Start activity, or else the first without inbound connections.</summary>
    [Browsable(false)]
    [Port]
    public IActivity? Start { get; set; }

    /// <summary>The connections, without duplicates.</summary>
    public IReadOnlyCollection<Connection> Connections { get; set; } = [];

    void IReadsDefinition.Read(DefinitionContext context) => Connections = ConnectionReader.Read(this, context);

    /// <inheritdoc />
    protected override async ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        var triggered = FindActivity(context.WorkflowExecutionContext.TriggerActivityId);
        if (triggered is not null)
        {
            // The graph depends on where the flowchart began, also when it goes on after a suspension.
            context.SetProperty(StartKey, triggered.Id);
        }

        if ((triggered ?? FindStart()) is { } start)
        {
            await context.ScheduleActivityAsync(start, OnChildCompletedAsync);
            return;
        }

        await context.CompleteActivityAsync();
    }

    private IActivity? FindActivity(string? id) =>
        id is null ? null : Activities.FirstOrDefault(activity => string.Equals(activity.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Where to begin when no trigger says so, in this order: the given start; an activity of type Start; one that can start the
    /// workflow; the first without inbound connections; the first.
    /// </summary>
    private IActivity? FindStart() => Start
        ?? Activities.FirstOrDefault(activity => activity is Send.Engine.Activities.Start)
        ?? Activities.FirstOrDefault(activity => activity is Activity { CanStartWorkflow: true })
        ?? Activities.FirstOrDefault(activity => Connections.All(connection => connection.Target.Activity != activity))
        ?? Activities.FirstOrDefault();

    private FlowGraph GraphOf(ActivityExecutionContext context) => graphs.GetOrAdd(
        context.GetProperty<string>(StartKey) ?? "",
        static (start, flowchart) => new FlowGraph(flowchart.Connections, flowchart.FindActivity(start) ?? flowchart.FindStart()),
        this);

    private ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        IsTokenBased(context.WorkflowExecutionContext) ? OnChildCompletedByTokensAsync(context) : OnChildCompletedByCountAsync(context);

    private ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        // Only its own activities concern a flowchart: what happens further in is up to the container there.
        if (context.SenderActivityExecutionContext.ParentActivityExecutionContext != context.ReceiverActivityExecutionContext)
        {
            return default;
        }

        return IsTokenBased(context.ReceiverActivityExecutionContext.WorkflowExecutionContext) ? OnCancelledByTokensAsync(context) : OnCancelledByCountAsync(context);
    }

    private static bool IsTokenBased(WorkflowExecutionContext context) =>
        string.Equals(context.GetProperty<string>(ExecutionModePropertyKey), "TokenBased", StringComparison.OrdinalIgnoreCase);

    private ScheduleWorkOptions After(ActivityExecutionContext? previous) =>
        new() { CompletionCallback = OnChildCompletedAsync, SchedulingActivityExecutionId = previous?.Id };

    /// <summary>The first arrival at a "wait for any" has won: what still runs on the other ways to it is cancelled.</summary>
    private async ValueTask CancelInboundAncestorsAsync(ActivityExecutionContext flowchart, IActivity target)
    {
        var ancestors = GraphOf(flowchart).Ancestors(target);
        foreach (var child in flowchart.Children.Where(child => ancestors.Contains(child.Activity)).ToArray())
        {
            await child.CancelActivityAsync();
        }
    }

    /// <summary>A flowchart completes when nothing of it runs, waits in the queue or has faulted.</summary>
    private static async ValueTask CompleteIfIdleAsync(ActivityExecutionContext flowchart)
    {
        if (!HasPendingWork(flowchart) && !flowchart.Children.Any(child => child.Status == ActivityStatus.Faulted))
        {
            await flowchart.CompleteActivityAsync();
        }
    }

    private static bool HasPendingWork(ActivityExecutionContext flowchart)
    {
        foreach (var child in flowchart.Children)
        {
            if (child.Status == ActivityStatus.Running)
            {
                return true;
            }
        }

        foreach (var item in flowchart.WorkflowExecutionContext.ScheduledActivities)
        {
            for (var owner = item.Owner; owner is not null; owner = owner.ParentActivityExecutionContext)
            {
                if (owner == flowchart)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
