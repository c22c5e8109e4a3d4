using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>Deadlines by due date.</summary>
public sealed record DeadlineListQuery
{
    public Guid? Case { get; init; }

    public DeadlineState? State { get; init; }

    public StaffRole? Queue { get; init; }

    public DateOnly? DueBefore { get; init; }

    public DateOnly? DueAfter { get; init; }

    public PageRequest Page { get; init; } = new();
}

/// <summary>Moves a planned deadline by hand: to a day (<see cref="Due"/>), which pins it, or to another offset from its anchor. <see cref="Pinned"/> false hands it back to
/// its anchor. The task that meets it and the reminders follow.</summary>
public sealed record PatchDeadline(Guid Id, DateOnly? Due, int? OffsetDays, bool? Pinned, string? Reason, long Revision, Guid? OperationId = null);
