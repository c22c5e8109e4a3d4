using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Moves the training clock forward from one due thing to the next and does each at its own time, so that a case's months go by as they would.</summary>
public sealed class ClockAdvance(TrainingClock clock, DueWork work, IServiceScopeFactory scopes, IEnumerable<IDueWork> others, MachineClock machine) : IDisposable
{
    private const int StopLimit = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 366);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Returns the time reached when everything up to it is done. One call at a time; others wait.</summary>
    public async Task<Result<DateTimeOffset>> AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        if (by <= TimeSpan.Zero || by > Longest)
        {
            return new Error("clock.advance", "The clock moves forward only, by at most five years at once.", "/advance");
        }

        await one.WaitAsync(ct);
        try
        {
            return await MoveAsync(clock.GetUtcNow() + by, ct);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    private async Task<Result<DateTimeOffset>> MoveAsync(DateTimeOffset target, CancellationToken ct)
    {
        for (var stops = 0; stops < StopLimit; stops++)
        {
            await SettleAsync(ct);
            var now = clock.GetUtcNow();
            if (now >= target)
            {
                return now;
            }

            var next = await NextDueAsync(now, ct);
            var stop = next is { } due && due < target ? due : target;
            await InScopeAsync(db => clock.MoveToAsync(stop, db, ct));
        }

        return new Error("clock.endless", $"More than {StopLimit} things fell due on the way; the clock stopped at {clock.GetUtcNow():O}. Does a workflow set timers without end?");
    }

    /// <summary>Does what is due, and waits for what other workers of the outbox have in their hands: it must be done before time goes on.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        var limit = machine.Time.GetUtcNow() + Patience;
        do
        {
            await work.RunAsync(ct);
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<OutboxLeases>().CountDueAsync(ct) == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }
        while (machine.Time.GetUtcNow() < limit);
    }

    private async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var timer = await InScopeAsync(db => db.Set<StoredBookmark>().Where(row => row.DueAt > now).MinAsync(row => row.DueAt, ct));
        var start = await InScopeAsync(db => db.Set<StoredTrigger>().Where(row => row.DueAt > now).MinAsync(row => row.DueAt, ct));
        var item = await InScopeAsync(db => db.Outbox.Where(row => row.DoneAt == null && row.DeadAt == null && row.DueAt > now).MinAsync(row => (DateTimeOffset?)row.DueAt, ct));
        var next = Earlier(Earlier(timer, start), item);
        foreach (var other in others)
        {
            next = Earlier(next, await other.NextDueAsync(now, ct));
        }

        return next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private async Task<T> InScopeAsync<T>(Func<SendDbContext, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SendDbContext>());
    }

    private async Task InScopeAsync(Func<SendDbContext, Task> write)
    {
        await using var scope = scopes.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<SendDbContext>());
    }
}
