namespace Send.Host.Infrastructure.Jobs;

/// <summary>Everything that falls due by itself, in the order timers, reminders, outbox: what the sweep runs all the time and the training clock at each stop.</summary>
public sealed class DueWork(TimerWorker timers, OutboxWorker outbox, IEnumerable<IDueWork> others)
{
    /// <summary>Runs what is due now, and what that leads to; returns how many things were done. What fails is left for later.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var total = 0;
        while (true)
        {
            var done = await timers.RunDueAsync(ct);
            foreach (var other in others)
            {
                done += await other.RunDueAsync(ct);
            }

            done += await outbox.RunDueAsync(ct);
            total += done;
            if (done == 0)
            {
                return total;
            }
        }
    }
}
