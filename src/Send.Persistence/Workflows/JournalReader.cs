using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Unfolds the journal of an instance.</summary>
public sealed class JournalReader(SendDbContext db)
{
    /// <summary>All entries, in order of their sequence; empty for an instance that does not exist.</summary>
    public async Task<IReadOnlyList<WorkflowExecutionLogEntry>> EntriesAsync(string instanceId, CancellationToken ct)
    {
        var bursts = await db.Set<JournalBurst>().AsNoTracking().Where(b => b.InstanceId == instanceId).OrderBy(b => b.First).Select(b => b.Entries).ToListAsync(ct);
        return [.. bursts.SelectMany(Read<WorkflowExecutionLogEntry>)];
    }

    /// <summary>The activity executions in the order of their creation, each as its last burst left it.</summary>
    public async Task<IReadOnlyList<ActivityExecutionRecord>> ExecutionsAsync(string instanceId, CancellationToken ct)
    {
        var bursts = await db.Set<JournalBurst>().AsNoTracking().Where(b => b.InstanceId == instanceId).OrderBy(b => b.First).Select(b => b.Executions).ToListAsync(ct);
        var order = new List<string>();
        var records = new Dictionary<string, ActivityExecutionRecord>(StringComparer.Ordinal);
        foreach (var record in bursts.SelectMany(Read<ActivityExecutionRecord>))
        {
            if (!records.ContainsKey(record.Id))
            {
                order.Add(record.Id);
            }

            records[record.Id] = record;
        }

        return [.. order.Select(id => records[id])];
    }

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, PlainJson.Options) ?? [];
}
