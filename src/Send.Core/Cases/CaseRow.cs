using Send.Core.Staff;

namespace Send.Core.Cases;

/// <summary>A case as lists show it.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Programme { get; init; }

    public required Guid ParticipantId { get; init; }

    public required string ParticipantName { get; init; }

    public required CaseStatus Status { get; init; }

    public required CaseStage Stage { get; init; }

    public required string Country { get; init; }

    public string? City { get; init; }

    public required DateOnly Departure { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public required DateOnly Return { get; init; }

    public StaffRef? Owner { get; init; }

    public string? HostName { get; init; }

    public bool LateEntry { get; init; }

    /// <summary>Tasks that are not done yet.</summary>
    public int OpenTasks { get; init; }

    /// <summary>Open tasks past their due date.</summary>
    public int OverdueTasks { get; init; }

    /// <summary>The earliest due date of an open task.</summary>
    public DateOnly? NextDue { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public long Revision { get; init; }
}
