using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Time;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Reminders fall due when their day begins at the office.</summary>
public sealed class ReminderWork(IServiceScopeFactory scopes, TimeProvider clock) : IDueWork
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById(OfficeDay.Zone);

    /// <inheritdoc />
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderSweepHandler>().HandleAsync(ct);
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.Today();
        var day = await scope.ServiceProvider.GetRequiredService<SendData>().Reminders
            .Where(row => !row.Dropped && row.QueuedAt == null).MinAsync(row => (DateOnly?)row.On, ct);

        // One that is still there on its day was put off; it is looked at again the next morning.
        return day is null ? null : StartOf(day > today ? day.Value : today.AddDays(1));
    }

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Office.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
