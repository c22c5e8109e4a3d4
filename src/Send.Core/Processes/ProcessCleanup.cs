using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Deadlines;

namespace Send.Core.Processes;

/// <summary>Takes away what belonged to a process that is gone, in the transaction in which it goes: nobody is asked to do work that leads nowhere.</summary>
public sealed class ProcessCleanup(SendData data, TimeProvider clock)
{
    /// <summary>Cancels those of the tasks that are still open, their deadlines and reminders. Tasks that this step completed stay as they are.</summary>
    public async Task CancelTasksAsync(IReadOnlyCollection<Guid> taskIds, string? reason, CancellationToken ct)
    {
        var known = data.Tasks.Local.Where(task => taskIds.Contains(task.Id)).ToList();
        var unknown = taskIds.Except(known.Select(task => task.Id)).ToList();
        if (unknown.Count > 0)
        {
            known.AddRange(await data.Tasks.Where(task => unknown.Contains(task.Id)).ToListAsync(ct));
        }

        var open = known.Where(task => task.IsOpen).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var change = ChangeContext.System(clock);
        foreach (var task in open)
        {
            task.Cancel(change.At);
            data.Audit.Add(new AuditEntry
            {
                Id = Guid.CreateVersion7(change.At),
                CaseId = task.CaseId,
                TaskId = task.Id,
                At = change.At,
                ActorName = change.ActorName,
                Kind = "task.cancelled",
                Data = JsonSerializer.Serialize(new { form = task.FormId, reason }),
            });
        }

        var ids = open.ConvertAll(task => (Guid?)task.Id);
        await CancelDeadlinesAsync(data.Deadlines.Where(deadline => ids.Contains(deadline.TaskId)), deadline => ids.Contains(deadline.TaskId), ct);
    }

    /// <summary>Cancels what is still planned for the case whose main process this is; nothing for a sub-process.</summary>
    public async Task CancelPlanAsync(Guid mainInstanceId, CancellationToken ct)
    {
        var cases = await data.Cases.Where(row => row.WorkflowInstanceId == mainInstanceId).Select(row => row.Id).ToListAsync(ct);
        if (cases.Count > 0)
        {
            await CancelDeadlinesAsync(data.Deadlines.Where(deadline => cases.Contains(deadline.CaseId)), deadline => cases.Contains(deadline.CaseId), ct);
        }
    }

    private async Task CancelDeadlinesAsync(IQueryable<Deadline> stored, Func<Deadline, bool> belongs, CancellationToken ct)
    {
        await stored.Where(deadline => deadline.State == DeadlineState.Planned || deadline.State == DeadlineState.Paused).Include(deadline => deadline.Reminders).LoadAsync(ct);
        foreach (var deadline in data.Deadlines.Local.Where(belongs).Where(deadline => deadline.State is DeadlineState.Planned or DeadlineState.Paused).ToList())
        {
            deadline.State = DeadlineState.Cancelled;
            foreach (var reminder in deadline.Reminders.Where(reminder => reminder.QueuedAt is null))
            {
                reminder.Dropped = true;
            }
        }
    }
}
