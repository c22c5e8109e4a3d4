using Send.Engine;
using Send.Engine.State;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>A row of the list of instances.</summary>
internal sealed record InstanceSummary
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public required int Version { get; init; }

    public required WorkflowStatus Status { get; init; }

    public required WorkflowSubStatus SubStatus { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>The instance's own name, or the code of the case that it belongs to.</summary>
    public string? Name { get; init; }

    public required int IncidentCount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>One instance with its state.</summary>
internal sealed record InstanceModel
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public required int Version { get; init; }

    public string? ParentWorkflowInstanceId { get; init; }

    public required WorkflowState WorkflowState { get; init; }

    public required WorkflowStatus Status { get; init; }

    public required WorkflowSubStatus SubStatus { get; init; }

    public bool IsExecuting { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public required int IncidentCount { get; init; }

    public required bool IsSystem { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public static InstanceModel Of(StoredInstance row, string? name) => new()
    {
        Id = row.Id,
        DefinitionId = row.DefinitionId,
        DefinitionVersionId = row.DefinitionVersionId,
        Version = row.DefinitionVersion,
        ParentWorkflowInstanceId = row.ParentId,
        WorkflowState = WorkflowStateSerializer.Deserialize(row.State),
        Status = row.Status,
        SubStatus = row.SubStatus,
        CorrelationId = row.CorrelationId,
        Name = name,
        IncidentCount = row.IncidentCount,
        IsSystem = row.IsSystem,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        FinishedAt = row.FinishedAt,
    };
}

/// <summary>A page of a list.</summary>
internal sealed record PagedItems<T>(IReadOnlyList<T> Items, long TotalCount);
