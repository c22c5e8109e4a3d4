namespace Send.Core.Data;

/// <summary>The answer to a write that a client named by an `operationId`: a repeat of the request gets the first answer, also after a restart.</summary>
public sealed class Operation
{
    /// <summary>Minted by the client.</summary>
    public Guid Id { get; init; }

    /// <summary>SHA-256 of what was asked (route and body); the same id with another request is refused with `operation.reused`.</summary>
    public required string RequestHash { get; init; }

    public Guid? ActorId { get; init; }

    public int Status { get; init; }

    /// <summary>JSON of the answer.</summary>
    public required string Response { get; init; }

    public DateTimeOffset At { get; init; }
}
