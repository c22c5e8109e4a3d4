using System.Runtime.CompilerServices;
using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Expressions;
using Send.Engine.Models;

namespace Send.Engine.Activities.Flowchart.Activities;

public sealed partial class Flowchart
{
    private const string ScopeKey = "FlowScope";
    private const string BackwardInput = "BackwardConnection";

    private async ValueTask OnChildCompletedByCountAsync(ActivityCompletedContext context)
    {
        var flowchart = context.TargetContext;
        var completed = context.ChildContext;
        if (completed.Status != ActivityStatus.Completed)
        {
            return;
        }

        if (completed.Activity is ITerminalNode)
        {
            await flowchart.CompleteActivityAsync();
            return;
        }

        var outcomes = context.Result as Outcomes ?? Outcomes.Default;
        var cameBack = completed.ActivityInputOrNull is { } input && ObjectConverter.ConvertTo<bool>(input.GetValueOrDefault(BackwardInput));
        if (!await VisitAsync(flowchart, completed.Activity, completed, outcomes, cameBack))
        {
            await CompleteIfIdleAsync(flowchart);
        }
    }

    private async ValueTask OnCancelledByCountAsync(SignalContext context)
    {
        var flowchart = context.ReceiverActivityExecutionContext;
        await CompleteIfIdleAsync(flowchart);
        if (!GraphOf(flowchart).IsDangling(context.SenderActivityExecutionContext.Activity))
        {
            await VisitAsync(flowchart, context.SenderActivityExecutionContext.Activity, context.SenderActivityExecutionContext, Outcomes.Empty, cameBack: false);
        }
    }

    /// <summary>
    /// Comes by an activity that has completed or is skipped (no outcomes): all its connections are visited, those of its outcomes are
    /// followed. True if something was scheduled.
    /// </summary>
    private async ValueTask<bool> VisitAsync(
        ActivityExecutionContext flowchart, IActivity activity, ActivityExecutionContext? completed, Outcomes outcomes, bool cameBack)
    {
        // A skipped activity passes on to its successors here and now: a very long chain of them must become an incident, not a crash.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var graph = GraphOf(flowchart);
        if (graph.IsDangling(activity))
        {
            throw new InvalidOperationException($"Activity {activity.Id} is not reachable from the flowchart graph. Unable to schedule it's outbound activities.");
        }

        var scope = flowchart.GetProperty(ScopeKey, static () => new FlowScope());
        flowchart.Properties[ScopeKey] = scope;
        if (!cameBack)
        {
            scope.VisitActivity(activity);
        }

        var hasScheduled = false;
        foreach (var connection in graph.Outbound(activity))
        {
            var isFollowed = Array.IndexOf(outcomes.Names, connection.Source.Port) >= 0;
            scope.VisitConnection(connection, isFollowed);
            hasScheduled |= graph.IsBackward(connection)
                ? await GoBackAsync(flowchart, graph, connection, completed, isFollowed)
                : await ArriveAsync(flowchart, graph, scope, connection, completed);
        }

        return hasScheduled;
    }

    private async ValueTask<bool> GoBackAsync(
        ActivityExecutionContext flowchart, FlowGraph graph, Connection connection, ActivityExecutionContext? completed, bool isFollowed)
    {
        if (!isFollowed)
        {
            return false;
        }

        if (!graph.IsValidBackward(connection))
        {
            throw new InvalidOperationException(
                $"Invalid backward connection: Every path from the source ('{connection.Source.Activity.Id}') must go through the target ('{connection.Target.Activity.Id}') when tracing back to the start.");
        }

        var options = After(completed);
        options.Input = new Dictionary<string, object?>(StringComparer.Ordinal) { [BackwardInput] = true };
        await flowchart.ScheduleActivityAsync(connection.Target.Activity, options);
        return true;
    }

    /// <summary>An activity with several inbound connections joins them: it runs once they all have been visited and one was followed.</summary>
    private async ValueTask<bool> ArriveAsync(
        ActivityExecutionContext flowchart, FlowGraph graph, FlowScope scope, Connection connection, ActivityExecutionContext? completed)
    {
        var target = connection.Target.Activity;
        var mode = target is FlowJoin join ? await ModeOfAsync(flowchart, join) : FlowJoinMode.WaitAllActive;
        if (mode == FlowJoinMode.WaitAny)
        {
            return await ArriveAnyAsync(flowchart, graph, scope, connection, completed);
        }

        if (!scope.AreAllVisited(graph, target))
        {
            return false;
        }

        var isReached = mode == FlowJoinMode.WaitAll ? scope.AreAllFollowed(graph, target) : scope.IsAnyFollowed(graph, target);
        if (!isReached)
        {
            return await VisitAsync(flowchart, target, completed, Outcomes.Empty, cameBack: false);
        }

        await flowchart.ScheduleActivityAsync(target, After(completed));
        return true;
    }

    private async ValueTask<bool> ArriveAnyAsync(
        ActivityExecutionContext flowchart, FlowGraph graph, FlowScope scope, Connection connection, ActivityExecutionContext? completed)
    {
        var target = connection.Target.Activity;
        var isLate = !scope.IsVisited(connection, target)
            || flowchart.WorkflowExecutionContext.ScheduledActivities.Any(item => item.Owner == flowchart && item.Node.Activity == target);
        if (isLate)
        {
            return false;
        }

        if (scope.IsAnyFollowed(graph, target))
        {
            await flowchart.ScheduleActivityAsync(target, After(completed));
            await CancelInboundAncestorsAsync(flowchart, target);
            return true;
        }

        return scope.AreAllVisited(graph, target) && await VisitAsync(flowchart, target, completed, Outcomes.Empty, cameBack: false);
    }

    private static async ValueTask<FlowJoinMode> ModeOfAsync(ActivityExecutionContext flowchart, FlowJoin join) => join.Mode?.Expression is { } expression
        ? await flowchart.GetRequiredService<IExpressionEvaluator>().EvaluateAsync<FlowJoinMode>(expression, flowchart.ExpressionExecutionContext)
        : FlowJoinMode.WaitAny;
}
