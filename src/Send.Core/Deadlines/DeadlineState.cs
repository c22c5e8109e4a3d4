namespace Send.Core.Deadlines;

/// <summary>Life of a deadline.</summary>
public enum DeadlineState
{
    Planned,
    Met,
    Missed,
    Cancelled,
    Paused,
}
