namespace Send.Host.Infrastructure.Jobs;

/// <summary>How long an item is leased and when a failed one is tried again.</summary>
internal static class OutboxSchedule
{
    /// <summary>Attempts before an item is given up.</summary>
    public const int Attempts = 8;

    /// <summary>After a crash an item is taken up again when this has passed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>An executor is stopped this long before its lease ends, so that two never work on one item.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>Pause after the attempt of that number, from 1.</summary>
    public static TimeSpan PauseAfter(int attempt) => Pauses[Math.Clamp(attempt, 1, Pauses.Length) - 1];
}
