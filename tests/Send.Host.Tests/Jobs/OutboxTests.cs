using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Tests.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Jobs;

public sealed class SqliteOutboxTests() : OutboxTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlOutboxTests() : OutboxTests(DatabaseKind.PostgreSql);

public abstract class OutboxTests(DatabaseKind kind)
{
    private readonly ExecutionLog log = new();

    [Fact]
    public async Task Run_DoesWhatIsDueInOrderAndOnce()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("later", RecordingExecutor.Kind, after: TimeSpan.FromMinutes(5));
        await host.AddItemAsync("first", RecordingExecutor.Kind);
        host.Machine.Advance(TimeSpan.FromSeconds(1));
        await host.AddItemAsync("second", RecordingExecutor.Kind);

        Assert.Equal((2, 0), (await host.RunOutboxAsync(), await host.RunOutboxAsync()));
        host.Machine.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await host.RunOutboxAsync());

        Assert.Equal(["first", "second", "later"], log.Executed);
        Assert.All(await ItemsAsync(host), item => Assert.NotNull(item.DoneAt));
    }

    [Fact]
    public async Task Run_ByManyWorkersAtOnce_DoesEachItemOnce()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 40; i++)
        {
            await host.AddItemAsync($"item-{i:00}", RecordingExecutor.Kind);
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(host.RunOutboxAsync)));

        Assert.Equal(40, log.Executed.Count);
        Assert.Equal(40, log.Executed.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Run_Failing_ComesBackLaterWithItsError()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("mail", RecordingExecutor.Kind);
        log.Failures = 1;

        Assert.Equal(0, await host.RunOutboxAsync());
        var failed = Assert.Single(await ItemsAsync(host));
        Assert.Equal((1, "InvalidOperationException: no answer", null), (failed.Attempts, failed.Error, failed.LeasedUntil));

        host.Machine.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await host.RunOutboxAsync());
        Assert.Equal((2, null), (Assert.Single(await ItemsAsync(host)).Attempts, Assert.Single(await ItemsAsync(host)).Error));
    }

    [Fact]
    public async Task Run_FailingAlways_IsGivenUpAndTold()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("mail", RecordingExecutor.Kind);
        log.Failures = int.MaxValue;

        for (var i = 0; i < 20; i++)
        {
            await host.RunOutboxAsync();
            host.Machine.Advance(TimeSpan.FromDays(1));
        }

        var dead = Assert.Single(await ItemsAsync(host));
        Assert.Equal((8, true, null), (dead.Attempts, dead.DeadAt is not null, dead.DoneAt));
        Assert.Equal(["mail: InvalidOperationException: no answer"], log.GivenUp);
    }

    [Fact]
    public async Task Run_KindThatNobodyKnows_SaysSo()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("odd", "fax");

        await host.RunOutboxAsync();

        Assert.Contains("'fax'", Assert.Single(await ItemsAsync(host)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AfterACrashInTheMiddle_TakesItUpWhenTheLeaseEnds()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("mail", RecordingExecutor.Kind);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            // A host takes the item and dies.
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<OutboxLeases>().TakeAsync(CancellationToken.None));
        }

        Assert.Equal(0, await host.RunOutboxAsync());
        host.Machine.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await host.RunOutboxAsync());
        Assert.Equal(["mail"], log.Executed);
    }

    [Fact]
    public async Task Release_AfterTheOnlyHostDied_TakesItUpAtOnce()
    {
        await using var host = await StartAsync();
        await host.AddItemAsync("mail", RecordingExecutor.Kind);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var leases = scope.ServiceProvider.GetRequiredService<OutboxLeases>();
            Assert.NotNull(await leases.TakeAsync(CancellationToken.None));
            await leases.ReleaseAsync(CancellationToken.None);
        }

        Assert.Equal(1, await host.RunOutboxAsync());
        Assert.Equal(["mail"], log.Executed);
    }

    [Fact]
    public async Task Commit_WithAnItem_WakesTheOutboxOnce()
    {
        await using var host = await StartAsync();
        var storage = host.Services.GetRequiredService<Hangfire.JobStorage>();
        await host.AddItemAsync("one", RecordingExecutor.Kind);
        await host.AddItemAsync("two", RecordingExecutor.Kind);

        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount("default"));
    }

    private static Task<List<OutboxItem>> ItemsAsync(StoreHost host) => host.InScopeAsync(db => db.Outbox.AsNoTracking().OrderBy(item => item.Id).ToListAsync());

    private Task<StoreHost> StartAsync() => JobHost.StartAsync(kind, services =>
    {
        services.AddSingleton(log);
        services.AddOutboxExecutor<RecordingExecutor>(RecordingExecutor.Kind);
    });
}
