using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Engine.Definitions;

namespace Send.Persistence.Workflows;

/// <summary>Brings the workflows that contain another one as an activity to its newest published version. Only tracks its changes, like <see cref="DefinitionStore"/>.</summary>
public sealed class DefinitionReferences(SendDbContext db, DefinitionStore store, CompiledDefinitions compiled, DefinitionUses uses, DefinitionHistory history)
{
    /// <summary>A consumer whose newest version is published gets a new published version, as in Elsa; a draft is only changed, because nobody said that it is ready.
    /// Read-only ones are left alone. Returns the versions that were written.</summary>
    public async Task<IReadOnlyList<StoredDefinition>> UpdateAsync(StoredDefinition published, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(change);
        var written = new List<StoredDefinition>();
        foreach (var consumer in await uses.ConsumersAsync(published.DefinitionId, ct))
        {
            var latest = await store.LatestAsync(consumer, ct);
            if (latest is null or { IsReadonly: true })
            {
                continue;
            }

            var document = (JsonObject)JsonNode.Parse(latest.Json)!;
            if (!DefinitionUses.Update(document, published))
            {
                continue;
            }

            var definition = WorkflowDefinition.FromElement(JsonSerializer.SerializeToElement(document), consumer);
            var wasPublished = latest.IsPublished;
            var row = await store.WriteAsync(latest.PublishedAt is null ? latest : store.Next(consumer, latest, change, fileHash: null), definition, change, ct);
            history.Add("definition.references-updated", consumer, row.Name, row.DefinitionVersion, change, note: published.Name ?? published.DefinitionId);
            if (wasPublished)
            {
                await store.PublishAsync(row, compiled.Compile(row.Json, consumer), change, published.Name, ct);
            }

            written.Add(row);
        }

        return written;
    }

    /// <summary>The published version of a definition; null when there is none.</summary>
    public Task<StoredDefinition?> PublishedAsync(string definitionId, CancellationToken ct) =>
        db.Set<StoredDefinition>().FirstOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsPublished, ct);
}
