using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Send.Persistence.Sqlite;

/// <summary>For `make migration`; connects to nothing.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSendDbContext>
{
    public SqliteSendDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteSendDbContext>();
        SqliteDialect.Configure(options, "Data Source=design.db");
        return new(options.Options);
    }
}
