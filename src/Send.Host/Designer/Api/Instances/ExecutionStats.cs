using Send.Engine;
using Send.Engine.Models;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What the badge on an activity says of its executions in one instance.</summary>
internal sealed record ExecutionStats(
    string ActivityId,
    string ActivityNodeId,
    int StartedCount,
    int CompletedCount,
    int UncompletedCount,
    bool IsBlocked,
    bool IsFaulted,
    int AggregateFaultCount,
    IReadOnlyDictionary<string, object?> Metadata)
{
    /// <summary>One for each node that was executed, in the order of their first execution; only of <paramref name="nodes"/> unless that is null.</summary>
    public static IReadOnlyList<ExecutionStats> Of(IEnumerable<ActivityExecutionRecord> records, IReadOnlyCollection<string>? nodes) =>
        [.. records.Where(record => nodes is null || nodes.Contains(record.ActivityNodeId)).GroupBy(record => record.ActivityNodeId, StringComparer.Ordinal).Select(Of)];

    private static ExecutionStats Of(IGrouping<string, ActivityExecutionRecord> node)
    {
        var records = node.ToList();
        var last = records[^1];
        var completed = records.Count(record => record.CompletedAt is not null);
        return new(
            last.ActivityId,
            node.Key,
            records.Count,
            completed,
            records.Count - completed,
            records.Exists(record => record.HasBookmarks),
            last.Status == ActivityStatus.Faulted,
            last.AggregateFaultCount,
            last.Metadata ?? new Dictionary<string, object?>(StringComparer.Ordinal));
    }
}
