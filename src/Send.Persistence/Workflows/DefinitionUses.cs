using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Which definitions contain which others as activities.</summary>
public sealed class DefinitionUses(SendDbContext db, IIdGenerator ids)
{
    /// <summary>The definitions whose newest or published version contains this one, by id.</summary>
    public Task<List<string>> ConsumersAsync(string definitionId, CancellationToken ct) => db.Set<StoredUse>()
        .Where(use => use.UsedDefinitionId == definitionId)
        .Join(db.Set<StoredDefinition>().Where(row => row.IsLatest || row.IsPublished), use => use.DefinitionVersionId, row => row.Id, (_, row) => row.DefinitionId)
        .Where(id => id != definitionId).Distinct().OrderBy(id => id).ToListAsync(ct);

    /// <summary>The same and their consumers, and so on.</summary>
    public async Task<IReadOnlyList<string>> AllConsumersAsync(IEnumerable<string> definitionIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definitionIds);
        var known = definitionIds.ToHashSet(StringComparer.Ordinal);
        var found = new List<string>();
        var next = new Queue<string>(known);
        while (next.TryDequeue(out var id))
        {
            foreach (var consumer in await ConsumersAsync(id, ct))
            {
                if (known.Add(consumer))
                {
                    found.Add(consumer);
                    next.Enqueue(consumer);
                }
            }
        }

        return found;
    }

    /// <summary>Points the activities of a document that are older versions of the workflow at this version. True when there were any.</summary>
    internal static bool Update(JsonObject document, StoredDefinition used)
    {
        var changed = false;
        foreach (var (activity, _, version) in Of(document).Where(use => use.DefinitionId == used.DefinitionId && use.Version < used.DefinitionVersion))
        {
            activity["version"] = used.DefinitionVersion;
            activity["workflowDefinitionVersionId"] = used.Id;
            activity["latestAvailablePublishedVersion"] = used.DefinitionVersion;
            activity["latestAvailablePublishedVersionId"] = used.Id;
            changed |= version != used.DefinitionVersion;
        }

        return changed;
    }

    /// <summary>Keeps the rows of a version in step with its JSON.</summary>
    internal async Task ReplaceAsync(StoredDefinition row, bool isNew, CancellationToken ct)
    {
        var wanted = !row.Json.Contains("workflowDefinitionId", StringComparison.Ordinal)
            ? []
            : Of((JsonObject)JsonNode.Parse(row.Json)!).Select(use => (use.DefinitionId, use.Version)).ToHashSet();
        var stored = isNew ? [] : await db.Set<StoredUse>().Where(use => use.DefinitionVersionId == row.Id).ToListAsync(ct);
        db.RemoveRange(stored.Where(use => !wanted.Remove((use.UsedDefinitionId, use.UsedVersion))));
        db.AddRange(wanted.Select(use => new StoredUse { Id = ids.NewId(), DefinitionVersionId = row.Id, UsedDefinitionId = use.DefinitionId, UsedVersion = use.Version }));
    }

    private static IEnumerable<(JsonObject Activity, string DefinitionId, int Version)> Of(JsonObject document)
    {
        if (document["root"] is not JsonObject root)
        {
            yield break;
        }

        foreach (var place in ActivityDocuments.Of(root))
        {
            if (ActivityDocuments.Text(place.Json, "workflowDefinitionId") is { Length: > 0 } used)
            {
                yield return (place.Json, used, place.Json["version"] is JsonValue number && number.TryGetValue<int>(out var version) ? version : 1);
            }
        }
    }
}
