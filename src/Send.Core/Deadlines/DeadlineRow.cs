using Send.Core.Forms;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>A planned date of a case with its reminders.</summary>
public sealed record DeadlineRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseCode { get; init; }

    public required string ParticipantName { get; init; }

    public required string Code { get; init; }

    public required int Occurrence { get; init; }

    /// <summary>The title of the form of that name, else the code.</summary>
    public required LocalText Title { get; init; }

    public Guid? TaskId { get; init; }

    public required DeadlineAnchor Anchor { get; init; }

    public required int OffsetDays { get; init; }

    public required bool WorkingDays { get; init; }

    public required DateOnly Due { get; init; }

    public required bool Hard { get; init; }

    public required bool Pinned { get; init; }

    public required StaffRole Queue { get; init; }

    public required DeadlineState State { get; init; }

    public required IReadOnlyList<ReminderRow> Reminders { get; init; }

    public required long Revision { get; init; }
}

/// <summary>A reminder of a deadline: queued, dropped, or still ahead on its day.</summary>
public sealed record ReminderRow(string Kind, DateOnly On, DateTimeOffset? QueuedAt, bool Dropped);
