using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Tasks;
using Send.Engine;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

public sealed class SqliteProcessRunnerTests() : ProcessRunnerTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlProcessRunnerTests() : ProcessRunnerTests(DatabaseKind.PostgreSql);

public abstract class ProcessRunnerTests(DatabaseKind kind)
{
    [Fact]
    public async Task Start_OpensTasksAndWritesEverythingTogether()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoBranches);

        var opened = await host.OpenCaseAsync("two-branches");

        Assert.Equal(["left", "right"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
        Assert.Equal("cases 1, tasks 2, open 2, instances 1, bookmarks 2, journal 1, outbox 0, audit 0", await host.CountsAsync());
    }

    [Fact]
    public async Task Complete_LastTask_FinishesTheInstance()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");

        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "first"))).IsSuccess);
        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "second"))).IsSuccess);

        var instance = await host.InScopeAsync(db => db.Set<StoredInstance>().AsNoTracking().SingleAsync());
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (instance.Status, instance.SubStatus));
        Assert.Equal("cases 1, tasks 2, open 0, instances 1, bookmarks 0, journal 3, outbox 0, audit 0", await host.CountsAsync());
    }

    [Fact]
    public async Task Complete_BothBranchesAtTheSameMoment_BothCount()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoBranches);
        var cases = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            cases.Add((await host.OpenCaseAsync("two-branches")).Id);
        }

        var open = (await Task.WhenAll(cases.Select(id => host.TasksAsync(id)))).SelectMany(tasks => tasks).Select(task => task.Id);
        var results = await Task.WhenAll(open.Select(id => Task.Run(() => host.CompleteAsync(id))));

        Assert.All(results, result => Assert.True(result.IsSuccess));
        foreach (var id in cases)
        {
            var tasks = await host.TasksAsync(id);
            Assert.Equal(["after", "left", "right"], tasks.Select(task => task.FormId));
            Assert.Equal([TaskState.Ready, TaskState.Done, TaskState.Done], tasks.Select(task => task.State));
        }
    }

    [Fact]
    public async Task Complete_ManyTimesAtTheSameMoment_CountsOnce()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        var first = await host.OpenTaskAsync(opened.Id, "first");

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => host.CompleteAsync(first))));

        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal("task.closed", result.Errors[0].Code));
        Assert.Equal(["second", "first"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
    }

    [Fact]
    public async Task Resume_OneBookmarkManyTimes_RunsTheNextStepOnce()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        var bookmark = await host.InScopeAsync(db => db.Set<StoredBookmark>().AsNoTracking().SingleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            Task.Run(() => host.StimulateAsync(new ResumeBookmark(bookmark.InstanceId, bookmark.Id)))));

        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.Single(await host.TasksAsync(opened.Id), task => task.FormId == "second");
    }

    [Fact]
    public async Task Run_Refused_WritesNothing()
    {
        await using var host = await StoreHost.StartAsync(kind);

        var result = await host.Runner.RunAsync<bool>(
            async (step, _) =>
            {
                await host.AddCaseAsync(step.Data);
                step.Add(new StartProcess("nowhere", Guid.NewGuid(), "x", new Dictionary<string, object?>(StringComparer.Ordinal)));
                return true;
            },
            CancellationToken.None);

        Assert.Equal("process.definition", result.Errors[0].Code);
        Assert.Equal("cases 0, tasks 0, open 0, instances 0, bookmarks 0, journal 0, outbox 0, audit 0", await host.CountsAsync());
    }

    [Fact]
    public async Task Run_ReadAnOldVersion_RunsAgainOnTheNewOne()
    {
        await using var host = await StoreHost.StartAsync(kind);
        var opened = await host.InScopeAsync(async db =>
        {
            var added = await host.AddCaseAsync(db);
            await db.SaveChangesAsync();
            return added;
        });
        var tries = 0;

        var result = await host.Runner.RunAsync<string>(
            async (step, ct) =>
            {
                var row = await step.Data.Cases.SingleAsync(ct);
                row.DestinationCity += "+mine";
                if (++tries == 1)
                {
                    await host.InScopeAsync(async db =>
                    {
                        (await db.Cases.SingleAsync()).DestinationCity = "theirs";
                        await db.SaveChangesAsync();
                    });
                }

                return row.DestinationCity;
            },
            CancellationToken.None);

        Assert.Equal((2, "theirs+mine"), (tries, result.Value));
        Assert.Equal(3, await host.InScopeAsync(db => db.Cases.Where(row => row.Id == opened.Id).Select(row => row.Version).SingleAsync()));
    }

    [Fact]
    public async Task Run_AlwaysOvertaken_IsRefusedAsBusy()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.InScopeAsync(async db =>
        {
            await host.AddCaseAsync(db);
            await db.SaveChangesAsync();
        });

        var result = await host.Runner.RunAsync<bool>(
            async (step, ct) =>
            {
                (await step.Data.Cases.SingleAsync(ct)).DestinationCity = "mine";
                await host.InScopeAsync(async db =>
                {
                    (await db.Cases.SingleAsync()).DestinationCity += "x";
                    await db.SaveChangesAsync();
                });
                return true;
            },
            CancellationToken.None);

        Assert.Equal(("process.busy", ErrorKind.Conflict), (result.Errors[0].Code, result.Errors[0].Kind));
    }
}
