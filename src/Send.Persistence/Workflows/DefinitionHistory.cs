using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;

namespace Send.Persistence.Workflows;

/// <summary>Writes and lists who did what to a definition. Kinds: `definition.created`, `.saved` (the first time a person works on a draft), `.published`, `.retracted`,
/// `.reverted`, `.deleted`, `.version-deleted`, `.imported`, `.references-updated`.</summary>
public sealed class DefinitionHistory(SendDbContext db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The newest lines of a definition, at most <paramref name="count"/> after leaving out <paramref name="skip"/>.</summary>
    public async Task<IReadOnlyList<DefinitionHistoryRow>> ListAsync(string definitionId, int skip, int count, CancellationToken ct)
    {
        var rows = await db.Audit.AsNoTracking().Where(row => row.Subject == definitionId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Skip(skip).Take(count).ToListAsync(ct);
        return rows.ConvertAll(row =>
        {
            var facts = row.Data is null ? null : JsonSerializer.Deserialize<Facts>(row.Data, Json);
            return new DefinitionHistoryRow(row.At, row.ActorId, row.ActorName, row.Kind, facts?.Version ?? 0, facts?.From, facts?.Note);
        });
    }

    /// <summary>Adds a line; the caller commits it.</summary>
    internal void Add(string kind, string definitionId, string? name, int version, ChangeContext change, int? from = null, string? note = null) => db.Audit.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(change.At),
        Subject = definitionId,
        At = change.At,
        ActorId = change.ActorId,
        ActorName = change.ActorName,
        Kind = kind,
        Data = JsonSerializer.Serialize(new Facts(definitionId, name ?? definitionId, version, from, note ?? change.Reason), Json),
    });

    private sealed record Facts(string DefinitionId, string Name, int Version, int? From, string? Note);
}

/// <summary>Something that was done to a definition.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ActorId">Who; null for the system, which takes files over.</param>
/// <param name="ActorName">Their name.</param>
/// <param name="Kind">What, `definition.published`.</param>
/// <param name="Version">The version that it was done to; 0 for the definition as a whole.</param>
/// <param name="From">The version that it was made from, for a reversion.</param>
/// <param name="Note">Why, or which warnings were accepted.</param>
public sealed record DefinitionHistoryRow(DateTimeOffset At, Guid? ActorId, string ActorName, string Kind, int Version, int? From, string? Note);
