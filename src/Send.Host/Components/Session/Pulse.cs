using Microsoft.EntityFrameworkCore;
using Send.Core.Data;

namespace Send.Host.Components.Session;

/// <summary>Tells open pages that something changed, so that they look again. What happens in this host's pages is told at once; what the API, jobs or other hosts did is found
/// by one small query every <see cref="Interval"/>, whatever the number of circuits, and only while somebody listens.</summary>
public sealed class Pulse(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Pulse> logger) : BackgroundService, ICommitObserver
{
    /// <summary>How often the database is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Several commits within one step of a person are one look of every page.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(120);

    private long seen;
    private int pending;

    /// <summary>Raised on a background thread; handlers must go through their component's dispatcher.</summary>
    public event Action? Changed;

    /// <summary>Something was written on this host.</summary>
    public void Touch()
    {
        if (Changed is not null && Interlocked.Exchange(ref pending, 1) == 0)
        {
            _ = RaiseSoonAsync();
        }
    }

    /// <inheritdoc />
    public void Committed(CommittedChanges changes) => Touch();

    private async Task RaiseSoonAsync()
    {
        await Task.Delay(Breath, TimeProvider.System);
        Interlocked.Exchange(ref pending, 0);
        Changed?.Invoke();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Changed is null)
            {
                continue;
            }

            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "Could not look for changes; the next look is in {Interval}.", Interval);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<SendData>();
        var since = clock.GetUtcNow().AddDays(-1);
        var mark = await data.Audit.AsNoTracking().Where(entry => entry.At >= since).LongCountAsync(ct);
        if (mark != Interlocked.Exchange(ref seen, mark))
        {
            Touch();
        }
    }
}
