using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Results;

namespace Send.Persistence.Workflows;

/// <summary>Keeps two people from overwriting each other's drafts. A person's own saves are never refused, however quickly they follow each other: they are not told of the
/// revision of the last one before they send the next.</summary>
public sealed class DraftConflicts(SendDbContext db)
{
    /// <summary>The refusal when somebody else has changed what the person began with; null when all is well.</summary>
    internal async Task<Error?> FindAsync(StoredDefinition latest, DraftBase? basedOn, ChangeContext change, CancellationToken ct)
    {
        if (basedOn is null)
        {
            return null;
        }

        if (basedOn.VersionId == latest.Id)
        {
            return basedOn.Revision == latest.Revision || (latest.ChangedById == change.ActorId && (latest.TakenOverAt == 0 || basedOn.Revision >= latest.TakenOverAt))
                ? null
                : Refuse(latest);
        }

        var other = await db.Set<StoredDefinition>().AsNoTracking()
            .Where(row => row.DefinitionId == latest.DefinitionId && row.DefinitionVersion > basedOn.Version && (row.ChangedById != change.ActorId || row.TakenOverAt > 0))
            .OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(ct);
        return other is null ? null : Refuse(other);
    }

    private static Error Refuse(StoredDefinition row) => new("definition.changed-by-other", row.ChangedBy, Kind: ErrorKind.Conflict);
}
