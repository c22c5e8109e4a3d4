using Send.Core.Data;

namespace Send.Persistence.Time;

/// <summary>How far the training clock is ahead of the real one: one row, in training mode only. It never gets smaller.</summary>
public sealed class ClockOffset : IVersioned
{
    /// <summary>Id of the one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>In units of 100 ns (<see cref="TimeSpan.Ticks"/>).</summary>
    public long Ticks { get; set; }

    public long Version { get; set; }
}
