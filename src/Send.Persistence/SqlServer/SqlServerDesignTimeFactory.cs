using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Send.Persistence.SqlServer;

/// <summary>For `make migration`; connects to nothing.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSendDbContext>
{
    public SqlServerSendDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerSendDbContext>();
        SqlServerDialect.Configure(options, "Server=design");
        return new(options.Options);
    }
}
