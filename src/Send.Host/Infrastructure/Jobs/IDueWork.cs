namespace Send.Host.Infrastructure.Jobs;

/// <summary>Work of a feature that falls due by the clock, such as reminders. A singleton; several hosts may run it at once.</summary>
public interface IDueWork
{
    /// <summary>Does what is due now; returns how many things were done, 0 when there was nothing to do.</summary>
    Task<int> RunDueAsync(CancellationToken ct);

    /// <summary>The next instant after <paramref name="now"/> at which something will be due; null when nothing is planned.</summary>
    Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken ct);
}
