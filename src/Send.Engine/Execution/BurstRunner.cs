using Microsoft.Extensions.Options;
using Send.Engine.Definitions;
using Send.Engine.Migration;
using Send.Engine.State;

namespace Send.Engine.Execution;

/// <summary>Computes bursts. It keeps nothing between calls and may be used by many threads.</summary>
public sealed class BurstRunner
{
    private readonly EngineOptions options;

    /// <summary>Creates the runner.</summary>
    public BurstRunner(IOptions<EngineOptions> options) => this.options = options.Value;

    /// <summary>
    /// Runs what the stimulus sets off until nothing is runnable. Faults of activities become incidents in the result; what is thrown is
    /// cancellation, and <see cref="InvalidOperationException"/> if state and workflow do not belong together.
    /// </summary>
    public async ValueTask<BurstResult> RunAsync(BurstRequest request, CancellationToken cancellationToken)
    {
        var burst = new Burst(request.Services, request.Clock, request.Ids, options, cancellationToken);
        var isMet = request.Stimulus switch
        {
            StartStimulus start => await StartAsync(burst, request.Workflow, start) is not null,
            ResumeStimulus resume => await ResumeAsync(burst, request.Workflow, RequireState(request), resume),
            CancelStimulus cancel => Cancel(burst, request.Workflow, RequireState(request), cancel),
            RetryStimulus retry => await RetryAsync(burst, request.Workflow, RequireState(request), retry),
            WriteVariablesStimulus write => Write(burst, request.Workflow, RequireState(request), write),
            MoveStimulus move => Move(burst, request.Workflow, RequireState(request), move),
            _ => throw new InvalidOperationException($"Unknown stimulus {request.Stimulus.GetType().Name}."),
        };
        return isMet
            ? new BurstResult(IsIgnored: false, [.. burst.Instances.Select(instance => instance.ToChange())], burst.Effects)
            : new BurstResult(IsIgnored: true, [], []);
    }

    /// <summary>Starts an instance within a burst; also used for children that run inline.</summary>
    internal static async ValueTask<WorkflowExecutionContext> StartAsync(Burst burst, CompiledWorkflow workflow, StartStimulus start)
    {
        var context = new WorkflowExecutionContext(burst, workflow, start.InstanceId) { IsNew = true };
        burst.Instances.Add(context);
        context.Begin(start);
        context.Enqueue(new ActivityWorkItem(workflow.Root, Owner: null));
        await DrainAsync(context);
        return context;
    }

    private static async ValueTask<bool> ResumeAsync(Burst burst, CompiledWorkflow workflow, WorkflowState state, ResumeStimulus resume)
    {
        if (state.Status == WorkflowStatus.Finished || !state.Bookmarks.Any(bookmark => string.Equals(bookmark.Id, resume.BookmarkId, StringComparison.Ordinal)))
        {
            return false;
        }

        var context = StateReader.Restore(burst, workflow, state);
        burst.Instances.Add(context);
        context.Resume(resume);
        await DrainAsync(context);
        return true;
    }

    private static bool Cancel(Burst burst, CompiledWorkflow workflow, WorkflowState state, CancelStimulus cancel)
    {
        var isRunning = state.Status == WorkflowStatus.Running;
        if (isRunning)
        {
            var context = StateReader.Restore(burst, workflow, state);
            burst.Instances.Add(context);
            context.Cancel();
        }

        if (cancel.IncludeChildren)
        {
            burst.Effects.Add(new CancelChildrenEffect(state.Id));
        }

        return isRunning || cancel.IncludeChildren;
    }

    private static async ValueTask<bool> RetryAsync(Burst burst, CompiledWorkflow workflow, WorkflowState state, RetryStimulus retry)
    {
        if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            return false;
        }

        var context = StateReader.Restore(burst, workflow, state);
        if (!await context.RetryAsync(retry.ActivityIds))
        {
            return false;
        }

        burst.Instances.Add(context);
        await DrainAsync(context);
        return true;
    }

    private static bool Write(Burst burst, CompiledWorkflow workflow, WorkflowState state, WriteVariablesStimulus write)
    {
        if (state.Status == WorkflowStatus.Finished)
        {
            return false;
        }

        var context = StateReader.Restore(burst, workflow, state);
        burst.Instances.Add(context);
        context.WriteVariables(write.Values);
        return true;
    }

    private static bool Move(Burst burst, CompiledWorkflow workflow, WorkflowState state, MoveStimulus move)
    {
        var moved = VersionMove.Apply(state, move.From, workflow, move.Values);
        var context = StateReader.Restore(burst, workflow, moved);
        context.FinishedAt = state.FinishedAt;
        burst.Instances.Add(context);
        context.NoteMove(state.DefinitionVersion, move.Values);
        return true;
    }

    private static async ValueTask DrainAsync(WorkflowExecutionContext context)
    {
        context.TransitionTo(WorkflowSubStatus.Executing);
        while (context.TryTake(out var item))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            await ActivityInvoker.InvokeAsync(context, item!);
        }

        if (context.Status == WorkflowStatus.Running)
        {
            context.TransitionTo(context.HasOpenActivities ? WorkflowSubStatus.Suspended : WorkflowSubStatus.Finished);
        }

        context.End();
    }

    private static WorkflowState RequireState(BurstRequest request)
    {
        var state = request.State ?? throw new InvalidOperationException($"{request.Stimulus.GetType().Name} needs the state of the instance.");
        return string.Equals(state.DefinitionId, request.Workflow.Definition.DefinitionId, StringComparison.Ordinal)
            ? state
            : throw new InvalidOperationException($"Instance '{state.Id}' runs definition '{state.DefinitionId}', not '{request.Workflow.Definition.DefinitionId}'.");
    }
}
