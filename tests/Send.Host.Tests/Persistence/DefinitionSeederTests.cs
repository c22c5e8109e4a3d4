using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;
using Send.TestKit.Processes;

namespace Send.Host.Tests.Persistence;

public sealed class DefinitionSeederTests : IDisposable
{
    private readonly TemporaryFolder folder = new("workflows");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Seed_ChangedFile_BecomesANewVersionWhileRunningInstancesKeepTheirs()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks);
        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks);
        var old = await host.OpenCaseAsync("two-tasks");

        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks.Replace("\"second\"", "\"another\"", StringComparison.Ordinal));
        var young = await host.OpenCaseAsync("two-tasks");
        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(old.Id, "first"))).IsSuccess);
        Assert.True((await host.CompleteAsync(await host.OpenTaskAsync(young.Id, "first"))).IsSuccess);

        Assert.Equal(["second", "first"], (await host.TasksAsync(old.Id)).Select(task => task.FormId));
        Assert.Equal(["another", "first"], (await host.TasksAsync(young.Id)).Select(task => task.FormId));
        Assert.Equal(["1 False False", "2 True True"], await VersionsAsync(host));
    }

    [Fact]
    public async Task Seed_KeepsWhatItDoesNotKnow()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks);

        var json = await host.InScopeAsync(db => db.Set<StoredDefinition>().Select(row => row.Json).SingleAsync());

        Assert.Contains("\"keptByUs\":{\"b\":1,\"a\":[2]}", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_ChangedInTheDesignerSince_IsReportedAndLeftAlone()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks);
        await host.PublishAsync(TestDefinitions.TwoTasks.Replace("\"second\"", "\"designed\"", StringComparison.Ordinal));

        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks.Replace("\"second\"", "\"filed\"", StringComparison.Ordinal));

        var problem = Assert.Single(host.Services.GetRequiredService<DefinitionFiles>().Problems);
        Assert.StartsWith("two-tasks.json: the workflow was changed in the designer since", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["1 False False", "2 True True"], await VersionsAsync(host));
    }

    [Theory]
    [InlineData("{ \"definitionId\": \"two-tasks\", ", "two-tasks.json: ")]
    [InlineData("""{ "definitionId": "other", "root": { "id": "a", "type": "Elsa.Sequence" } }""", "two-tasks.json: $.definitionId: is 'other'")]
    [InlineData("""{ "definitionId": "two-tasks", "root": { "id": "a", "type": "Send.Nothing" } }""", "has the type 'Send.Nothing', which this host does not know")]
    [InlineData("""{ "definitionId": "two-tasks", "root": { "id": "a", "type": "Elsa.Sequence", "activities": 5 } }""", "$.root.activities")]
    public async Task Seed_WrongFile_FailsAtTheFirstStartAndKeepsTheOldVersionLater(string text, string message)
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        var fault = await Assert.ThrowsAsync<DefinitionFilesException>(() => SeedAsync(host, "two-tasks", text));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Empty(await VersionsAsync(host));

        await SeedAsync(host, "two-tasks", TestDefinitions.TwoTasks);
        await SeedAsync(host, "two-tasks", text);

        Assert.Contains(message, Assert.Single(host.Services.GetRequiredService<DefinitionFiles>().Problems).Message, StringComparison.Ordinal);
        Assert.Equal(["1 True True"], await VersionsAsync(host));
    }

    [Fact]
    public async Task Seed_TwoHostsAtOnce_MakeOneVersion()
    {
        await using var first = await StoreHost.StartAsync(DatabaseKind.PostgreSql);
        await using var second = await StoreHost.StartAsync(first.Database, ownsDatabase: false);
        await File.WriteAllTextAsync(folder.Combine("two-tasks.json"), TestDefinitions.TwoTasks);

        await Task.WhenAll(new[] { first, second }.Select(host => Task.Run(() => host.Services.GetRequiredService<DefinitionSeeder>().SeedAsync(folder.Path, CancellationToken.None))));

        Assert.Equal(["1 True True"], await VersionsAsync(first));
    }

    private static Task<List<string>> VersionsAsync(StoreHost host) => host.InScopeAsync(async db =>
        (await db.Set<StoredDefinition>().AsNoTracking().OrderBy(row => row.DefinitionVersion).ToListAsync()).ConvertAll(row => $"{row.DefinitionVersion} {row.IsLatest} {row.IsPublished}"));

    private async Task SeedAsync(StoreHost host, string name, string json)
    {
        await File.WriteAllTextAsync(folder.Combine(name + ".json"), json);
        await host.Services.GetRequiredService<DefinitionSeeder>().SeedAsync(folder.Path, CancellationToken.None);
    }
}
