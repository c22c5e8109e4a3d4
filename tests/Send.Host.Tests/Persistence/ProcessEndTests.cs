using Microsoft.EntityFrameworkCore;
using Send.Core.Deadlines;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Tasks;
using Send.Engine;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

public sealed class SqliteProcessEndTests() : ProcessEndTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlProcessEndTests() : ProcessEndTests(DatabaseKind.PostgreSql);

/// <summary>Cancelling and deleting take everything of a process away, also against a burst that runs at the same moment.</summary>
public abstract class ProcessEndTests(DatabaseKind kind)
{
    [Fact]
    public async Task Cancel_TakesTasksDeadlinesAndBookmarksAway()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoBranches);
        var opened = await host.OpenCaseAsync("two-branches");
        var left = await host.OpenTaskAsync(opened.Id, "left");
        await host.InScopeAsync(async db =>
        {
            db.Deadlines.AddRange(Deadline(opened.Id, "left", left), Deadline(opened.Id, "later", taskId: null));
            await db.SaveChangesAsync();
        });

        Assert.True((await host.StimulateAsync(new CancelProcess(opened.WorkflowInstanceId!.Value, "moved abroad"))).IsSuccess);

        Assert.All(await host.TasksAsync(opened.Id), task => Assert.Equal(TaskState.Cancelled, task.State));
        Assert.Equal("cases 1, tasks 2, open 0, instances 1, bookmarks 0, journal 1, outbox 0, audit 2", await host.CountsAsync());
        var deadlines = await host.InScopeAsync(db => db.Deadlines.AsNoTracking().Include(row => row.Reminders).ToListAsync());
        Assert.All(deadlines, row => Assert.Equal((DeadlineState.Cancelled, true), (row.State, row.Reminders.Single().Dropped)));
        var instance = await host.InScopeAsync(db => db.Set<StoredInstance>().AsNoTracking().SingleAsync());
        Assert.Equal(WorkflowSubStatus.Cancelled, instance.SubStatus);
    }

    [Fact]
    public async Task Cancel_Parent_CancelsItsChildToo()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.Child);
        await host.PublishAsync(TestDefinitions.Parent);
        var opened = await host.OpenCaseAsync("parent");
        Assert.Equal(["child-task"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));

        Assert.True((await host.StimulateAsync(new CancelProcess(opened.WorkflowInstanceId!.Value, "stop"))).IsSuccess);

        var states = await host.InScopeAsync(db => db.Set<StoredInstance>().AsNoTracking().Select(row => row.SubStatus).ToListAsync());
        Assert.Equal([WorkflowSubStatus.Cancelled, WorkflowSubStatus.Cancelled], states);
        Assert.Equal(TaskState.Cancelled, Assert.Single(await host.TasksAsync(opened.Id)).State);
    }

    [Fact]
    public async Task Complete_LastTaskOfAChild_ResumesTheParentInTheSameStep()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.Child);
        await host.PublishAsync(TestDefinitions.Parent);
        var opened = await host.OpenCaseAsync("parent");

        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "child-task"))).IsSuccess);

        Assert.Equal(["parent-task", "child-task"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "parent-task"))).IsSuccess);
        Assert.All(
            await host.InScopeAsync(db => db.Set<StoredInstance>().AsNoTracking().Select(row => row.SubStatus).ToListAsync()),
            status => Assert.Equal(WorkflowSubStatus.Finished, status));
    }

    [Fact]
    public async Task Delete_WhileABurstRuns_StaysDeleted()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        var first = await host.OpenTaskAsync(opened.Id, "first");
        var id = opened.WorkflowInstanceId!.Value.ToString("D");
        var tries = 0;

        var result = await host.Runner.RunAsync<bool>(
            async (step, ct) =>
            {
                var task = await step.Data.Tasks.SingleAsync(row => row.Id == first, ct);
                if (!task.IsOpen)
                {
                    return new Error("task.closed", "Gone.", Kind: ErrorKind.Conflict);
                }

                task.Complete("done", "{}", byId: null, "tester", host.Clock.GetUtcNow());
                step.Add(new TaskCompleted(task.WorkflowInstanceId, task.Id));
                step.AfterStimuli(async _ =>
                {
                    // The burst has run in memory; now somebody else deletes the instance before it is written.
                    if (++tries == 1)
                    {
                        Assert.True((await host.StimulateAsync(new DeleteProcess([id]))).IsSuccess);
                    }
                });
                return true;
            },
            CancellationToken.None);

        Assert.Equal("task.closed", result.Errors[0].Code);
        Assert.Equal("cases 1, tasks 1, open 0, instances 0, bookmarks 0, journal 0, outbox 0, audit 1", await host.CountsAsync());
    }

    [Fact]
    public async Task Complete_TaskOfADeadProcess_IsRefused()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.InScopeAsync(db => db.Set<StoredInstance>().ExecuteDeleteAsync());

        var result = await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "first"));

        Assert.Equal("process.not-waiting", result.Errors[0].Code);
        Assert.True((await host.TasksAsync(opened.Id)).Single().IsOpen);
    }

    private static Deadline Deadline(Guid caseId, string code, Guid? taskId)
    {
        var deadline = new Deadline { Id = Guid.NewGuid(), CaseId = caseId, Code = code, TaskId = taskId, Due = new DateOnly(2027, 6, 1) };
        deadline.Reminders.Add(new Reminder { Id = Guid.NewGuid(), DeadlineId = deadline.Id, Kind = "due", On = deadline.Due });
        return deadline;
    }
}
