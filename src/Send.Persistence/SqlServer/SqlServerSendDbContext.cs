using Microsoft.EntityFrameworkCore;

namespace Send.Persistence.SqlServer;

/// <summary>The database in a SQL Server database.</summary>
public sealed class SqlServerSendDbContext(DbContextOptions<SqlServerSendDbContext> options) : SendDbContext(options);
