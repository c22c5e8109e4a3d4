namespace Send.Core.Data;

/// <summary>Something that all hosts of a database share and nobody reads: the key that signs API tokens (encrypted by Data Protection), the hash of the one-time setup code.</summary>
public sealed class StoredSecret
{
    /// <summary>`token-key`, `setup-code`.</summary>
    public required string Name { get; init; }

    public required string Value { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null when it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}
