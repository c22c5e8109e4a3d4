using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;

namespace Send.Core.Cases;

/// <summary>Reads and writes what a case knows, section by section, within the current step: rows that the step itself added count.</summary>
public sealed class FactBook(SendData data)
{
    /// <summary>Cases of which this step has every section; whatever it adds later is tracked, too.</summary>
    private readonly HashSet<Guid> read = [];

    /// <summary>The section's object; null when nothing is known. A copy: changing it changes nothing.</summary>
    public async Task<JsonObject?> FindAsync(Guid caseId, string section, CancellationToken ct) =>
        await RowAsync(caseId, section, ct) is { } row ? Parse(row) : null;

    /// <summary>All sections of the case by name.</summary>
    public async Task<JsonObject> AllAsync(Guid caseId, CancellationToken ct)
    {
        if (read.Add(caseId))
        {
            await data.Facts.Where(facts => facts.CaseId == caseId).LoadAsync(ct);
        }

        var all = new JsonObject();
        foreach (var row in data.Facts.Local.Where(facts => facts.CaseId == caseId).OrderBy(facts => facts.Section, StringComparer.Ordinal))
        {
            all[row.Section] = Parse(row);
        }

        return all;
    }

    /// <summary>Replaces the section; does nothing when it holds the same already.</summary>
    public async Task WriteAsync(Guid caseId, string section, JsonObject facts, ChangeContext change, Guid? taskId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(change);
        if (await RowAsync(caseId, section, ct) is not { } row)
        {
            data.Facts.Add(new CaseFacts
            {
                Id = Guid.CreateVersion7(change.At),
                CaseId = caseId,
                Section = section,
                Data = facts.ToJsonString(),
                TaskId = taskId,
                ChangedBy = change.ActorName,
                ChangedAt = change.At,
            });
            return;
        }

        if (JsonNode.DeepEquals(Parse(row), facts))
        {
            return;
        }

        (row.Data, row.TaskId, row.ChangedBy, row.ChangedAt) = (facts.ToJsonString(), taskId ?? row.TaskId, change.ActorName, change.At);
    }

    private static JsonObject Parse(CaseFacts row) => JsonNode.Parse(row.Data) as JsonObject ?? [];

    private async Task<CaseFacts?> RowAsync(Guid caseId, string section, CancellationToken ct) =>
        data.Facts.Local.FirstOrDefault(facts => facts.CaseId == caseId && facts.Section == section)
        ?? (read.Contains(caseId) ? null : await data.Facts.FirstOrDefaultAsync(facts => facts.CaseId == caseId && facts.Section == section, ct));
}
