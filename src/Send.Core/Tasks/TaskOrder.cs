using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>What an activity orders: a task with its form, for whom and by when.</summary>
public sealed record TaskOrder
{
    public required Guid CaseId { get; init; }

    /// <summary>Form of the task; also the code of the deadline that it meets.</summary>
    public required string FormId { get; init; }

    /// <summary>Replaces the form's title; null to use that.</summary>
    public string? Title { get; init; }

    /// <summary>Stage that the task belongs to; null for the case's present one.</summary>
    public CaseStage? Stage { get; init; }

    public required StaffRole Role { get; init; }

    /// <summary>Outcomes that are offered, the main one first; empty for those of the form.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Due date by rule; null to take the planned deadline of that name.</summary>
    public DueRule? Due { get; init; }

    /// <summary>The case does not go on past the due date without it.</summary>
    public bool HardGate { get; init; }

    public required Guid WorkflowInstanceId { get; init; }

    /// <summary>The activity execution that waits for it; unique within the instance and form, so an activity that opens several adds a number.</summary>
    public required string ActivityInstanceId { get; init; }
}

/// <summary>A submitted task, as the activity that ordered it reads it.</summary>
public sealed record SubmittedTask(Guid Id, Guid CaseId, string FormId, string Outcome, JsonObject Data, string DoneBy);
