using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Designer.Versions;
using Send.Host.Tests.Jobs;
using Send.Host.Tests.Persistence;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;
using static Send.Host.Tests.Persistence.TestDefinitions;
using Tasks = System.Threading.Tasks.Task;

namespace Send.Host.Tests.Designer.Versions;

public sealed class SqliteMoveCasesTests() : MoveCasesTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlMoveCasesTests() : MoveCasesTests(DatabaseKind.PostgreSql);

/// <summary>Running cases go on with another version of their workflow, each in a transaction of its own.</summary>
public abstract class MoveCasesTests(DatabaseKind kind)
{
    private static readonly Actor Coordinator = new(Guid.CreateVersion7(), "Maria Neri", "en", [StaffRole.Coordinator]);

    private static string WithThird => Definition("two-tasks", Sequence("main", Task("first"), Task("between"), Task("second")));

    private static string WithoutFirst => Definition("two-tasks", Sequence("main", Task("other"), Task("second")));

    private static string WithNumber => Definition("two-tasks", Sequence("main", Task("first"), Task("second"))).Replace(
        "\"root\":", """ "variables": [{ "id": "limit", "name": "Limit", "typeName": "Int32", "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" }], "root":""", StringComparison.Ordinal);

    [Fact]
    public async Task Move_WaitingCase_KeepsItsTaskAndGoesOnWithTheNewVersion()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        var task = await host.OpenTaskAsync(opened.Id, "first");
        await host.PublishAsync(WithThird);

        Assert.True((await MoveAsync(host, opened)).IsSuccess);
        await host.RunOutboxAsync();

