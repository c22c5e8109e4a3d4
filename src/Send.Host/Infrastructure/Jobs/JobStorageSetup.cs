using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Send.Persistence;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Where Hangfire keeps its jobs: with the database where that is a server, in memory beside a SQLite file (the rows of ours are the truth, ADR-0003).</summary>
internal static class JobStorageSetup
{
    public static void UseSendStorage(this IGlobalConfiguration jobs, DatabaseProvider provider, string? connectionString)
    {
        jobs.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                jobs.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(connectionString), new PostgreSqlStorageOptions
                {
                    InvisibilityTimeout = TimeSpan.FromMinutes(2),
                    UseSlidingInvisibilityTimeout = true,
                    QueuePollInterval = TimeSpan.FromSeconds(1),

                    // Locks are held for moments; one that is older belongs to a host that died.
                    DistributedLockTimeout = TimeSpan.FromSeconds(30),
                });
                break;
            case DatabaseProvider.SqlServer:
                jobs.UseSqlServerStorage(connectionString, new SqlServerStorageOptions
                {
                    SlidingInvisibilityTimeout = TimeSpan.FromMinutes(2),
                    QueuePollInterval = TimeSpan.Zero,
                    UseRecommendedIsolationLevel = true,
                    DisableGlobalLocks = true,
                });
                break;
            default:
                jobs.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
                break;
        }
    }
}
