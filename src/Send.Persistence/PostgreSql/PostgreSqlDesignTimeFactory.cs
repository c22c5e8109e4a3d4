using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Send.Persistence.PostgreSql;

/// <summary>For `make migration`; connects to nothing.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlSendDbContext>
{
    public PostgreSqlSendDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlSendDbContext>();
        PostgreSqlDialect.Configure(options, "Host=design");
        return new(options.Options);
    }
}
