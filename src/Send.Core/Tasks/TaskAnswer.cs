using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>What a task looks like after a change of it.</summary>
public sealed record TaskAnswer(Guid Id, TaskState State, StaffRef? Assignee, DateOnly? Due, DateOnly? FollowUp, string? WaitingFor, long Revision);

/// <summary>What completing a task moved: the case's stage and status before and after, the tasks that this opened, and whether the case ended.</summary>
public sealed record TaskCompletion
{
    public required Guid TaskId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Outcome { get; init; }

    public required CaseStage StageBefore { get; init; }

    public required CaseStage Stage { get; init; }

    public required CaseStatus StatusBefore { get; init; }

    public required CaseStatus Status { get; init; }

    public bool CaseEnded { get; init; }

    public required IReadOnlyList<OpenedTask> Opened { get; init; }

    public long Revision { get; init; }
}

/// <summary>A task that a step opened. <paramref name="Yours"/>: the person who caused it may work on it next.</summary>
public sealed record OpenedTask(Guid Id, string FormId, LocalText Title, StaffRole Queue, DateOnly? Due, bool Yours);
