using Send.Core.Data;

namespace Send.Persistence.Workflows;

/// <summary>What starts a published definition by itself: an event, or a timer. Replaced whenever another version is published.</summary>
public sealed class StoredTrigger : IVersioned
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public required string ActivityId { get; init; }

    public required string Name { get; init; }

    public required string Hash { get; init; }

    /// <summary>The stimulus as JSON.</summary>
    public string? Payload { get; init; }

    /// <summary>For timers: when it starts the next instance.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public long Version { get; set; }
}
