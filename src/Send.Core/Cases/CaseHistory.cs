using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;

namespace Send.Core.Cases;

/// <summary>Reads the history of a case.</summary>
internal static class CaseHistory
{
    /// <summary>The last lines, newest first.</summary>
    public static async Task<IReadOnlyList<HistoryRow>> LastAsync(SendData data, Guid caseId, int count, CancellationToken ct) =>
        [.. (await data.Audit.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(count).ToListAsync(ct)).Select(ToRow)];

    public static HistoryRow ToRow(AuditEntry entry) =>
        new(entry.Id, entry.At, entry.ActorId, entry.ActorName, entry.Kind, entry.CaseId, entry.TaskId, entry.Data is null ? null : JsonNode.Parse(entry.Data) as JsonObject);
}
