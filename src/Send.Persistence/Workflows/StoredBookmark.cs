namespace Send.Persistence.Workflows;

/// <summary>A place where an instance waits, copied out of its state so that it is found without reading the state: by name and hash, or by the instant it is due.</summary>
public sealed class StoredBookmark
{
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The instance's, so that an event of a case needs no join.</summary>
    public string? CorrelationId { get; set; }

    public required string Name { get; init; }

    /// <summary>Of name and stimulus, <see cref="Send.Engine.Execution.BookmarkHasher"/>.</summary>
    public required string Hash { get; init; }

    public required string ActivityType { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityInstanceId { get; init; }

    /// <summary>For timers: not before.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The stimulus as JSON.</summary>
    public string? Payload { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A row known only by its id, enough to delete it.</summary>
    internal static StoredBookmark Key(string id) =>
        new() { Id = id, InstanceId = "", Name = "", Hash = "", ActivityType = "", ActivityId = "", ActivityInstanceId = "" };
}
