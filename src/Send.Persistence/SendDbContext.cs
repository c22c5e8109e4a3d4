using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Data;
using Send.Persistence.Accounts;
using Send.Persistence.Columns;

namespace Send.Persistence;

/// <summary>The one database: the domain's tables, the engine's store, the accounts and the key ring. A subclass per provider carries its migrations (ADR-0002).</summary>
public abstract class SendDbContext(DbContextOptions options) : SendData(options), IDataProtectionKeyContext
{
    /// <summary>The host's services; null at design time.</summary>
    internal IServiceProvider? Application { get; } = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    /// <summary>Null at design time, where nothing is read or written.</summary>
    internal ColumnProtection? Protection => Application?.GetService<ColumnProtection>();

    /// <summary>The key ring of Data Protection, shared by all hosts of this database.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Accounts of staff.</summary>
    public DbSet<SendUser> Users => Set<SendUser>();

    /// <inheritdoc />
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var rows = Prepare();
        var entered = Enter();
        int written;
        try
        {
            written = base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            Leave(entered);
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        Announce(rows);
        return written;
    }

    /// <inheritdoc />
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = Prepare();
        var entered = await EnterAsync(cancellationToken);
        int written;
        try
        {
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Leave(entered);
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        Announce(rows);
        return written;
    }

    /// <summary>Waits for this host's turn to write, where writers take turns. True when this call has to be matched by <see cref="Leave"/>.</summary>
    internal virtual bool Enter() => false;

    /// <inheritdoc cref="Enter" />
    internal virtual Task<bool> EnterAsync(CancellationToken ct) => Task.FromResult(false);

    /// <summary>Ends the turn.</summary>
    internal virtual void Leave(bool entered)
    {
    }

    /// <summary>Called before <see cref="Enter"/> when something will be encrypted.</summary>
    internal virtual void BeforeSecrets()
    {
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

        // Names, not numbers: a row can be read by a person, and a value put in the middle of an enum changes no row.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SendDbContext).Assembly);
        AccountTables.Configure(modelBuilder);
        modelBuilder.Entity<DataProtectionKey>().ToTable("DataProtectionKeys");
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }

            foreach (var property in entity.GetProperties().Where(p => p.FindAnnotation(EncryptedColumns.Annotation) is not null))
            {
                property.SetValueConverter(Protection?.Converter);
            }
        }
    }

    private SavedRows Prepare()
    {
        var rows = SavedRows.Prepare(ChangeTracker);
        ChangeTracker.AutoDetectChangesEnabled = false;
        if (rows.HasSecrets)
        {
            BeforeSecrets();
        }

        return rows;
    }

    private void Announce(SavedRows rows)
    {
        // Inside a transaction of the caller nothing is committed yet; the sweeps find what is not announced.
        if (Application is not null && Database.CurrentTransaction is null)
        {
            foreach (var observer in Application.GetServices<ICommitObserver>())
            {
                observer.Committed(rows.Changes);
            }
        }
    }
}
