using Microsoft.EntityFrameworkCore;

namespace Send.Persistence.PostgreSql;

/// <summary>The database in a PostgreSQL database.</summary>
public sealed class PostgreSqlSendDbContext(DbContextOptions<PostgreSqlSendDbContext> options) : SendDbContext(options);
