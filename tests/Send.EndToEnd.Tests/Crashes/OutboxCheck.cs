using System.Data.Common;
using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Crashes;

/// <summary>Looks into the host's database for outbox rows that nobody finished.</summary>
internal static class OutboxCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until every row that is due is done; returns what is still there after a minute, or was given up.</summary>
    public static async Task<IReadOnlyList<string>> StuckRowsAsync(Func<DbConnection> connect, Office office, CancellationToken ct)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var now = await office.NowAsync(ct);
            var rows = await RowsAsync(connect, now, ct);
            if (rows.Count == 0 || TimeProvider.System.GetUtcNow() > until)
            {
                return rows;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, ct);
        }
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(Func<DbConnection> connect, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = connect();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT "Kind", "Key", "Attempts", "Error" FROM "Outbox"
            WHERE "DoneAt" IS NULL AND ("DeadAt" IS NOT NULL OR "DueAt" <= @now)
            """;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "now";
        parameter.Value = now.UtcDateTime;
        command.Parameters.Add(parameter);
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add($"{reader.GetValue(0)} {reader.GetValue(1)}: {reader.GetValue(2)} attempts, {reader.GetValue(3)}");
        }

        return rows;
    }
}
