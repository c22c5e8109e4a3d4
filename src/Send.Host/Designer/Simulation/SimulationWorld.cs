using Microsoft.Data.Sqlite;
using Send.Host.Infrastructure.Jobs;
using Send.Persistence;

namespace Send.Host.Designer.Simulation;

/// <summary>A world of its own: a private database in memory, the services that work on it, its clock. What is done in it touches nothing else, and it is gone when disposed.</summary>
internal sealed class SimulationWorld : IAsyncDisposable
{
    private readonly SqliteConnection database;
    private readonly SqliteConnection beginning;
    private readonly ServiceProvider services;
    private DateTimeOffset begins;

    private SimulationWorld(SqliteConnection database, SqliteConnection beginning, ServiceProvider services, VirtualClock clock, SimulationLog log) =>
        (this.database, this.beginning, this.services, Clock, Log) = (database, beginning, services, clock, log);

    public VirtualClock Clock { get; }

    public SimulationLog Log { get; }

    /// <summary>An empty world at that instant.</summary>
    public static async Task<SimulationWorld> CreateAsync(ScratchTemplate template, DateTimeOffset now, CancellationToken ct)
    {
        // A name shared within the process lets each step open a connection of its own, as on a file; the one kept open keeps the database.
        var name = $"Data Source=simulation-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        var database = new SqliteConnection(name);
        var beginning = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync(ct);
        await beginning.OpenAsync(ct);
        await template.CopyEmptyAsync(database, ct);
        var clock = new VirtualClock(now);
        var log = new SimulationLog();
        return new(database, beginning, template.Services(name, clock, log), clock, log);
    }

    /// <summary>Remembers the world as it is now, for <see cref="Rewind"/>.</summary>
    public void Remember()
    {
        begins = Clock.Now;
        database.BackupDatabase(beginning);
    }

    /// <summary>Back to what was remembered.</summary>
    public void Rewind()
    {
        beginning.BackupDatabase(database);
        Clock.Reset(begins);
        Log.Clear();
    }

    /// <summary>Does what is due at the world's time, and what that leads to.</summary>
    public Task SettleAsync(CancellationToken ct) => services.GetRequiredService<DueWork>().RunAsync(ct);

    /// <summary>When the next reminder falls due.</summary>
    public async Task<DateTimeOffset?> NextReminderAsync(CancellationToken ct)
    {
        DateTimeOffset? next = null;
        foreach (var work in services.GetServices<IDueWork>())
        {
            next = await work.NextDueAsync(Clock.Now, ct) is { } due && (next is null || due < next) ? due : next;
        }

        return next;
    }

    /// <summary>Uses a service in a scope of its own.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads or writes the database in a scope of its own.</summary>
    public Task<T> DataAsync<T>(Func<SendDbContext, Task<T>> use) => UseAsync(use);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearPool(database);
        await beginning.DisposeAsync();
        await database.DisposeAsync();
    }
}
