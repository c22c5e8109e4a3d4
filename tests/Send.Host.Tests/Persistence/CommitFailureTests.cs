using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

public sealed class SqliteCommitFailureTests() : CommitFailureTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlCommitFailureTests() : CommitFailureTests(DatabaseKind.PostgreSql);

public abstract class CommitFailureTests(DatabaseKind kind)
{
    [Fact]
    public async Task Complete_FailsAtAnyWrite_LeavesEverythingAsItWas()
    {
        var failing = new FailingWrites();
        await using var host = await StoreHost.StartAsync(kind, failing);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        var first = await host.OpenTaskAsync(opened.Id, "first");
        var before = await host.CountsAsync();

        var writes = 0;
        while (true)
        {
            failing.FailAfter = writes;
            try
            {
                Assert.True((await host.CompleteAsync(first)).IsSuccess);
                break;
            }
            catch (Exception e) when (e is InvalidOperationException or DbUpdateException)
            {
                Assert.Equal(before, await host.CountsAsync());
                writes++;
            }
        }

        Assert.Equal(writes, failing.Failures);
        Assert.InRange(writes, 1, 100);
        Assert.Equal(["second", "first"], (await host.TasksAsync(opened.Id)).Select(task => task.FormId));
    }

    [Fact]
    public async Task Complete_FailsAtTheCommit_LeavesEverythingAsItWas()
    {
        var failing = new FailingWrites();
        await using var host = await StoreHost.StartAsync(kind, failing);
        await host.PublishAsync(TestDefinitions.TwoTasks);
        var opened = await host.OpenCaseAsync("two-tasks");
        var first = await host.OpenTaskAsync(opened.Id, "first");
        var before = await host.CountsAsync();

        failing.FailCommit = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.CompleteAsync(first));
        failing.FailCommit = false;

        Assert.Equal(before, await host.CountsAsync());
        Assert.True((await host.CompleteAsync(first)).IsSuccess);
    }
}
