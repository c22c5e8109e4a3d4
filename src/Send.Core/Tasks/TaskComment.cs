namespace Send.Core.Tasks;

/// <summary>A remark of a colleague on a task.</summary>
public sealed class TaskComment
{
    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public Guid CaseId { get; init; }

    public Guid? AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Plain text, up to 4,000 characters.</summary>
    public required string Text { get; init; }
}
