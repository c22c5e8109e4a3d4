using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;

namespace Send.Persistence.Workflows;

/// <summary>One try of a step, in a scope of its own: the change, its bursts and what follows from them, all in memory; then one save.</summary>
internal sealed class StepExecution(SendDbContext db, IServiceProvider services, StimulusRouter router, BurstSeries bursts, InstanceSession session, ProcessCleanup cleanup)
{
    /// <summary>Runs and commits; a refusal leaves the database as it was.</summary>
    public async Task<Result<T>> RunAsync<T>(Func<ProcessStep, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        // One connection for the whole step, instead of one for each of its queries.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await RunOpenAsync(change, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Result<T>> RunOpenAsync<T>(Func<ProcessStep, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        var step = new ProcessStep(db, services);
        var result = await change(step, ct);
        if (!result.IsSuccess)
        {
            return result;
        }

        foreach (var stimulus in step.Stimuli)
        {
            if (await router.RunAsync(stimulus, ct) is { } refusal)
            {
                return refusal;
            }
        }

        await TidyAsync(ct);
        foreach (var work in step.Afterwards)
        {
            await work(ct);
        }

        session.Flush();
        await db.SaveChangesAsync(ct);
        return result;
    }

    private async Task TidyAsync(CancellationToken ct)
    {
        var tasks = session.Loaded.SelectMany(instance => instance.TasksLeft()).ToHashSet();
        if (tasks.Count > 0)
        {
            await cleanup.CancelTasksAsync(tasks, bursts.CancelReason, ct);
        }

        foreach (var id in bursts.Cancelled)
        {
            if (Guid.TryParse(id, out var main))
            {
                await cleanup.CancelPlanAsync(main, ct);
            }
        }
    }
}
