using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Elsa's activation strategies: whether another instance of a definition may start now.</summary>
internal static class ActivationRule
{
    /// <summary>Null when it may.</summary>
    public static async Task<Error?> RefuseAsync(WorkflowDefinition definition, string? correlationId, IQueryable<StoredInstance> instances, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var running = instances.Where(row => row.Status == WorkflowStatus.Running);
        var rivals = Name(definition.Options.ActivationStrategyType) switch
        {
            "SingletonStrategy" => running.Where(row => row.DefinitionId == definition.DefinitionId),
            "CorrelationStrategy" => running.Where(row => row.CorrelationId == correlationId),
            "CorrelatedSingletonStrategy" => running.Where(row => row.DefinitionId == definition.DefinitionId && row.CorrelationId == correlationId),
            _ => null,
        };
        return rivals is not null && await rivals.AnyAsync(ct)
            ? new Error("run.not-now", "Another instance is running, and this workflow's activation strategy allows one at a time.", Kind: ErrorKind.Conflict)
            : null;
    }

    /// <summary>`Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core` → `SingletonStrategy`.</summary>
    private static string? Name(string? type) => type?.Split(',')[0].Split('.')[^1];
}
