using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Send.Core.Data;
using Send.Persistence.Columns;
using Send.Persistence.Workflows;

namespace Send.Persistence;

/// <summary>Wires the store into a host.</summary>
public static class PersistenceRegistration
{
    private const int MigrationAttempts = 6;

    /// <summary>PostgreSQL's codes for a table, column or object that is there already, and for a row that is.</summary>
    private static readonly string[] MadeByAnother = ["42P07", "42701", "42710", "23505"];

    /// <summary>Adds <see cref="SendData"/> and <see cref="SendDbContext"/> (scoped, pooled) for `Database:Provider` and `ConnectionStrings:Send`, and Data Protection with its keys in
    /// that database. Without configuration: SQLite, `send.db` below `Data:Folder`.</summary>
    public static IServiceCollection AddSendPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var name = configuration["Database:Provider"] is { Length: > 0 } given ? given : nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new InvalidOperationException($"Database:Provider is '{name}'; it can be {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }

        var folder = DataFolder.From(configuration);
        var connection = configuration.GetConnectionString("Send");
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider == DatabaseProvider.Sqlite
                ? $"Data Source={folder.Combine("send.db")}"
                : throw new InvalidOperationException($"Database:Provider is {provider}: ConnectionStrings:Send must say where it is.");
        }

        var dialect = DatabaseDialect.For(provider);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton(dialect);
        services.AddSingleton<ColumnProtection>();
        services.AddDataProtection().SetApplicationName("Send.Workflows").PersistKeysToDbContext<SendDbContext>();
        dialect.Register(services, connection);
        services.AddWorkflowStore();
        return services;
    }

    /// <summary>Brings the database to the latest migration (hosts that start together take turns) and has the first encryption key made. Before anything else runs.</summary>
    public static async Task PrepareSendDatabaseAsync(this IServiceProvider services, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<SendDbContext>().Database.MigrateAsync(ct);
                break;
            }
            catch (DbException fault) when (attempt < MigrationAttempts && MadeByAnother.Contains(fault.SqlState, StringComparer.Ordinal))
            {
                // On an empty PostgreSQL the table that hosts lock to take turns is not there yet, and each begins; a migration is one transaction, and who comes second finds it done the next time.
                await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), TimeProvider.System, ct);
            }
        }

        services.GetRequiredService<ColumnProtection>().Warm();
    }

    internal static void AddSendContext<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : SendDbContext
    {
        services.AddDbContextPool<TContext>((provider, options) =>
        {
            configure(provider, options);
            options.ReplaceService<IModelCacheKeyFactory, ProtectedModelKey>();
            options.AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>());
        });
        services.AddScoped<SendDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddScoped<SendData>(provider => provider.GetRequiredService<TContext>());
    }
}
