using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Tests.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Jobs;

/// <summary>A store with the work that happens by itself, called by the test instead of by Hangfire.</summary>
internal static class JobHost
{
    public static Task<StoreHost> StartAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null, bool training = false) =>
        StoreHost.StartAsync(kind, (services, configuration) => Configure(services, configuration, configure, training));

    /// <summary>Another host on the same database.</summary>
    public static Task<StoreHost> JoinAsync(StoreHost first, Action<IServiceCollection>? configure = null, bool training = false) =>
        StoreHost.StartAsync(first.Database, ownsDatabase: false, (services, configuration) => Configure(services, configuration, configure, training));

    public static Task<int> RunOutboxAsync(this StoreHost host) => host.Services.GetRequiredService<OutboxWorker>().RunDueAsync(CancellationToken.None);

    public static Task<int> RunTimersAsync(this StoreHost host) => host.Services.GetRequiredService<TimerWorker>().RunDueAsync(CancellationToken.None);

    /// <summary>Adds an item that is due now.</summary>
    public static async Task<OutboxItem> AddItemAsync(this StoreHost host, string key, string kind, string payload = "{}", TimeSpan after = default)
    {
        var now = host.Clock.GetUtcNow();
        var item = new OutboxItem { Id = Guid.CreateVersion7(now), Key = key, Kind = kind, Payload = payload, CreatedAt = now, DueAt = now + after };
        await host.InScopeAsync(async db =>
        {
            db.Outbox.Add(item);
            await db.SaveChangesAsync();
        });
        return item;
    }

    private static void Configure(IServiceCollection services, IConfiguration configuration, Action<IServiceCollection>? configure, bool training)
    {
        services.AddSingleton(provider => new MachineClock(provider.GetRequiredService<FakeTimeProvider>()));
        configuration["Training:Enabled"] = training ? "true" : "false";
        services.AddSendJobs(configuration);

        // The reminders need the whole domain; they are tested with it.
        services.RemoveAll<IDueWork>();
        configure?.Invoke(services);
    }
}

/// <summary>Notes what it was asked to do, and fails as often as told.</summary>
internal sealed class RecordingExecutor(ExecutionLog log) : IOutboxExecutor
{
    public const string Kind = "test";

    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        log.Executed.Enqueue(item.Key);
        if (log.Wait is { } wait)
        {
            await wait.WaitAsync(ct);
        }

        if (log.Failures-- > 0)
        {
            throw new InvalidOperationException("no answer");
        }
    }

    public Task GiveUpAsync(OutboxItem item, string error, CancellationToken ct)
    {
        log.GivenUp.Enqueue($"{item.Key}: {error}");
        return Task.CompletedTask;
    }
}

internal sealed class ExecutionLog
{
    public System.Collections.Concurrent.ConcurrentQueue<string> Executed { get; } = new();

    public System.Collections.Concurrent.ConcurrentQueue<string> GivenUp { get; } = new();

    public int Failures { get; set; }

    public Task? Wait { get; set; }
}
