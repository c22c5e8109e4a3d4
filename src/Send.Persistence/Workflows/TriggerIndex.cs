using Microsoft.EntityFrameworkCore;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Keeps the rows that say what starts a definition in step with its published version; in the transaction of the publication.</summary>
public sealed class TriggerIndex(SendDbContext db, IServiceProvider services, IIdGenerator ids, TimeProvider clock)
{
    /// <summary>The published version is this one now.</summary>
    internal async Task ReplaceAsync(StoredDefinition published, CompiledWorkflow workflow, CancellationToken ct)
    {
        await RemoveAsync(published.DefinitionId, ct);
        foreach (var trigger in await TriggerIndexer.GetTriggersAsync(workflow, services, clock, ct))
        {
            db.Add(new StoredTrigger
            {
                Id = ids.NewId(),
                DefinitionId = published.DefinitionId,
                DefinitionVersionId = published.Id,
                ActivityId = trigger.ActivityId,
                Name = trigger.Name,
                Hash = trigger.Hash,
                Payload = PlainJson.Serialize(trigger.Payload),
                DueAt = trigger.DueAt,
            });
        }
    }

    /// <summary>Nothing starts the definition by itself any more.</summary>
    internal async Task RemoveAsync(string definitionId, CancellationToken ct) =>
        db.RemoveRange(await db.Set<StoredTrigger>().Where(row => row.DefinitionId == definitionId).ToListAsync(ct));

    /// <summary>When a timer that has just fired starts the next instance; null when it was for once.</summary>
    internal async Task<DateTimeOffset?> NextAsync(StoredTrigger fired, CompiledWorkflow workflow, CancellationToken ct)
    {
        var next = (await TriggerIndexer.GetTriggersAsync(workflow, services, clock, ct)).FirstOrDefault(trigger =>
            string.Equals(trigger.ActivityId, fired.ActivityId, StringComparison.Ordinal) && string.Equals(trigger.Name, fired.Name, StringComparison.Ordinal));
        return next?.DueAt > fired.DueAt && next.DueAt > clock.GetUtcNow() ? next.DueAt : null;
    }
}
