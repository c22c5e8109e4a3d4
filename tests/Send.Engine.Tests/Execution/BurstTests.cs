using Microsoft.Extensions.DependencyInjection;
using Send.Engine.Execution;
using Send.Engine.State;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Execution;

public sealed class BurstTests
{
    [Fact]
    public async Task EndlessLoop_WithoutAWait_IsCutWithAnIncidentThatSaysWhy()
    {
        await using var bed = new EngineTestBed(services => services.AddSingleton(
            Microsoft.Extensions.Options.Options.Create(new EngineOptions { MaxActivitiesPerBurst = 500 })));
        var instance = await bed.RunAsync(Activity("w", "Elsa.While", ("condition", Script("true")), ("body", Line("b", "''"))));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Contains("Stopped after 500 activities", Assert.Single(instance.State.Incidents).Message, StringComparison.Ordinal);
        Assert.InRange(instance.Journal.Count, 500, 1100);
    }

    [Fact]
    public async Task EndlessLoop_WithoutABody_IsCutToo()
    {
        await using var bed = new EngineTestBed(services => services.AddSingleton(
            Microsoft.Extensions.Options.Options.Create(new EngineOptions { MaxActivitiesPerBurst = 500 })));
        var instance = await bed.RunAsync(Activity("w", "Elsa.While", ("condition", Script("true"))));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
    }

    [Fact]
    public async Task Resume_OfABookmarkThatIsGone_ChangesNothing()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Sequence("s", Ask("t"), Ask("u")));
        var bookmark = instance.State.Bookmarks.Single();
        await bed.Host.ResumeAsync(instance.Id, bookmark.Id, input: null);
        var before = instance.StateJson;
        await bed.Host.ResumeAsync(instance.Id, bookmark.Id, input: null);

        Assert.Equal(before, instance.StateJson);
    }

    [Fact]
    public async Task SameBurst_RunTwiceOnOneState_GivesTheSameResultAndLeavesTheStateAlone()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(
            Flow("flow", [Ask("t", "R"), Set("s", "List", "[...getList(), getR()]"), Ask("u")], "t->s", "s->u"), Variable("R"), Variable("List", "Object", null));
        _ = instance;
        bed.Publish(Of("two", Flow("flow", [Set("i", "List", "({ items: [1] })"), Ask("t"), Set("s", "List", "(getList().items.push(2), getList())"), Ask("u")], "i->t", "t->s", "s->u"), Variable("List")));
        var second = await bed.Host.StartAsync("two");
        var state = second.State;
        var before = WorkflowStateSerializer.Serialize(state);
        var runner = bed.Host.Services.GetRequiredService<BurstRunner>();
        var request = new BurstRequest
        {
            Workflow = second.Workflow,
            State = state,
            Stimulus = new ResumeStimulus(state.Bookmarks.Single().Id),
            Services = bed.Host.Services,
            Clock = bed.Host.Clock,
            Ids = new CountingIds(),
        };
        var first = await runner.RunAsync(request, CancellationToken.None);
        var again = await runner.RunAsync(request with { Ids = new CountingIds() }, CancellationToken.None);

        Assert.Equal(WorkflowStateSerializer.Serialize(first.Main!.State), WorkflowStateSerializer.Serialize(again.Main!.State));
        Assert.Equal(before, WorkflowStateSerializer.Serialize(state));
    }

    [Fact]
    public async Task CompiledWorkflow_UsedByManyThreads_GivesEachInstanceItsOwnValues()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Of("main", Sequence("s", Set("a", "N", "getInput('N') * 2"), Set("b", "N", "getN() + 1"), Activity("o", "Elsa.SetOutput", ("outputName", Literal("N")), ("outputValue", Script("getN()")))), Variable("N", "Int32")));
        var workflow = bed.Host.Definitions.FindPublished("main")!;
        var runner = bed.Host.Services.GetRequiredService<BurstRunner>();
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(async () => await runner.RunAsync(
            new BurstRequest
            {
                Workflow = workflow,
                Stimulus = new StartStimulus($"i{number}") { Input = new Dictionary<string, object?>(StringComparer.Ordinal) { ["N"] = number } },
                Services = bed.Host.Services,
            },
            CancellationToken.None))));

        Assert.Equal(Enumerable.Range(0, 64).Select(number => (number * 2) + 1), results.Select(result => Convert.ToInt32(result.Main!.State.Output["N"], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task FinishedInstance_KeepsASmallState()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Sequence("s", [.. Enumerable.Range(0, 200).Select(number => Line($"l{number}"))]));

        Assert.Single(instance.State.ActivityExecutionContexts);
        Assert.InRange(instance.StateJson.Length, 200, 1500);
        Assert.Equal(202, instance.Executions.Count);
    }

    [Fact]
    public async Task Delay_ExposesWhenItIsDue()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Of("main", Activity("d", "Elsa.Delay", ("timeSpan", Literal("02:00:00", "TimeSpan")))));
        var result = await bed.Host.Services.GetRequiredService<BurstRunner>().RunAsync(
            new BurstRequest
            {
                Workflow = bed.Host.Definitions.FindPublished("main")!,
                Stimulus = new StartStimulus("i"),
                Services = bed.Host.Services,
                Clock = bed.Host.Clock,
            },
            CancellationToken.None);

        var created = Assert.Single(result.Main!.BookmarksCreated);
        Assert.Equal(bed.Host.Clock.GetUtcNow().AddHours(2), created.ResumeAt);
        Assert.Equal("Elsa.Delay", created.ActivityType);
    }

    [Fact]
    public async Task CancelledBurst_Throws_AndYieldsNothing()
    {
        await using var bed = new EngineTestBed();
        bed.Publish(Of("main", Sequence("s", Line("a"))));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bed.Host.StartAsync("main", cancellationToken: cancelled.Token));
    }

    private sealed class CountingIds : IIdGenerator
    {
        private int next;

        public string NewId() => $"id{next++}";
    }
}
