using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Reference;
using Send.Host.Infrastructure.Hosting;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Infrastructure.Mail;
using Send.Core.Outbox;
using Send.Persistence;
using Send.Persistence.Columns;

namespace Send.Host.Designer.Simulation;

/// <summary>What all simulations of a host share and never change: the files that a coordinator may change, an empty database to copy, and keys that live as long as the process.</summary>
public sealed class ScratchTemplate(FormCatalog forms, MailTemplates mails, ReferenceData reference, IOptions<MailOptions> options) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly ReferenceData open = reference.WithEveryProgrammeOpen();
    private ColumnProtection? protection;
    private SqliteConnection? empty;

    /// <summary>Every table, no row. EF builds the schema once per host; each world gets a copy of it.</summary>
    internal async Task CopyEmptyAsync(SqliteConnection target, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            empty ??= await MakeAsync(ct);
            empty.BackupDatabase(target);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The services of a world: the host's own registrations on a database in memory, with a clock and a log of the world's own, and nothing that sends, renders or calls.</summary>
    internal ServiceProvider Services(string connectionString, VirtualClock clock, SimulationLog log)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Provider"] = nameof(DatabaseProvider.Sqlite), ["ConnectionStrings:Send"] = connectionString };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSendPersistence(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        // One protector for all worlds: EF keeps a model for each that it sees.
        services.AddSingleton<IDataProtectionProvider>(keys);
        services.AddSingleton(protection ??= new ColumnProtection(keys));
        services.AddSingleton(forms).AddSingleton(mails).AddSingleton(open).AddSingleton(options);
        services.AddSendProcesses();
        services.AddOptions<JobsOptions>();
        services.AddDueWork();
        services.AddSingleton<MailWriter>();
        services.AddOutboxExecutor<RecordingMailExecutor>(OutboxKinds.Mail);
        services.AddOutboxExecutor<RecordingDocumentExecutor>(OutboxKinds.Document);
        return services.BuildServiceProvider();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        empty?.Dispose();
        turn.Dispose();
    }

    private async Task<SqliteConnection> MakeAsync(CancellationToken ct)
    {
        var name = $"Data Source=simulation-template-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        var connection = new SqliteConnection(name);
        await connection.OpenAsync(ct);
        await using var services = Services(name, new VirtualClock(DateTimeOffset.UnixEpoch), new SimulationLog());
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendDbContext>().Database.EnsureCreatedAsync(ct);
        return connection;
    }
}
