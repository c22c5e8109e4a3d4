using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Outbox;
using Send.Persistence;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Takes outbox items for this worker and puts them back, each by one conditional statement, so that any number of hosts can share one outbox.</summary>
public sealed class OutboxLeases(SendDbContext db, TimeProvider clock, MachineClock machine, IOptions<JobsOptions> options)
{
    private const int Batch = 20;

    /// <summary>Leases the oldest item that is due; null when there is none that nobody works on.</summary>
    public async Task<OutboxItem?> TakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var real = machine.Time.GetUtcNow();
        while (true)
        {
            var candidates = await Waiting(now).Where(item => item.LeasedUntil == null || item.LeasedUntil < real)
                .OrderBy(item => item.DueAt).ThenBy(item => item.Id).Take(Batch).ToListAsync(ct);
            foreach (var candidate in candidates)
            {
                var until = real + options.Value.Lease;
                var taken = await db.Outbox
                    .Where(item => item.Id == candidate.Id && item.DoneAt == null && item.DeadAt == null && (item.LeasedUntil == null || item.LeasedUntil < real))
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, until).SetProperty(item => item.Attempts, item => item.Attempts + 1), ct);
                if (taken == 1)
                {
                    candidate.LeasedUntil = until;
                    candidate.Attempts++;
                    return candidate;
                }
            }

            if (candidates.Count < Batch)
            {
                return null;
            }
        }
    }

    /// <summary>Gives back what a host left in its hands when it died. Only where no other host can be at work: a SQLite file belongs to one.</summary>
    public Task ReleaseAsync(CancellationToken ct) => db.Outbox.Where(item => item.DoneAt == null && item.LeasedUntil != null)
        .ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null), ct);

    /// <summary>Items that are due and not done, whoever works on them.</summary>
    public Task<int> CountDueAsync(CancellationToken ct) => Waiting(clock.GetUtcNow()).CountAsync(ct);

    /// <summary>The effect is there.</summary>
    public Task DoneAsync(OutboxItem leased, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Outbox.Where(item => item.Id == leased.Id && item.DoneAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.DoneAt, now).SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null).SetProperty(item => item.Error, (string?)null), ct);
    }

    /// <summary>The attempt failed: it comes back later, or is dead. Returns true when dead.</summary>
    public async Task<bool> FailedAsync(OutboxItem leased, string error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var again = now + OutboxSchedule.PauseAfter(leased.Attempts);
        var dead = leased.Attempts >= OutboxSchedule.Attempts ? now : (DateTimeOffset?)null;
        await db.Outbox.Where(item => item.Id == leased.Id && item.DoneAt == null && item.LeasedUntil == leased.LeasedUntil).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.DueAt, again).SetProperty(item => item.DeadAt, dead).SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(item => item.Error, error), ct);
        return dead is not null;
    }

    private IQueryable<OutboxItem> Waiting(DateTimeOffset now) =>
        db.Outbox.AsNoTracking().Where(item => item.DoneAt == null && item.DeadAt == null && item.DueAt <= now);
}
