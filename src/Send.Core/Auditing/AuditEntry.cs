namespace Send.Core.Auditing;

/// <summary>One line of a case's history, never changed after it was written. <see cref="Kind"/> is a stable code such as `task.completed`;
/// <see cref="Data"/> holds its facts as JSON, so that a page can say it in the reader's language.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? TaskId { get; init; }

    /// <summary>What the line is about when it is no case: a workflow's definition id.</summary>
    public string? Subject { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Kind { get; init; }

    public string? Data { get; init; }
}
