using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>A task as a list shows it: what to do, for whom, where, until when. <see cref="Overdue"/> is judged on the office's day.</summary>
public sealed record InboxRow
{
    public required Guid Id { get; init; }

    public required string FormId { get; init; }

    public required LocalText Title { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseCode { get; init; }

    public required string ParticipantName { get; init; }

    public required string Programme { get; init; }

    public required string Country { get; init; }

    public string? City { get; init; }

    public required CaseStage Stage { get; init; }

    public required StaffRole Queue { get; init; }

    public required TaskState State { get; init; }

    public DateOnly? Due { get; init; }

    public bool Overdue { get; init; }

    public DateOnly? FollowUp { get; init; }

    public string? WaitingFor { get; init; }

    public StaffRef? Assignee { get; init; }

    public bool HardGate { get; init; }

    public string? Outcome { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public string? DoneByName { get; init; }

    public long Revision { get; init; }
}
