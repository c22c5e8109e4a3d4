using System.Net;
using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

/// <summary>The inbox with 100,000 tasks: each is seen once, in order, whatever the page.</summary>
public sealed class InboxTests
{
    private const int Many = 100_000;

    [Fact]
    public async Task Inbox_WithManyTasks_PagesThroughAllOnceInOrder()
    {
        await using var host = await ApiHost.StartAsync(DatabaseKind.Sqlite);
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = Guid.Parse(await client.OpenCaseAsync());
        await FillAsync(host, caseId, Many - 1);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        string? after = null;
        do
        {
            var page = (await client.GetAsync("/api/tasks?view=available&page[size]=200" + (after is null ? "" : "&page[after]=" + after))).Expect(HttpStatusCode.OK).Body;
            foreach (var row in page["items"]!.AsArray())
            {
                var due = (string?)row!["due"] ?? "9999";
                Assert.True(string.CompareOrdinal(due, last) >= 0, $"{due} after {last}");
                Assert.True(seen.Add((string)row["id"]!));
                last = due;
            }

            after = (string?)page["next"];
        }
        while (after is not null);

        Assert.Equal(Many, seen.Count);
        Assert.Equal("9999", last);
        var counts = (await client.GetAsync("/api/tasks/counts")).Body;
        Assert.Equal((1000, 0), ((int)counts["available"]!, (int)counts["mine"]!));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Inbox_Views_ShowWhatTheyPromise(DatabaseKind kind)
    {
        await using var host = await ApiHost.StartAsync(kind);
        var coordinator = await ApiClient.AsAsync(host, "coordinator");
        var analyst = await ApiClient.AsAsync(host, "analyst");
        var first = await coordinator.OpenCaseAsync();
        var second = await coordinator.OpenCaseAsync();
        (await coordinator.CompleteAsync(first, "eligibility-check")).Expect(HttpStatusCode.OK);
        var needs = await analyst.TaskAsync(first, "needs-analysis");
        var eligibility = await coordinator.TaskAsync(second, "eligibility-check");
        (await coordinator.PostAsync($"/api/tasks/{eligibility["id"]}/claim", new { })).Expect(HttpStatusCode.OK);
        (await coordinator.PostAsync($"/api/tasks/{eligibility["id"]}/wait", new { waitingFor = "The school", followUp = "2099-01-01" })).Expect(HttpStatusCode.OK);
        (await coordinator.PostAsync($"/api/tasks/{needs["id"]}/due", new { due = "2020-01-01" })).Expect(HttpStatusCode.OK);

        Assert.Equal([(string?)needs["id"]], await IdsAsync(analyst, "view=available"));
        Assert.Equal([(string?)needs["id"]], await IdsAsync(analyst, "view=overdue"));
        Assert.Empty(await IdsAsync(analyst, "view=mine"));
        Assert.Equal([(string?)eligibility["id"]], await IdsAsync(coordinator, "view=mine"));
        Assert.Equal([(string?)eligibility["id"]], await IdsAsync(coordinator, "view=waiting"));
        Assert.Single(await IdsAsync(coordinator, "view=done"));
        Assert.Single(await IdsAsync(coordinator, "view=done&sort=done"));
        Assert.Equal(3, (await IdsAsync(coordinator, "view=all")).Count);
        Assert.Equal(2, (await IdsAsync(coordinator, "view=all&open=true")).Count);
        Assert.Equal([(string?)needs["id"]], await IdsAsync(coordinator, "view=all&queue=needsAnalyst&due-before=2021-01-01&stage=needs&programme=IVT"));
        Assert.Equal(2, (await IdsAsync(coordinator, $"view=all&case={first}")).Count);
        Assert.Equal([(string?)needs["id"]], await IdsAsync(coordinator, "view=all&text=ANALYSE"));
        Assert.Equal(3, (await IdsAsync(coordinator, "view=all&text=" + Uri.EscapeDataString("HORVÁTH"))).Count);
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(ApiClient client, string query) =>
        [.. (await client.GetAsync("/api/tasks?" + query)).Expect(HttpStatusCode.OK).Body["items"]!.AsArray().Select(row => (string?)row!["id"])];

    /// <summary>Copies of the case's one task with other ids and dates, past the domain: only how many there are matters here.</summary>
    private static async Task FillAsync(ApiHost host, Guid caseId, int count)
    {
        var columns = await host.InScopeAsync(db => db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Tasks')").ToListAsync());
        var values = columns.Select(column => column switch
        {
            "Id" => "printf('%08X-0000-7000-8000-%012X', n, n)",
            "ActivityInstanceId" => "'copy-' || n",
            "Due" => "CASE WHEN n % 10 = 0 THEN NULL ELSE date('2027-01-01', (n * 7919 % 900) || ' days') END",
            "DueOrder" => "CASE WHEN n % 10 = 0 THEN '9999-12-31' ELSE date('2027-01-01', (n * 7919 % 900) || ' days') END",
            _ => $"\"{column}\"",
        });
        var sql = $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) "
            + $"INSERT INTO Tasks ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM numbers, (SELECT * FROM Tasks WHERE CaseId = '{caseId.ToString().ToUpperInvariant()}' LIMIT 1)";
        Assert.Equal(count, await host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
    }
}
