using Send.Core.Data;
using Send.Engine;

namespace Send.Persistence.Workflows;

/// <summary>A workflow instance: its state as the engine left it after the last burst, and beside it what lists search and sort by. Written only by the process runner.</summary>
public sealed class StoredInstance : IVersioned
{
    /// <summary>A GUID in format D.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; set; }

    public int DefinitionVersion { get; set; }

    public string? ParentId { get; init; }

    /// <summary>The case's id (format D) for the processes of a case.</summary>
    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public int IncidentCount { get; set; }

    public bool IsSystem { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public long Version { get; set; }

    /// <summary>JSON of <see cref="Send.Engine.State.WorkflowState"/>. Lists leave it out.</summary>
    public required string State { get; set; }
}
