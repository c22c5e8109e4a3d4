using Microsoft.Extensions.Options;
using Send.Core.Outbox;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Executes what is due in the outbox, one item after the other, each in a scope of its own.</summary>
public sealed partial class OutboxWorker(IServiceScopeFactory scopes, MachineClock machine, IOptions<JobsOptions> options, ILogger<OutboxWorker> logger)
{
    /// <summary>Works until nothing is due that nobody else works on. Returns how many items were done; those that failed come back later.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        while (await TakeAsync(ct) is { } item)
        {
            done += await ExecuteAsync(item, ct) ? 1 : 0;
        }

        return done;
    }

    private async Task<OutboxItem?> TakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxLeases>().TakeAsync(ct);
    }

    private async Task<bool> ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var executor = scope.ServiceProvider.GetKeyedService<IOutboxExecutor>(item.Kind);
        try
        {
            if (executor is null)
            {
                throw new InvalidOperationException($"No executor is registered for outbox items of kind '{item.Kind}'.");
            }

            using var limit = new CancellationTokenSource(options.Value.Attempt, machine.Time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
            await executor.ExecuteAsync(item, both.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await FailedAsync(item, executor, e, ct);
            return false;
        }

        // The effect is there: noting it must not be lost to a host that is asked to stop.
        await using var end = scopes.CreateAsyncScope();
        await end.ServiceProvider.GetRequiredService<OutboxLeases>().DoneAsync(item, CancellationToken.None);
        return true;
    }

    private async Task FailedAsync(OutboxItem item, IOutboxExecutor? executor, Exception fault, CancellationToken ct)
    {
        LogFailed(logger, fault, item.Kind, item.Key, item.Attempts);
        await using var scope = scopes.CreateAsyncScope();
        var error = $"{fault.GetType().Name}: {fault.Message}";
        if (await scope.ServiceProvider.GetRequiredService<OutboxLeases>().FailedAsync(item, error, ct) && executor is not null)
        {
            LogDead(logger, item.Kind, item.Key);
            await executor.GiveUpAsync(item, error, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox item {Kind} {Key} failed at attempt {Attempt}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string kind, string key, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox item {Kind} {Key} is given up; an administrator can set it going again")]
    private static partial void LogDead(ILogger logger, string kind, string key);
}
