using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Send.Persistence.PostgreSql;

internal sealed class PostgreSqlDialect : DatabaseDialect
{
    private const int PreparedStatements = 200;

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    internal override void Register(IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            // The same few hundred statements come again and again: planned once per connection. A pooler between us that cannot keep them: `Max Auto Prepare=0`.
            settings.MaxAutoPrepare = PreparedStatements;
        }

        services.AddSendContext<PostgreSqlSendDbContext>((_, options) => Configure(options, settings.ConnectionString));
    }

    protected override bool IsLockConflict(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    };

    protected override bool IsBrokenKey(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation,
    };
}
