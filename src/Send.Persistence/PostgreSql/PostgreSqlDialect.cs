using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Send.Persistence.PostgreSql;

internal sealed class PostgreSqlDialect : DatabaseDialect
{
    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    internal override void Register(IServiceCollection services, string connectionString) =>
        services.AddSendContext<PostgreSqlSendDbContext>((_, options) => Configure(options, connectionString));

    protected override bool IsLockConflict(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    };

    protected override bool IsBrokenKey(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation,
    };
}
