using Npgsql;
using Send.TestKit.Processes;

namespace Send.TestKit.Databases;

/// <summary>
/// A private PostgreSQL cluster on a random port of 127.0.0.1, removed with the process that started it. Tests share one, with
/// durability off, started when the first asks for it; measurements start one that keeps its promises. It uses the installed server's programs, as the user
/// <c>postgres</c> where the tests run as root (the server refuses to run as root).
/// </summary>
public sealed class PostgresServer
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresServer? shared;

    private readonly int port;
    private readonly Lifeline lifeline;
    private int databases;

    private PostgresServer(int port, Lifeline lifeline)
    {
        this.port = port;
        this.lifeline = lifeline;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => this.lifeline.Dispose();
    }

    /// <summary>The server of this test process. Skips the test (or fails it, with SEND_REQUIRE_POSTGRES=1) where none is installed.</summary>
    public static async Task<PostgresServer> SharedAsync(CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            return shared ??= await StartAsync(durable: false, ct);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Starts a server of its own. <paramref name="durable"/>: a commit waits for the disk, as in production.</summary>
    public static async Task<PostgresServer> StartAsync(bool durable, CancellationToken ct)
    {
        var programs = FindPrograms() ?? throw Requirement.Missing("PostgreSQL", "SEND_REQUIRE_POSTGRES");
        var folder = Directory.CreateTempSubdirectory("send-postgres-").FullName;
        if (Environment.UserName == "root")
        {
            await Command.RunAsync("chown", ["postgres", folder], ct);
        }

        var data = Path.Combine(folder, "data");
        var initdb = Path.Combine(programs, "initdb");
        await RunAsOwnerAsync([initdb, "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"], ct);
        for (var attempt = 1; ; attempt++)
        {
            var port = Loopback.FreePort();
            try
            {
                await StartServerAsync(programs, data, port, durable, ct);
                return new PostgresServer(port, StopAtExit(programs, data, folder));
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody took the port between asking and listening.
            }
        }
    }

    /// <summary>Makes an empty database of its own; disposing it drops it.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync(CancellationToken ct)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0", ct);
        return new PostgresDatabase(this, name, ConnectionString(name));
    }

    internal async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only variable part is a name made above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Include Error Detail=true;Maximum Pool Size=30";

    private static Task<string> StartServerAsync(string programs, string data, int port, bool durable, CancellationToken ct)
    {
        var durability = durable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off ";
        var settings = $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c max_connections=200 "
            + durability + "-c shared_buffers=64MB";
        return RunAsOwnerAsync(
            [Path.Combine(programs, "pg_ctl"), "start", "-w", "-D", data, "-l", Path.Combine(data, "server.log"), "-o", settings], ct);
    }

    private static Lifeline StopAtExit(string programs, string data, string folder) =>
        Environment.UserName == "root"
            ? Lifeline.Tie("cd /; runuser -u postgres -- \"$1\" stop -m immediate -D \"$2\"; rm -rf \"$3\"", Path.Combine(programs, "pg_ctl"), data, folder)
            : Lifeline.Tie("\"$1\" stop -m immediate -D \"$2\"; rm -rf \"$3\"", Path.Combine(programs, "pg_ctl"), data, folder);

    /// <summary>pg_ctl leaves the server with our output pipes, so that waiting for their end would never return: they go nowhere.</summary>
    private static Task<string> RunAsOwnerAsync(string[] command, CancellationToken ct)
    {
        const string Quiet = "cd /; exec \"$@\" >\"$(dirname \"$0\")/setup.log\" 2>&1";
        var folder = Path.GetDirectoryName(command[Array.IndexOf(command, "-D") + 1]);
        string[] shell = ["bash", "-c", Quiet, Path.Combine(folder!, "setup"), .. command];
        return Environment.UserName == "root"
            ? Command.RunAsync("runuser", ["-u", "postgres", "--", .. shell], ct)
            : Command.RunAsync(shell[0], shell[1..], ct);
    }

    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return candidates.Concat(onPath).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
    }
}
