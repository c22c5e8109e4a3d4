namespace Send.Host.Infrastructure.Jobs;

/// <summary>When a failed item is tried again.</summary>
internal static class OutboxSchedule
{
    /// <summary>Attempts before an item is given up.</summary>
    public const int Attempts = 8;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>Pause after the attempt of that number, from 1.</summary>
    public static TimeSpan PauseAfter(int attempt) => Pauses[Math.Clamp(attempt, 1, Pauses.Length) - 1];
}
