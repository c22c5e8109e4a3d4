using Microsoft.EntityFrameworkCore;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Host.Designer.Checks.Outline;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Checks;

/// <summary>The stored workflows as a check needs them: their names and which of them run which.</summary>
internal sealed class WorkflowShelf(IEnumerable<ShelvedWorkflow> workflows)
{
    private readonly Dictionary<string, ShelvedWorkflow> byId = workflows.ToDictionary(workflow => workflow.DefinitionId, StringComparer.Ordinal);

    public IReadOnlyCollection<ShelvedWorkflow> All => byId.Values;

    public ShelvedWorkflow? Find(string definitionId) => byId.GetValueOrDefault(definitionId);

    /// <summary>Reads all definitions: of each the published version, or the newest where none is.</summary>
    public static async Task<WorkflowShelf> ReadAsync(SendDbContext db, IActivityRegistry registry, CancellationToken ct)
    {
        var rows = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.IsPublished || row.IsLatest)
            .Select(row => new { row.DefinitionId, row.Name, row.IsPublished, row.Json }).ToListAsync(ct);
        return new(rows.GroupBy(row => row.DefinitionId, StringComparer.Ordinal).Select(group =>
        {
            var row = group.OrderByDescending(one => one.IsPublished).First();
            var outline = DefinitionOutline.Read(WorkflowDefinition.Parse(row.Json, row.DefinitionId), registry);
            return new ShelvedWorkflow(row.DefinitionId, row.Name, row.IsPublished, [.. WorkflowReferences.Of(outline).Select(one => one.DefinitionId).Distinct(StringComparer.Ordinal)]);
        }));
    }
}

/// <summary>A stored workflow. <paramref name="Runs"/> are the definition ids that it names as constants.</summary>
internal sealed record ShelvedWorkflow(string DefinitionId, string? Name, bool IsPublished, IReadOnlyList<string> Runs);
