using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Send.Core.Cases;
using Send.Core.Tasks;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

/// <summary>The demonstration data: whole, plausible, and the same when the seeding was killed on the way.</summary>
public sealed class DemonstrationTests
{
    private static readonly Dictionary<string, string?> Demonstration = new(StringComparer.Ordinal) { ["Training:DemonstrationData"] = "true" };

    [Fact]
    public async Task Seeding_CutOffThreeTimes_EndsWholeWithoutDuplicates()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, CancellationToken.None);
        foreach (var saves in new[] { 20, 90, 250 })
        {
            await using var cut = new ApiHost(database, Demonstration, ownsDatabase: false, new CutOff(saves));
            Assert.ThrowsAny<Exception>(() => cut.Services);
        }

        await using var host = new ApiHost(database, Demonstration, ownsDatabase: false);

        var cases = await host.InScopeAsync(db => db.Cases.AsNoTracking().ToListAsync());
        Assert.Equal(14, cases.Count);
        Assert.Equal(cases.Count, cases.Select(row => row.ParticipantId).Distinct().Count());
        Assert.Contains(cases, row => row.Status == CaseStatus.Closed);
        Assert.Contains(cases, row => row.Status == CaseStatus.Abroad);
        Assert.Contains(cases, row => row.Status == CaseStatus.Withdrawn);
        Assert.True(cases.Select(row => row.Stage).Distinct().Count() >= 8, string.Join(", ", cases.Select(row => row.Stage)));
        Assert.Equal(16, await host.InScopeAsync(db => db.Participants.CountAsync()));
        Assert.True(await host.InScopeAsync(db => db.Organisations.Select(row => row.Country).Distinct().CountAsync()) >= 6);
        var tasks = await host.InScopeAsync(db => db.Tasks.AsNoTracking().ToListAsync());
        Assert.Equal(tasks.Count, tasks.Select(task => (task.WorkflowInstanceId, task.ActivityInstanceId, task.FormId)).Distinct().Count());
        Assert.All(cases.Where(row => !row.IsEnded), row => Assert.Contains(tasks, task => task.CaseId == row.Id && task.IsOpen));
        Assert.Contains(tasks, task => task.State == TaskState.Waiting);
        var mails = await host.InScopeAsync(db => db.Mails.Select(mail => mail.Key).ToListAsync());
        Assert.Equal(mails.Count, mails.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(await host.InScopeAsync(db => db.Facts.Where(row => row.Section == "needs").Select(row => row.Data).ToListAsync()), data => data.Contains("Third year of the pastry course; two afternoons", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seeding_AtTheNextStart_ChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, CancellationToken.None);
        int before;
        await using (var first = new ApiHost(database, Demonstration, ownsDatabase: false))
        {
            before = await first.InScopeAsync(db => db.Operations.CountAsync());
        }

        await using var second = new ApiHost(database, Demonstration, ownsDatabase: false);

        Assert.True(before > 100);
        Assert.Equal(before, await second.InScopeAsync(db => db.Operations.CountAsync()));
    }

    /// <summary>Lets so many saves pass and then nothing that the database is asked, as in a process that has died.</summary>
    private sealed class CutOff(int saves) : SaveChangesInterceptor, IDbCommandInterceptor
    {
        private int left = saves;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref left) >= 0 ? ValueTask.FromResult(result) : throw Dead();

        public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Alive(result);

        public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Alive(result);

        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Alive(result));

        public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Alive(result));

        private static InvalidOperationException Dead() => new("The process died here.");

        private T Alive<T>(T result) => Volatile.Read(ref left) >= 0 ? result : throw Dead();
    }
}
