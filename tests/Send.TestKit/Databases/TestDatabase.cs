using Microsoft.Data.Sqlite;
using Send.TestKit.Processes;

namespace Send.TestKit.Databases;

/// <summary>The databases that tests run on; the names are the values of <c>Database:Provider</c>.</summary>
public enum DatabaseKind
{
    /// <summary>A file of its own in a temporary folder.</summary>
    Sqlite,

    /// <summary>A database of its own on the private server.</summary>
    PostgreSql,
}

/// <summary>An empty database for one test or one test class, removed when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder? folder;
    private readonly PostgresDatabase? postgres;

    private TestDatabase(DatabaseKind kind, string connectionString, TemporaryFolder? folder, PostgresDatabase? postgres)
    {
        Kind = kind;
        ConnectionString = connectionString;
        this.folder = folder;
        this.postgres = postgres;
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Value for <c>ConnectionStrings:Send</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes one; PostgreSQL skips the test where it is not installed, see <see cref="PostgresServer.SharedAsync"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, CancellationToken ct)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = new TemporaryFolder("sqlite");
            return new TestDatabase(kind, $"Data Source={folder.Combine("send.db")}", folder, postgres: null);
        }

        var server = await PostgresServer.SharedAsync(ct);
        var database = await server.CreateDatabaseAsync(ct);
        return new TestDatabase(kind, database.ConnectionString, folder: null, database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (folder is not null)
        {
            await using (var pool = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(pool);
            }

            folder.Dispose();
        }
    }
}
