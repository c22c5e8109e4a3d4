namespace Send.Core.Mail;

/// <summary>A mail to one person, written in the transaction of the step that wants it and sent from the outbox. <see cref="Key"/> is unique.</summary>
public sealed class MailMessage
{
    public Guid Id { get; init; }

    /// <summary>What makes it the same mail: `reminder/{deadline}/{kind}`, `task/{task}/…`.</summary>
    public required string Key { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? TaskId { get; init; }

    public required string Template { get; init; }

    public required string ToAddress { get; init; }

    public required string ToName { get; init; }

    public string Language { get; init; } = "en";

    public required string Subject { get; init; }

    public required string TextBody { get; init; }

    public required string HtmlBody { get; init; }

    public MailState State { get; set; } = MailState.Queued;

    public int Attempts { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}
