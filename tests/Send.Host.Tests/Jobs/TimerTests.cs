using Send.Core.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Outbox;
using Send.Engine;
using Send.Host.Tests.Persistence;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Jobs;

public sealed class SqliteTimerTests() : TimerTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlTimerTests() : TimerTests(DatabaseKind.PostgreSql);

public abstract class TimerTests(DatabaseKind kind)
{
    [Fact]
    public async Task Delay_Due_GoesOnOnceHoweverManyHostsSweep()
    {
        await using var host = await JobHost.StartAsync(kind);
        await using var other = await JobHost.JoinAsync(host);
        await host.PublishAsync(TestDefinitions.Wait("wait", "02:00:00"));
        var opened = await host.OpenCaseAsync("wait");

        Assert.Equal(0, await host.RunTimersAsync());
        Assert.Empty(await host.TasksAsync(opened.Id));

        host.Machine.Advance(TimeSpan.FromHours(2));
        other.Machine.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(new[] { host, other, host, other }.Select(each => Task.Run(each.RunTimersAsync)));

        Assert.Equal(["after"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
        Assert.Equal(0, await host.RunTimersAsync());
    }

    [Fact]
    public async Task TimerTrigger_StartsAnInstanceEachTime()
    {
        await using var host = await JobHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.Hourly);

        for (var hour = 0; hour < 3; hour++)
        {
            host.Machine.Advance(TimeSpan.FromHours(1));
            Assert.Equal((1, 0), (await host.RunTimersAsync(), await host.RunTimersAsync()));
        }

        Assert.Equal(3, await host.InScopeAsync(db => db.Set<StoredInstance>().CountAsync(row => row.SubStatus == WorkflowSubStatus.Finished)));
    }

    [Fact]
    public async Task Republished_ReplacesItsTriggers_RetractedHasNone()
    {
        await using var host = await JobHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.Hourly);
        await host.PublishAsync(TestDefinitions.Hourly);
        Assert.Equal(1, await host.InScopeAsync(db => db.Set<StoredTrigger>().CountAsync()));

        var retracted = await host.Runner.RunAsync<StoredDefinition>((step, ct) => step.Services.GetRequiredService<DefinitionStore>().RetractAsync("hourly", ChangeContext.System(host.Clock), ct), CancellationToken.None);

        Assert.True(retracted.IsSuccess);
        Assert.Equal(0, await host.InScopeAsync(db => db.Set<StoredTrigger>().CountAsync()));
    }

    [Fact]
    public async Task PublishedEvent_MeetsTheWaitingInstanceOfItsCaseOnly_OnceEvenWhenRepeated()
    {
        await using var host = await JobHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.Listener);
        await host.PublishAsync(TestDefinitions.Child);
        await host.PublishAsync(TestDefinitions.Publisher);
        var stranger = await host.OpenCaseAsync("listener");
        var opened = await host.OpenCaseAsync("publisher");
        await host.StimulateAsync(new StartDispatched("listener", new Send.Engine.Execution.StartStimulus(Guid.NewGuid().ToString("D")) { CorrelationId = opened.Id.ToString("D") }));

        await host.RunOutboxAsync();
        await host.InScopeAsync(db => db.Outbox.Where(item => item.Kind == OutboxKinds.Event).ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, (DateTimeOffset?)null)));
        await host.RunOutboxAsync();

        Assert.Equal(["child-task", "pinged", "published"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
        Assert.Empty(await host.TasksAsync(stranger.Id));
        Assert.Equal(0, await host.InScopeAsync(db => db.Outbox.CountAsync(item => item.DoneAt == null)));
    }
}
