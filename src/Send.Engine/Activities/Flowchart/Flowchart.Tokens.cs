using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Expressions;
using Send.Engine.Models;

namespace Send.Engine.Activities.Flowchart.Activities;

public sealed partial class Flowchart
{
    private const string TokensKey = "Flowchart.Tokens";

    private async ValueTask OnChildCompletedByTokensAsync(ActivityCompletedContext context)
    {
        var flowchart = context.TargetContext;
        var completed = context.ChildContext;
        var tokens = flowchart.GetProperty(TokensKey, static () => new List<FlowToken>());
        flowchart.Properties[TokensKey] = tokens;
        if (completed.Activity is ITerminalNode)
        {
            tokens.Clear();
            await flowchart.CompleteActivityAsync();
            return;
        }

        var outcomes = (context.Result as Outcomes ?? Outcomes.Default).Names;
        var followed = GraphOf(flowchart).Outbound(completed.Activity).Where(connection => Array.IndexOf(outcomes, connection.Source.Port) >= 0).ToList();
        tokens.AddRange(followed.Select(FlowToken.For));
        foreach (var token in tokens.Where(token => token is { Consumed: false, Blocked: false } && token.LeadsTo(completed.Activity)))
        {
            token.Consumed = true;
        }

        foreach (var connection in followed)
        {
            await ArriveByTokenAsync(flowchart, tokens, connection, completed);
        }

        if (!tokens.Exists(token => token is { Consumed: false, Blocked: false }))
        {
            await CompleteIfIdleAsync(flowchart);
        }

        tokens.RemoveAll(token => token.Consumed && token.LeadsTo(completed.Activity));
    }

    private async ValueTask ArriveByTokenAsync(ActivityExecutionContext flowchart, List<FlowToken> tokens, Connection connection, ActivityExecutionContext completed)
    {
        var graph = GraphOf(flowchart);
        var target = connection.Target.Activity;
        var mode = await MergeModeOfAsync(flowchart, target);
        if (mode is MergeMode.Race or MergeMode.Cascade)
        {
            await ArriveFirstAsync(flowchart, graph, tokens, connection, completed, mode);
            return;
        }

        var inbound = mode == MergeMode.Converge ? graph.Inbound(target) : graph.ForwardInbound(target);
        var isReady = mode == MergeMode.Stream
            ? !inbound.Any(other => tokens.Exists(token => token is { Consumed: false, Blocked: false } && token.LeadsTo(other.Source.Activity)))
            : inbound.Count <= 1 || inbound.All(other => tokens.Exists(token => token is { Consumed: false, Blocked: false } && token.IsOn(other)));
        if (isReady)
        {
            await flowchart.ScheduleActivityAsync(target, After(completed));
        }
    }

    /// <summary>
    /// The first arrival runs, later ones are swallowed. Unlike in Elsa the swallowed token is consumed, so that the flowchart can still
    /// complete, and the winner is queued before the losers are cancelled, so that their end does not complete the flowchart before it.
    /// </summary>
    private async ValueTask ArriveFirstAsync(
        ActivityExecutionContext flowchart, FlowGraph graph, List<FlowToken> tokens, Connection connection, ActivityExecutionContext completed, MergeMode mode)
    {
        var target = connection.Target.Activity;
        if (tokens.Find(token => token is { Blocked: true, Consumed: false } && token.IsOn(connection)) is { } block)
        {
            block.Consumed = true;
            tokens.FindLast(token => token is { Blocked: false, Consumed: false } && token.IsOn(connection))!.Consumed = true;
            return;
        }

        await flowchart.ScheduleActivityAsync(target, After(completed));
        if (mode == MergeMode.Race)
        {
            await CancelInboundAncestorsAsync(flowchart, target);
        }

        tokens.AddRange(graph.ForwardInbound(target).Where(other => other.Source.Activity != completed.Activity).Select(FlowToken.BlockFor));
    }

    private static async ValueTask OnCancelledByTokensAsync(SignalContext context)
    {
        var flowchart = context.ReceiverActivityExecutionContext;
        var cancelled = context.SenderActivityExecutionContext.Activity;
        var tokens = flowchart.GetProperty(TokensKey, static () => new List<FlowToken>());
        flowchart.Properties[TokensKey] = tokens;
        tokens.RemoveAll(token => token.LeadsTo(cancelled) || string.Equals(token.FromActivityId, cancelled.Id, StringComparison.Ordinal));
        await CompleteIfIdleAsync(flowchart);
    }

    private static async ValueTask<MergeMode> MergeModeOfAsync(ActivityExecutionContext flowchart, IActivity target)
    {
        if (target is FlowJoin join)
        {
            return await ModeOfAsync(flowchart, join) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        }

        return target.CustomProperties.TryGetValue("mergeMode", out var value) ? ObjectConverter.ConvertTo<MergeMode>(value) : MergeMode.Stream;
    }
}
