using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Send.Benchmarks;

/// <summary>Plain connections for the floor, with the durability that the product uses.</summary>
internal static class Connections
{
    public static async Task<DbConnection> SqliteAsync(string connectionString, CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    public static async Task<DbConnection> PostgreSqlAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
