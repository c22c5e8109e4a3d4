using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Tests.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Jobs;

/// <summary>The training clock does everything that falls due on the way, each at its own time.</summary>
public sealed class ClockAdvanceTests
{
    private readonly DailyWork daily = new();

    [Fact]
    public async Task Advance_DoesEverythingInItsOrderAtItsTime()
    {
        await using var host = await StartAsync();
        await host.PublishAsync(TestDefinitions.Definition(
            "nights",
            TestDefinitions.Sequence(
                "main",
                TestDefinitions.Activity("Elsa.Delay", "a", TestDefinitions.Input("timeSpan", "TimeSpan", "1.00:00:00")),
                TestDefinitions.Activity("Elsa.Delay", "b", TestDefinitions.Input("timeSpan", "TimeSpan", "1.00:00:00")),
                TestDefinitions.Task("after"))));
        var opened = await host.OpenCaseAsync("nights");
        var start = host.Clock.GetUtcNow();
        await host.AddItemAsync("late", RecordingExecutor.Kind, after: TimeSpan.FromHours(36));
        daily.Next = start.AddDays(3);

        var reached = await Advance(host).AdvanceAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal(start.AddDays(7), reached.Value);
        Assert.Equal(start.AddDays(7), host.Clock.GetUtcNow());
        var after = Assert.Single(await host.TasksAsync(opened.Id));
        Assert.Equal(start.AddDays(2), after.OpenedAt);
        var late = await host.InScopeAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal(start.AddHours(36), late.DoneAt);
        Assert.Equal([start.AddDays(3)], daily.Done);
    }

    [Fact]
    public async Task Advance_SurvivesARestartAndIsSeenByOtherHosts()
    {
        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow();
        await Advance(host).AdvanceAsync(TimeSpan.FromDays(30), CancellationToken.None);

        await using var restarted = await JobHost.JoinAsync(host, services => services.AddSingleton(new ExecutionLog()), training: true);
        await restarted.Services.LoadTrainingClockAsync(CancellationToken.None);

        Assert.Equal(start.AddDays(30), restarted.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public async Task Advance_BackOrTooFar_IsRefused(int days)
    {
        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow();

        var result = await Advance(host).AdvanceAsync(TimeSpan.FromDays(days), CancellationToken.None);

        Assert.Equal("clock.advance", result.Errors[0].Code);
        Assert.Equal(start, host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Clock_NeverGoesBack()
    {
        await using var host = await StartAsync();
        var clock = host.Services.GetRequiredService<TrainingClock>();
        var start = host.Clock.GetUtcNow();
        await host.InScopeAsync(db => clock.MoveToAsync(start.AddDays(2), db, CancellationToken.None));

        await host.InScopeAsync(db => clock.MoveToAsync(start.AddDays(1), db, CancellationToken.None));

        Assert.Equal(start.AddDays(2), host.Clock.GetUtcNow());
    }

    private static ClockAdvance Advance(StoreHost host) => host.Services.GetRequiredService<ClockAdvance>();

    private Task<StoreHost> StartAsync() => JobHost.StartAsync(
        DatabaseKind.Sqlite,
        services =>
        {
            services.AddSingleton(new ExecutionLog());
            services.AddOutboxExecutor<RecordingExecutor>(RecordingExecutor.Kind);
            services.AddSingleton<IDueWork>(provider =>
            {
                daily.Clock = provider.GetRequiredService<TimeProvider>();
                return daily;
            });
        },
        training: true);

    /// <summary>Something that is due once.</summary>
    private sealed class DailyWork : IDueWork
    {
        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public DateTimeOffset? Next { get; set; }

        public List<DateTimeOffset> Done { get; } = [];

        public Task<int> RunDueAsync(CancellationToken ct)
        {
            if (Next is not { } due || due > Clock.GetUtcNow())
            {
                return Task.FromResult(0);
            }

            Done.Add(Clock.GetUtcNow());
            Next = null;
            return Task.FromResult(1);
        }

        public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken ct) => Task.FromResult(Next > now ? Next : null);
    }
}
