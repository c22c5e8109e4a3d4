using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Work that a person must do for a case: opened by an activity, shown in the inbox, completed with a form and an outcome, which resumes the workflow.
/// <see cref="Revision"/> rises with every change and is what clients send back.</summary>
public sealed class CaseTask : IVersioned
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Stable name of the work, `needs-analysis`; titles and help texts hang on the form of that name.</summary>
    public required string FormId { get; init; }

    /// <summary>Set by a coordinator in the designer instead of the form's own title; null to use the form's.</summary>
    public string? Title { get; init; }

    public CaseStage Stage { get; init; }

    /// <summary>The queue: who may claim it.</summary>
    public StaffRole Role { get; private set; }

    public Guid? AssigneeId { get; private set; }

    public TaskState State { get; private set; } = TaskState.Ready;

    public DateOnly? Due { get; private set; }

    /// <summary>True when the case must not go on past the due date without it (insurance, agreement, visa).</summary>
    public bool HardGate { get; init; }

    public DateOnly? FollowUp { get; private set; }

    /// <summary>For whom it waits and why, in words.</summary>
    public string? WaitingFor { get; private set; }

    /// <summary>Outcomes offered, in order, separated by a comma; stable names that the workflow's connections use.</summary>
    public required string Outcomes { get; init; }

    /// <summary>JSON object: what activities computed for this task (match ranking, checks), read only to the form.</summary>
    public string? Computed { get; set; }

    /// <summary>JSON object: saved draft, and after completion the submitted data.</summary>
    public string? Data { get; private set; }

    public string? Outcome { get; private set; }

    public Guid WorkflowInstanceId { get; init; }

    /// <summary>The engine's id of the activity execution that opened it; unique together with the instance.</summary>
    public required string ActivityInstanceId { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public Guid? DoneById { get; private set; }

    public string? DoneByName { get; private set; }

    public long Revision => Version;

    public long Version { get; set; }

    /// <summary>Somebody has still to work on it. A column too, kept in step with <see cref="State"/>, so that the inbox can be indexed and queried by it.</summary>
    public bool IsOpen
    {
        get => State is TaskState.Ready or TaskState.Claimed or TaskState.Waiting;
        private set => _ = value;
    }

    /// <summary><see cref="Due"/>, and the last day of the calendar where there is none: databases do not agree where null sorts. A column; lists sort and page by it.</summary>
    public DateOnly DueOrder
    {
        get => Due ?? DateOnly.MaxValue;
        private set => _ = value;
    }

    public IReadOnlyList<string> OutcomeList => Outcomes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Puts the task into a role's queue at opening.</summary>
    public CaseTask Queue(StaffRole role, DateOnly? due)
    {
        (Role, Due) = (role, due);
        return this;
    }

    public void Claim(Guid staffId) => (AssigneeId, State) = (staffId, State == TaskState.Waiting ? TaskState.Waiting : TaskState.Claimed);

    public void Release() => (AssigneeId, State, WaitingFor, FollowUp) = (null, TaskState.Ready, null, null);

    public void Wait(string waitingFor, DateOnly followUp) => (State, WaitingFor, FollowUp) = (TaskState.Waiting, waitingFor, followUp);

    /// <summary>Ends the waiting.</summary>
    public void Resume() => (State, WaitingFor, FollowUp) = (AssigneeId is null ? TaskState.Ready : TaskState.Claimed, null, null);

    public void MoveDue(DateOnly? due) => Due = due;

    public void SaveDraft(string data) => Data = data;

    public void Complete(string outcome, string data, Guid? byId, string byName, DateTimeOffset at) =>
        (State, Outcome, Data, DoneById, DoneByName, DoneAt) = (TaskState.Done, outcome, data, byId, byName, at);

    public void Cancel(DateTimeOffset at) => (State, DoneAt) = (TaskState.Cancelled, at);
}
