using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Persistence.PostgreSql;
using Send.Persistence.Sqlite;
using Send.Persistence.SqlServer;

namespace Send.Persistence;

/// <summary>Everything in which the databases differ; the rest of the code knows one database.</summary>
public abstract class DatabaseDialect
{
    /// <summary>Which one it is.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>True for a write that failed because somebody else wrote at the same moment, so that running it again on fresh data may succeed.</summary>
    public bool IsRace(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbException e => IsLockConflict(e) || IsBrokenKey(e),
        { InnerException: { } inner } => IsRace(inner),
        _ => false,
    };

    /// <summary>True when a unique index or a foreign key refused a row: somebody else added the same, or removed what it belongs to. Or it is a mistake of the writer.</summary>
    public bool IsBrokenKey(Exception exception) => exception switch
    {
        DbException e => IsBrokenKey(e),
        { InnerException: { } inner } => IsBrokenKey(inner),
        _ => false,
    };

    internal static DatabaseDialect For(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDialect(),
        DatabaseProvider.PostgreSql => new PostgreSqlDialect(),
        DatabaseProvider.SqlServer => new SqlServerDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such database."),
    };

    /// <summary>Registers the context of this provider and what only it needs.</summary>
    internal abstract void Register(IServiceCollection services, string connectionString);

    /// <summary>A deadlock, a serialisation failure, a lock that was not given in time.</summary>
    protected abstract bool IsLockConflict(DbException exception);

    /// <summary>A primary key, unique index or foreign key refused the row.</summary>
    protected abstract bool IsBrokenKey(DbException exception);
}
