using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>A planned date of a case: an anchor plus an offset, in calendar or working days, moved again when the anchor moves. Its reminders are rows of their own.</summary>
public sealed class Deadline : IVersioned
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Stable name of the step, `insurance`; unique within a case together with <see cref="Occurrence"/>.</summary>
    public required string Code { get; init; }

    public int Occurrence { get; init; } = 1;

    /// <summary>The task that meets it, once that is open.</summary>
    public Guid? TaskId { get; set; }

    public DeadlineAnchor Anchor { get; init; }

    public int OffsetDays { get; set; }

    /// <summary>The offset is not the plan's but somebody's choice: a stay that grows or shrinks does not change it.</summary>
    public bool OffsetByHand { get; set; }

    /// <summary>The offset counts working days of the responsible calendar.</summary>
    public bool WorkingDays { get; init; }

    public DateOnly Due { get; set; }

    /// <summary>A gate: the case does not go on without it.</summary>
    public bool Hard { get; init; }

    /// <summary>Set by hand: moving the anchor no longer moves it.</summary>
    public bool Pinned { get; set; }

    public StaffRole Role { get; init; }

    public DeadlineState State { get; set; } = DeadlineState.Planned;

    public List<Reminder> Reminders { get; } = [];

    public long Version { get; set; }
}
