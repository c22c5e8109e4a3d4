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
}
