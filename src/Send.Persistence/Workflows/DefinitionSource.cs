using Microsoft.EntityFrameworkCore;
using Send.Engine.Definitions;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>The engine's view of the stored definitions, within one step. Which version is published is asked of the database each time, because another host may have
/// published; the version itself is compiled once per host.</summary>
internal sealed class DefinitionSource(SendDbContext db, CompiledDefinitions compiled, PublishedActivities activities) : IDefinitionSource
{
    public async ValueTask<CompiledWorkflow?> FindAsync(string definitionId, VersionOptions version, CancellationToken cancellationToken)
    {
        var rows = db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definitionId);
        rows = version switch
        {
            { Version: > 0 } => rows.Where(row => row.DefinitionVersion == version.Version),
            { IsPublished: true } => rows.Where(row => row.IsPublished),
            _ => rows.Where(row => row.IsLatest),
        };
        var id = await rows.Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null ? null : await FindByVersionIdAsync(id, cancellationToken);
    }

    public async ValueTask<CompiledWorkflow?> FindByVersionIdAsync(string definitionVersionId, CancellationToken cancellationToken)
    {
        if (compiled.Find(definitionVersionId) is { } known)
        {
            return known;
        }

        var row = await db.Set<StoredDefinition>().AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == definitionVersionId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        await activities.CurrentAsync(db, cancellationToken);
        return compiled.Get(row);
    }
}
