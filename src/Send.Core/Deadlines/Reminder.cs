namespace Send.Core.Deadlines;

/// <summary>One mail to be sent about a deadline. (DeadlineId, Kind) is unique, so that each reminder is created once.</summary>
public sealed class Reminder
{
    public Guid Id { get; init; }

    public Guid DeadlineId { get; init; }

    /// <summary>`before-7`, `due`, `after-3`, `escalate-2`.</summary>
    public required string Kind { get; init; }

    public DateOnly On { get; set; }

    /// <summary>When the sweep queued its mail; null while it lies ahead.</summary>
    public DateTimeOffset? QueuedAt { get; set; }

    /// <summary>No mail will be sent: the deadline was met or cancelled, or the day had passed when it was planned.</summary>
    public bool Dropped { get; set; }
}
