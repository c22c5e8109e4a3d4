using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Runs bursts within a step, and what they lead to in the same transaction: a parent that goes on, children that are cancelled. The rest goes to the outbox.</summary>
internal sealed class BurstSeries(
    BurstRunner engine, IDefinitionSource definitions, InstanceSession session, EffectOutbox outbox, IServiceProvider services, TimeProvider clock, IIdGenerator ids)
{
    // A parent resumes, starts the next child, which finishes at once and resumes it again: a definition that does this without end is stopped here.
    private const int EffectLimit = 500;

    private readonly Queue<(Effect Effect, string InstanceId, int Number)> waiting = new();
    private int effects;

    /// <summary>Instances that were cancelled in this step, by request or as children.</summary>
    public List<string> Cancelled { get; } = [];

    /// <summary>Why, as the request said.</summary>
    public string? CancelReason { get; set; }

    /// <summary>Starts an instance of that version.</summary>
    public Task<bool> StartAsync(Engine.Definitions.CompiledWorkflow workflow, StartStimulus start, CancellationToken ct) => RunAsync(workflow, instance: null, start, ct);

    /// <summary>Runs a burst of a stored instance on the version it is pinned to. False when the stimulus met nothing.</summary>
    public async Task<bool> RunAsync(LoadedInstance instance, Stimulus stimulus, CancellationToken ct)
    {
        var workflow = await definitions.FindByVersionIdAsync(instance.State.DefinitionVersionId, ct)
            ?? throw new InvalidOperationException($"Instance {instance.Row.Id} runs version {instance.State.DefinitionVersionId} of '{instance.Row.DefinitionId}', which is not stored.");
        return await RunAsync(workflow, instance, stimulus, ct);
    }

    /// <summary>Runs a burst on that version: a start, or a move to it.</summary>
    public async Task<bool> RunAsync(Engine.Definitions.CompiledWorkflow workflow, LoadedInstance? instance, Stimulus stimulus, CancellationToken ct)
    {
        var request = new BurstRequest { Workflow = workflow, State = instance?.State, Stimulus = stimulus, Services = services, Clock = clock, Ids = ids };
        var result = await engine.RunAsync(request, ct);
        if (result.IsIgnored)
        {
            return false;
        }

        foreach (var change in result.Changes)
        {
            await session.ApplyAsync(change, ct);
        }

        if (stimulus is CancelStimulus)
        {
            Cancelled.Add(instance!.Row.Id);
        }

        foreach (var effect in result.Effects)
        {
            waiting.Enqueue((effect, result.Main?.State.Id ?? instance!.Row.Id, effects++));
        }

        await DrainAsync(ct);
        return true;
    }

    private async Task DrainAsync(CancellationToken ct)
    {
        while (waiting.TryDequeue(out var next))
        {
            if (effects > EffectLimit)
            {
                throw new InvalidOperationException($"One step led to more than {EffectLimit} effects of workflows; the last were of instance {next.InstanceId}. Does a loop start child workflows?");
            }

            switch (next.Effect)
            {
                case ResumeParentEffect resume:
                    await ResumeAsync(resume, ct);
                    break;
                case CancelChildrenEffect cancel:
                    await CancelChildrenAsync(cancel, ct);
                    break;
                default:
                    outbox.Add(next.Effect, (await session.FindAsync(next.InstanceId, ct))!, next.Number);
                    break;
            }
        }
    }

    private async Task ResumeAsync(ResumeParentEffect resume, CancellationToken ct)
    {
        var parent = await session.FindAsync(resume.ParentInstanceId, ct);
        var bookmark = parent?.State.Bookmarks.FirstOrDefault(candidate =>
            string.Equals(candidate.Name, resume.BookmarkName, StringComparison.Ordinal) && string.Equals(candidate.Hash, resume.BookmarkHash, StringComparison.Ordinal));
        if (bookmark is not null)
        {
            await RunAsync(parent!, new ResumeStimulus(bookmark.Id, resume.Input), ct);
        }
    }

    private async Task CancelChildrenAsync(CancelChildrenEffect cancel, CancellationToken ct)
    {
        foreach (var id in await session.RunningChildrenAsync(cancel.ParentInstanceId, ct))
        {
            if (await session.FindAsync(id, ct) is { } child)
            {
                await RunAsync(child, new CancelStimulus(IncludeChildren: true), ct);
            }
        }
    }
}
