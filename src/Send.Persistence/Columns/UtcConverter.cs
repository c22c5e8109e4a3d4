using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Send.Persistence.Columns;

/// <summary>Instants are kept as UTC date-times: SQLite cannot order a <see cref="DateTimeOffset"/>. Truncated to the microsecond, which is what PostgreSQL keeps, so that
/// a value read back equals the one written on every database.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => Truncate(value.UtcDateTime),
    value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)))
{
    private static DateTime Truncate(DateTime value) => new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
