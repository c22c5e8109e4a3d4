using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Unfolds the journal of an instance.</summary>
public sealed class JournalReader(SendDbContext db)
{
    // The row of a burst bears the time of its end, the id of an execution that of its creation, in whole milliseconds.
    private static readonly TimeSpan Clocks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMinutes(10);

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

    /// <summary>Paths of the nodes whose executions were touched by bursts after the one that begins at that sequence.</summary>
    public async Task<IReadOnlySet<string>> TouchedSinceAsync(string instanceId, long after, CancellationToken ct)
    {
        var bursts = await db.Set<JournalBurst>().AsNoTracking().Where(b => b.InstanceId == instanceId && b.First > after).Select(b => b.Executions).ToListAsync(ct);
        return bursts.SelectMany(Read<ActivityExecutionRecord>).Select(record => record.ActivityNodeId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>One execution by its id alone; null when there is none. The id says when it was made, so that only bursts of that time are looked through.</summary>
    public async Task<ActivityExecutionRecord?> FindExecutionAsync(string id, CancellationToken ct)
    {
        if (GuidIds.TimeOf(id) is not { } made)
        {
            return null;
        }

        var (from, until, part) = (made - Clocks, made + LongestBurst, $"%\"id\":\"{id.ToLowerInvariant()}\"%");
        var instance = await db.Set<JournalBurst>().AsNoTracking()
            .Where(burst => burst.At >= from && burst.At <= until && EF.Functions.Like(burst.Executions, part))
            .OrderBy(burst => burst.At).Select(burst => burst.InstanceId).FirstOrDefaultAsync(ct);
        return instance is null ? null : (await ExecutionsAsync(instance, ct)).FirstOrDefault(record => string.Equals(record.Id, id, StringComparison.OrdinalIgnoreCase));
    }

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, PlainJson.Options) ?? [];
}
