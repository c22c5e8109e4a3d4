using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Simulation;

/// <summary>The versions of a definition that can be simulated, the newest first.</summary>
public sealed class SimulationVersions(SendDbContext db)
{
    /// <summary>Not found when there is none.</summary>
    public async Task<Result<IReadOnlyList<SimulationVersion>>> ReadAsync(string definitionId, CancellationToken ct)
    {
        var rows = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definitionId).OrderByDescending(row => row.DefinitionVersion)
            .Select(row => new SimulationVersion(row.DefinitionVersion, row.Name ?? row.DefinitionId, row.IsPublished, row.PublishedAt == null)).ToListAsync(ct);
        return rows.Count > 0 ? rows : new Error("definition.not-found", $"There is no workflow definition '{definitionId}'.", Kind: ErrorKind.NotFound);
    }
}

/// <summary>One version.</summary>
public sealed record SimulationVersion(int Number, string Name, bool IsPublished, bool IsDraft);
