using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Send.Persistence.Sqlite;

/// <summary>One file, write-ahead log, every commit on the disk before it returns (synchronous FULL).</summary>
internal sealed class SqliteDialect : DatabaseDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));

    internal override void Register(IServiceCollection services, string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { Length: > 0 } folder && builder.Mode != SqliteOpenMode.Memory)
        {
            Directory.CreateDirectory(folder);
        }

        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<SqliteConnectionSetup>();
        services.AddSendContext<SqliteSendDbContext>((provider, options) =>
        {
            Configure(options, builder.ConnectionString);
            options.AddInterceptors(provider.GetRequiredService<SqliteConnectionSetup>(), new SqliteTransactionGate(), new SqliteCommandGate());
        });
    }

    protected override bool IsLockConflict(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    protected override bool IsBrokenKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ConstraintForeignKey or ConstraintPrimaryKey or ConstraintUnique };
}
