using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Host.Tests.Api;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>A simulation leaves the real database as it was, row by row, and nothing leaves the house.</summary>
public sealed class SimulationWritesNothingTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Simulate_WholeCase_ChangesNoRowOfAnyTable(DatabaseKind kind)
    {
        await using var host = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.PostAsync("/api/cases", Scenario.OpenCase());
        await UntilQuietAsync(host);
        var before = await host.InScopeAsync(ReadAsync);

        var result = (await client.PostAsync("/api/simulations", new JsonObject { ["definitionId"] = "initial-vocational-training" })).Expect(HttpStatusCode.OK).Body;
        var after = await host.InScopeAsync(ReadAsync);

        Assert.NotEmpty(result["mails"]!.AsArray());
        Assert.True(before.Count > 20, "The tables were not found.");
        Assert.NotEqual("0", before["Cases"].Split('/')[0]);
        Assert.Equal(before, after);
    }

    /// <summary>The case's own mail is out.</summary>
    private static async Task UntilQuietAsync(ApiHost host)
    {
        for (var tries = 0; tries < 200 && await host.InScopeAsync(db => db.Outbox.AnyAsync(item => item.DoneAt == null && item.DeadAt == null)); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Rows and hash of every table.</summary>
    private static async Task<SortedDictionary<string, string>> ReadAsync(Send.Persistence.SendDbContext db)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await db.Database.OpenConnectionAsync();
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            found[table] = await HashAsync(db.Database.GetDbConnection(), table);
        }

        return found;
    }

    private static async Task<string> HashAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is one of the model's tables
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) switch
            {
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            })));
        }

        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count}/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }
}
