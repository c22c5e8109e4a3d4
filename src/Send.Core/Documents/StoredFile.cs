namespace Send.Core.Documents;

/// <summary>Bytes of a file, once per content, 20 MiB at most.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Content { get; init; }

    public long Length { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
