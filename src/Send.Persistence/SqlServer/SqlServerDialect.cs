using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Send.Persistence.SqlServer;

internal sealed class SqlServerDialect : DatabaseDialect
{
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;
    private const int LockTimeout = 1222;
    private const int BrokenReference = 547;
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKey = 2627;

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseSqlServer(connectionString);

    internal override void Register(IServiceCollection services, string connectionString) =>
        services.AddSendContext<SqlServerSendDbContext>((_, options) => Configure(options, connectionString));

    protected override bool IsLockConflict(DbException exception) => exception is SqlException { Number: Deadlock or SnapshotConflict or LockTimeout };

    protected override bool IsBrokenKey(DbException exception) => exception is SqlException { Number: BrokenReference or DuplicateKeyInIndex or DuplicateKey };
}
