using Hangfire;
using Send.Persistence;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>What Hangfire runs: the sweep over everything that is due, again and again, and the outbox right after a commit. Both find their work in the database, so that a lost
/// job loses nothing and a repeated one repeats nothing; therefore Hangfire does not retry them.</summary>
public sealed class SweepJob(DueWork work, OutboxWorker outbox, OutboxWake wake, SweepGate gate, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Id of the recurring job.</summary>
    public const string Id = "sweep";

    /// <summary>Timers, reminders, outbox. Skipped while the previous one on this host still runs.</summary>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("Sweep: timers, reminders, outbox")]
    public async Task SweepAsync(CancellationToken ct)
    {
        if (!gate.TryEnter())
        {
            return;
        }

        try
        {
            if (clock is TrainingClock training)
            {
                await using var scope = scopes.CreateAsyncScope();
                await training.LoadAsync(scope.ServiceProvider.GetRequiredService<SendDbContext>(), ct);
            }

            await work.RunAsync(ct);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>What a commit has just put into the outbox.</summary>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("Outbox after a commit")]
    public async Task OutboxAsync(CancellationToken ct)
    {
        wake.Begun();
        await outbox.RunDueAsync(ct);
    }
}
