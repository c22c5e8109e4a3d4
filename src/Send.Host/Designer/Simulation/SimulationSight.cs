using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Engine;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Simulation;

/// <summary>What the driver sees of the world between two steps.</summary>
/// <param name="Ended">How the main process ended; null while it runs.</param>
/// <param name="CaseEnded">The case has an ending status.</param>
/// <param name="Tasks">Open tasks.</param>
/// <param name="NextTimer">When the next timer, reminder or delayed work falls due.</param>
/// <param name="Events">Names of the case events that something waits for.</param>
/// <param name="WaitsFor">Activities and events that the process waits for, in words of the definition.</param>
internal sealed record SimulationSight(SimulationEndKind? Ended, bool CaseEnded, IReadOnlyList<OpenTask> Tasks, DateTimeOffset? NextTimer, IReadOnlyList<string> Events, IReadOnlyList<string> WaitsFor)
{
    public static async Task<SimulationSight> LookAsync(SimulationWorld world, Guid caseId, CancellationToken ct)
    {
        var now = world.Clock.Now;
        var sight = await world.DataAsync(db => ReadAsync(db, caseId, now, ct));
        var reminder = sight.Ended is null ? await world.NextReminderAsync(ct) : null;
        return sight with { NextTimer = reminder is { } at && (sight.NextTimer is null || at < sight.NextTimer) ? at : sight.NextTimer };
    }

    private static async Task<SimulationSight> ReadAsync(SendDbContext db, Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        var @case = await db.Cases.AsNoTracking().FirstAsync(row => row.Id == caseId, ct);
        var main = @case.WorkflowInstanceId!.Value.ToString("D");
        var process = await db.Set<StoredInstance>().AsNoTracking().Where(row => row.Id == main).Select(row => new { row.Status, row.SubStatus }).FirstAsync(ct);
        var bookmarks = await db.Set<StoredBookmark>().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var tasks = await db.Tasks.AsNoTracking().Where(row => row.CaseId == caseId && row.IsOpen).OrderBy(row => row.DueOrder).ThenBy(row => row.FormId).ToListAsync(ct);
        var activities = bookmarks.ToLookup(row => (row.InstanceId, row.ActivityInstanceId), row => row.ActivityId);
        var items = await db.Outbox.AsNoTracking().Where(row => row.DoneAt == null && row.DeadAt == null).MinAsync(row => (DateTimeOffset?)row.DueAt, ct);
        var timers = bookmarks.Select(row => row.DueAt).Append(items).Where(at => at > now).ToList();
        return new(
            process.Status != WorkflowStatus.Finished ? null : process.SubStatus == WorkflowSubStatus.Faulted ? SimulationEndKind.Faulted : SimulationEndKind.Finished,
            @case.IsEnded,
            tasks.ConvertAll(task => new OpenTask(
                task.Id, activities[(task.WorkflowInstanceId.ToString("D"), task.ActivityInstanceId)].FirstOrDefault(task.FormId), task.FormId, task.Role, task.Due, task.OpenedAt, task.OutcomeList, task.Revision)),
            timers.Count == 0 ? null : timers.Min(),
            [.. bookmarks.Where(row => row.Name == ProcessBookmarks.CaseEvent).Select(row => EventOf(row.Payload)).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. bookmarks.Where(row => row.DueAt is null && row.Name != ProcessBookmarks.Task).Select(row => row.ActivityId).Concat(tasks.Select(task => task.FormId)).Distinct(StringComparer.Ordinal)]);
    }

    private static string? EventOf(string? stimulus) => (string?)(JsonNode.Parse(stimulus ?? "null") as JsonObject)?.FirstOrDefault(pair => string.Equals(pair.Key, "eventName", StringComparison.OrdinalIgnoreCase)).Value;
}
