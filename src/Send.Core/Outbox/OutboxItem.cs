namespace Send.Core.Outbox;

/// <summary>Something to do outside the transaction that asked for it: send a mail, render a document, resume a timer, deliver an event, start another workflow.
/// Written with the step, executed after its commit, at least once; <see cref="Key"/> is unique and makes the effect happen once.</summary>
public sealed class OutboxItem
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON that the kind's executor understands; ids rather than copies. It may note there what came of it.</summary>
    public required string Payload { get; set; }

    public Guid? CaseId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Somebody works on it until then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Given up: an administrator can set it going again.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    public string? Error { get; set; }
}

/// <summary>Kinds of outbox items; each has one executor.</summary>
public static class OutboxKinds
{
    public const string Mail = "mail";
    public const string Document = "document";
    public const string Event = "event";
    public const string Dispatch = "dispatch";
    public const string Background = "background";
    public const string Move = "move";
}
