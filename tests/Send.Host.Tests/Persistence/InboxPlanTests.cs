using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

/// <summary>A page of the inbox is read along an index, without sorting, however many tasks there are.</summary>
public sealed class InboxPlanTests
{
    private static readonly Actor Officer = new(Guid.Parse("0192b000-0000-7000-8000-000000000001"), "Officer", "en", [StaffRole.LogisticsOfficer]);
    private static readonly Actor Coordinator = new(Guid.Parse("0192b000-0000-7000-8000-000000000002"), "Coordinator", "en", [StaffRole.Coordinator]);

    [Theory]
    [InlineData(InboxView.Mine, InboxSort.Due)]
    [InlineData(InboxView.Available, InboxSort.Due)]
    [InlineData(InboxView.Overdue, InboxSort.Due)]
    [InlineData(InboxView.Waiting, InboxSort.Due)]
    [InlineData(InboxView.Done, InboxSort.Done)]
    [InlineData(InboxView.All, InboxSort.Due)]
    public async Task Page_IsReadAlongAnIndexWithoutSorting(InboxView view, InboxSort sort)
    {
        var plans = new PlanRecorder();
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite, plans);
        foreach (var actor in new[] { Officer, Coordinator })
        {
            plans.Clear();
            await PageAsync(host, view, sort, actor, after: null);
            await PageAsync(host, view, sort, actor, new Cursor(sort == InboxSort.Done ? "2027-05-01T00:00:00.0000000+00:00" : "2027-05-01", Guid.NewGuid()).Encode());

            Assert.NotEmpty(plans.Pages);
            Assert.All(plans.Pages, plan =>
            {
                Assert.Contains("INDEX IX_Tasks_", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("SCAN t\n", plan + "\n", StringComparison.Ordinal); // `SCAN t0` is the page that was cut out, 50 rows
                Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plan, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Page_OfAHundredThousandTasks_FollowsOnWithoutRepeat()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        var opened = await host.InScopeAsync(async db =>
        {
            db.Staff.AddRange(Member(Officer), Member(Coordinator));
            var added = await host.AddCaseAsync(db);
            await db.SaveChangesAsync();
            return added.Id;
        });
        await host.InScopeAsync(db => FillAsync(db, opened, 100_000));

        foreach (var view in new[] { InboxView.Mine, InboxView.Available, InboxView.Overdue, InboxView.Waiting })
        {
            var first = await PageAsync(host, view, InboxSort.Due, Officer, after: null);
            var second = await PageAsync(host, view, InboxSort.Due, Officer, first.Next);

            Assert.Equal((50, 50), (first.Items.Count, second.Items.Count));
            Assert.Empty(first.Items.Select(row => row.Id).Intersect(second.Items.Select(row => row.Id)));
            Assert.True(first.Items[^1].Due <= second.Items[0].Due);
        }
    }

    private static Task<Page<InboxRow>> PageAsync(StoreHost host, InboxView view, InboxSort sort, Actor actor, string? after) => host.InScopeAsync(async db =>
    {
        var handler = new InboxHandler(db, new NoTitles(), host.Clock);
        var result = await handler.HandleAsync(new InboxQuery { View = view, Sort = sort, Page = new PageRequest(50, after) }, actor, CancellationToken.None);
        Assert.True(result.IsSuccess);
        return result.Value;
    });

    private static StaffMember Member(Actor actor) => new() { Id = actor.Id, DisplayName = actor.Name, Email = actor.Name + "@send.example" };

    /// <summary>Nine tenths are done; the rest is spread over roles, people and dates.</summary>
    private static Task<int> FillAsync(SendDbContext db, Guid caseId, int count) => db.Database.ExecuteSqlRawAsync(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {1})
        INSERT INTO Tasks (Id, CaseId, FormId, Stage, Role, AssigneeId, State, Due, DueOrder, HardGate, Outcomes, WorkflowInstanceId, ActivityInstanceId, OpenedAt, DoneAt, Version, IsOpen)
        SELECT printf('0192B000-0000-7000-9000-%012X', i), {0}, 'travel', 'Preparation', CASE i % 3 WHEN 0 THEN 'Tutor' ELSE 'LogisticsOfficer' END,
          CASE WHEN i % 20 = 10 THEN {2} END,
          CASE WHEN i % 10 <> 0 THEN 'Done' WHEN i % 100 = 10 THEN 'Waiting' WHEN i % 20 = 10 THEN 'Claimed' ELSE 'Ready' END,
          date('2027-01-01', (i % 300) || ' days'), date('2027-01-01', (i % 300) || ' days'), 0, 'done', {0}, CAST(i AS TEXT), '2027-01-01 00:00:00',
          CASE WHEN i % 10 <> 0 THEN '2027-01-02 00:00:00' END, 1, i % 10 = 0 FROM n
        """,
        caseId.ToString().ToUpperInvariant(),
        count,
        Officer.Id.ToString().ToUpperInvariant());

    private sealed class NoTitles : ITaskTitles
    {
        public LocalText Of(string formId) => new(formId);

        public IReadOnlyList<string> Containing(string text) => [];
    }

    /// <summary>Asks SQLite how it would run each page's query.</summary>
    private sealed class PlanRecorder : DbCommandInterceptor
    {
        private bool busy;

        public List<string> Pages { get; } = [];

        public void Clear() => Pages.Clear();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!busy && command.CommandText.Contains("FROM \"Tasks\"", StringComparison.Ordinal) && command.CommandText.Contains("JOIN \"Cases\"", StringComparison.Ordinal))
            {
                busy = true;
                Pages.Add(Explain(command));
                busy = false;
            }

            return ValueTask.FromResult(result);
        }

        private static string Explain(DbCommand command)
        {
            using var explain = command.Connection!.CreateCommand();
#pragma warning disable CA2100 // the query that is about to run
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }

            using var reader = explain.ExecuteReader();
            var lines = new List<string>();
            while (reader.Read())
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        }
    }
}
