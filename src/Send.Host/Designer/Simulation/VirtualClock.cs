namespace Send.Host.Designer.Simulation;

/// <summary>The time of one simulation. It stands still except that each look moves it a millisecond on: ids that are made from the time then rise in the order in which they
/// were made, so that the same simulation has the same order twice.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <summary>The time without moving it.</summary>
    public DateTimeOffset Now => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>Moves it forward; an earlier instant leaves it where it is.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant.UtcTicks > Interlocked.Read(ref ticks))
        {
            Interlocked.Exchange(ref ticks, instant.UtcTicks);
        }
    }

    /// <summary>Back to the beginning, for another run.</summary>
    public void Reset(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);
}
