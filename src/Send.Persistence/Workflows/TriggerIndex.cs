using Microsoft.EntityFrameworkCore;

namespace Send.Persistence.Workflows;

/// <summary>Keeps the rows that say what starts a definition in step with its published version; in the transaction of the publication.</summary>
public sealed class TriggerIndex(SendDbContext db)
{
    /// <summary>The published version is this one now.</summary>
    internal async Task ReplaceAsync(StoredDefinition published, CancellationToken ct)
    {
        await RemoveAsync(published.DefinitionId, ct);
    }

    /// <summary>Nothing starts the definition by itself any more.</summary>
    internal async Task RemoveAsync(string definitionId, CancellationToken ct) =>
        db.RemoveRange(await db.Set<StoredTrigger>().Where(row => row.DefinitionId == definitionId).ToListAsync(ct));
}