        Assert.Equal(task, await host.OpenTaskAsync(opened.Id, "first"));
        Assert.Equal(2, (await InstanceAsync(host, opened)).DefinitionVersion);
        Assert.True((await host.CompleteAsync(task)).IsSuccess);
        Assert.Equal(["between", "first"], (await host.TasksAsync(opened.Id)).Select(row => row.FormId));
    }

    [Fact]
    public async Task Move_Case_IsInItsHistory()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithThird);

        await MoveAsync(host, opened);
        await host.RunOutboxAsync();

        var line = Assert.Single(await HistoryAsync(host, opened));
        Assert.Equal(("case.moved", Coordinator.Name, Coordinator.Id), (line.Kind, line.ActorName, line.ActorId!.Value));
        Assert.Equal("""{"workflow":"two-tasks","version":1,"target":2}""", line.Data);
    }

    [Fact]
    public async Task Move_CaseThatWaitsWhereNothingIsThere_IsUntouched()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithoutFirst);
        var before = await InstanceAsync(host, opened);

        var batch = (await MoveAsync(host, opened)).Value;
        await host.RunOutboxAsync();

        var after = await InstanceAsync(host, opened);
        Assert.Equal((before.State, before.Version, before.DefinitionVersionId), (after.State, after.Version, after.DefinitionVersionId));
        var progress = await ProgressAsync(host, batch);
        Assert.Equal((0, 1, 0), (progress.Batch.Moved, progress.Batch.NotMoved, progress.Batch.Waiting));
        Assert.Equal(MoveOutcome.Refused, Assert.Single(progress.Results).Outcome);
        Assert.Equal("first", progress.Results[0].Lines[0].Subject);
        Assert.Equal("case.move-refused", Assert.Single(await HistoryAsync(host, opened)).Kind);
        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "first"))).IsSuccess);
    }

    [Fact]
    public async Task Check_TellsWhatChanges_AndChangesNothing()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithNumber);
        var before = await host.CountsAsync();

        var found = Assert.Single((await CheckAsync(host, opened)).Value);

        Assert.True(found is { IsPossible: true, NeedsConsent: true });
        Assert.Equal("Limit", Assert.Single(found.Lines).Subject);
        Assert.Equal(["first"], found.Instance.OpenForms);
        Assert.Equal(opened.Code, found.Instance.Code);
        Assert.Equal(before, await host.CountsAsync());
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("twelve", false)]
    public async Task Move_WithValueOfANewVariable_TakesItIfItFits(string value, bool fits)
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithNumber);

        var batch = (await MoveAsync(host, opened, new Dictionary<string, object?>(StringComparer.Ordinal) { ["Limit"] = value })).Value;
        await host.RunOutboxAsync();

        Assert.Equal(fits ? MoveOutcome.Moved : MoveOutcome.Refused, Assert.Single((await ProgressAsync(host, batch)).Results).Outcome);
        Assert.Equal(fits, (await InstanceAsync(host, opened)).State.Contains("\"limit\":12", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Move_WhileATaskIsCompleted_BothCount()
    {
        await using var host = await StartAsync(kind);
        var cases = new List<SendCase>();
        for (var i = 0; i < 12; i++)
        {
            cases.Add(await host.OpenCaseAsync("two-tasks"));
        }

        await host.PublishAsync(WithThird);
        var tasks = await Tasks.WhenAll(cases.Select(one => host.OpenTaskAsync(one.Id, "first")));
        await MoveAsync(host, [.. cases]);

        var moving = Tasks.Run(() => host.RunOutboxAsync());
        var completed = await Tasks.WhenAll(tasks.Select(id => Tasks.Run(() => host.CompleteAsync(id))));
        await moving;

        Assert.All(completed, result => Assert.True(result.IsSuccess));
        foreach (var one in cases)
        {
            // Completed first, the case waits at the second task; moved first, at the one between.
            var open = Assert.Single(await host.TasksAsync(one.Id), row => row.IsOpen).FormId;
            Assert.Contains(open, new[] { "between", "second" });
            Assert.Equal(2, (await InstanceAsync(host, one)).DefinitionVersion);
        }
    }

    [Fact]
    public async Task Stop_TakesBackWhatNobodyHasBegun()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithThird);
        var batch = (await MoveAsync(host, opened)).Value;

        var stopped = await InAsync(host, (MoveBatches batches) => batches.StopAsync("two-tasks", batch, Coordinator, CancellationToken.None));
        await host.RunOutboxAsync();

        Assert.Equal(1, stopped.Value);
        Assert.Equal(1, (await InstanceAsync(host, opened)).DefinitionVersion);
    }

    [Fact]
    public async Task Move_OfSubProcess_LeavesItsParentAlone()
    {
        await using var host = await StartAsync(kind);
        await host.PublishAsync(Child);
        await host.PublishAsync(Parent);
        var opened = await host.OpenCaseAsync("parent");
        await host.PublishAsync(Definition("child", Sequence("main", Task("child-task"), Task("child-more"))));

        var running = (await InAsync(host, (RunningInstances instances) => instances.PageAsync(new("child", null, null, new()), Coordinator, CancellationToken.None))).Value.Items;
        Assert.True(Assert.Single(running) is { IsPart: true } part && part.CaseId == opened.Id);
        await MoveAsync(host, "child", [running[0].InstanceId]);
        await host.RunOutboxAsync();

        await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "child-task"));
        await host.CompleteAsync(await host.OpenTaskAsync(opened.Id, "child-more"));
        Assert.NotEqual(Guid.Empty, await host.OpenTaskAsync(opened.Id, "parent-task"));
    }

    [Fact]
    public async Task Move_WhoMayNot_WritesNothing()
    {
        await using var host = await StartAsync(kind);
        var opened = await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithThird);
        var before = await host.CountsAsync();

        var refused = await MoveAsync(host, "two-tasks", [opened.WorkflowInstanceId!.Value.ToString("D")], actor: Coordinator with { Roles = [StaffRole.Tutor] });
        var draft = await MoveAsync(host, "two-tasks", [opened.WorkflowInstanceId!.Value.ToString("D")], version: "no-such-version");

        Assert.Equal("designer.run-forbidden", refused.Errors[0].Code);
        Assert.Equal("move.version", draft.Errors[0].Code);
        Assert.Equal(before, await host.CountsAsync());
    }

    [Fact]
    public async Task Versions_CountWhatRunsOnEach()
    {
        await using var host = await StartAsync(kind);
        await host.OpenCaseAsync("two-tasks");
        await host.OpenCaseAsync("two-tasks");
        await host.PublishAsync(WithThird);
        await host.OpenCaseAsync("two-tasks");

        var row = Assert.Single((await InAsync(host, (DefinitionVersions versions) => versions.ListAsync(Coordinator, CancellationToken.None))).Value);

        Assert.Equal([(2, 1, true), (1, 2, false)], row.Versions.Select(version => (version.Number, version.Running, version.IsPublished)));
        Assert.Equal([2], row.Targets.Select(version => version.Number));
        Assert.Null(row.Draft);
        var movable = await InAsync(host, (RunningInstances running) => running.PageAsync(new("two-tasks", null, "ščerba", new(1), row.Versions[0].Id), Coordinator, CancellationToken.None));
        Assert.Equal(1, Assert.Single(movable.Value.Items).Version);
        var rest = await InAsync(host, (RunningInstances running) => running.PageAsync(new("two-tasks", null, null, new(1, movable.Value.Next), row.Versions[0].Id), Coordinator, CancellationToken.None));
        Assert.NotEqual(movable.Value.Items[0].InstanceId, Assert.Single(rest.Value.Items).InstanceId);
        Assert.Null(rest.Value.Next);
    }

    private static async Task<StoreHost> StartAsync(DatabaseKind kind)
    {
        var host = await JobHost.StartAsync(kind, services => services.AddVersions());
        await host.PublishAsync(TwoTasks);
        return host;
    }

    private static Task<Result<Guid>> MoveAsync(StoreHost host, params SendCase[] cases) => MoveAsync(host, "two-tasks", [.. cases.Select(one => one.WorkflowInstanceId!.Value.ToString("D"))]);

    private static Task<Result<Guid>> MoveAsync(StoreHost host, SendCase one, IReadOnlyDictionary<string, object?> values) =>
        MoveAsync(host, "two-tasks", [one.WorkflowInstanceId!.Value.ToString("D")], values);

    private static async Task<Result<Guid>> MoveAsync(
        StoreHost host, string definition, IReadOnlyList<string> ids, IReadOnlyDictionary<string, object?>? values = null, Actor? actor = null, string? version = null)
    {
        var request = new MoveCases(definition, version ?? await NewestAsync(host, definition), ids, values ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return await InAsync(host, (MoveCasesHandler handler) => handler.HandleAsync(request, actor ?? Coordinator, CancellationToken.None));
    }

    private static async Task<Result<IReadOnlyList<MoveCheck>>> CheckAsync(StoreHost host, SendCase one)
    {
        var request = new CheckMoves(await NewestAsync(host, "two-tasks"), [one.WorkflowInstanceId!.Value.ToString("D")], new Dictionary<string, object?>(StringComparer.Ordinal));
        return await InAsync(host, (CheckMovesHandler handler) => handler.HandleAsync(request, Coordinator, CancellationToken.None));
    }

    private static Task<string> NewestAsync(StoreHost host, string definition) =>
        host.InScopeAsync(db => db.Set<StoredDefinition>().Where(row => row.DefinitionId == definition && row.IsLatest).Select(row => row.Id).SingleAsync());

    private static async Task<MoveProgress> ProgressAsync(StoreHost host, Guid batch) =>
        (await InAsync(host, (MoveBatches batches) => batches.FindAsync("two-tasks", batch, Coordinator, CancellationToken.None))).Value;

    private static Task<StoredInstance> InstanceAsync(StoreHost host, SendCase one)
    {
        var id = one.WorkflowInstanceId!.Value.ToString("D");
        return host.InScopeAsync(db => db.Set<StoredInstance>().AsNoTracking().SingleAsync(row => row.Id == id));
    }

    private static Task<List<AuditEntry>> HistoryAsync(StoreHost host, SendCase one) => host.InScopeAsync(db => db.Audit.AsNoTracking().Where(row => row.CaseId == one.Id).ToListAsync());

    private static async Task<TResult> InAsync<THandler, TResult>(StoreHost host, Func<THandler, Task<TResult>> use)
        where THandler : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
