using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Deadlines;

/// <summary>Plans, meets, moves and cancels the deadlines of a case within the current step, with their reminders.</summary>
public sealed class DeadlineBook(SendData data, TimeProvider clock)
{
    private static readonly DueRule Fallback = new(DeadlineAnchor.TaskOpened, 5, WorkingDays: true);

    /// <summary>The deadline that a new task shall meet: the planned one of its form, or a new one by the order's rule. It gets the task's id.</summary>
    public async Task<Deadline> TakeAsync(SendCase sendCase, TaskOrder order, Guid taskId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        ArgumentNullException.ThrowIfNull(order);
        var known = await OfCodeAsync(sendCase.Id, order.FormId, ct);
        var deadline = known.Where(row => row.State == DeadlineState.Planned && row.TaskId is null).MinBy(row => row.Occurrence)
            ?? Add(sendCase, order.FormId, known, order.Role, order.Due ?? Fallback, order.HardGate);
        deadline.TaskId = taskId;
        return deadline;
    }

    /// <summary>Plans a deadline, or moves the planned one of that code that no task has taken yet.</summary>
    public async Task<Deadline> SetAsync(SendCase sendCase, string code, StaffRole role, DueRule rule, bool hard, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        ArgumentNullException.ThrowIfNull(rule);
        var known = await OfCodeAsync(sendCase.Id, code, ct);
        return Add(sendCase, code, known, role, rule, hard);
    }

    /// <summary>The task was done: its deadline is met, late or not, and reminds nobody any more.</summary>
    public Task MeetAsync(Guid taskId, CancellationToken ct) => EndAsync(taskId, DeadlineState.Met, ct);

    /// <summary>The task was cancelled: its deadline goes with it.</summary>
    public Task CancelOfTaskAsync(Guid taskId, CancellationToken ct) => EndAsync(taskId, DeadlineState.Cancelled, ct);

    /// <summary>The case has ended: whatever is still planned is cancelled.</summary>
    public async Task CancelAllAsync(Guid caseId, CancellationToken ct)
    {
        foreach (var deadline in await OpenAsync(caseId, ct))
        {
            End(deadline, DeadlineState.Cancelled);
        }
    }

    /// <summary>The dates of the case have moved: planned deadlines that nobody pinned move with their anchors, and their tasks' due dates with them.</summary>
    public async Task ReplanAsync(SendCase sendCase, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        foreach (var deadline in await OpenAsync(sendCase.Id, ct))
        {
            if (deadline.Pinned || deadline.Anchor == DeadlineAnchor.TaskOpened)
            {
                continue;
            }

            Move(deadline, sendCase);
            if (deadline.TaskId is { } taskId && await data.Tasks.FindAsync([taskId], ct) is { IsOpen: true } task)
            {
                task.MoveDue(deadline.Due);
            }
        }
    }

    private static void End(Deadline deadline, DeadlineState state)
    {
        deadline.State = state;
        foreach (var reminder in deadline.Reminders.Where(reminder => reminder.QueuedAt is null))
        {
            reminder.Dropped = true;
        }
    }

    private async Task EndAsync(Guid taskId, DeadlineState state, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.TaskId == taskId).LoadAsync(ct);
        foreach (var deadline in data.Deadlines.Local.Where(row => row.TaskId == taskId && row.State is DeadlineState.Planned or DeadlineState.Missed).ToList())
        {
            End(deadline, state);
        }
    }

    private async Task<List<Deadline>> OpenAsync(Guid caseId, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId).LoadAsync(ct);
        return [.. data.Deadlines.Local.Where(row => row.CaseId == caseId && row.State == DeadlineState.Planned)];
    }

    private void Move(Deadline deadline, SendCase sendCase)
    {
        deadline.Due = sendCase.DayOf(deadline.Anchor).AddDays(deadline.OffsetDays);
        _ = clock;
    }

    private async Task<List<Deadline>> OfCodeAsync(Guid caseId, string code, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId && row.Code == code).LoadAsync(ct);
        return [.. data.Deadlines.Local.Where(row => row.CaseId == caseId && row.Code == code)];
    }

    private Deadline Add(SendCase sendCase, string code, List<Deadline> known, StaffRole role, DueRule rule, bool hard)
    {
        var deadline = new Deadline
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            CaseId = sendCase.Id,
            Code = code,
            Occurrence = known.Select(row => row.Occurrence).DefaultIfEmpty(0).Max() + 1,
            Anchor = rule.Anchor,
            OffsetDays = rule.OffsetDays,
            WorkingDays = rule.WorkingDays,
            Hard = hard,
            Role = role,
            Due = clock.Today(),
        };
        data.Deadlines.Add(deadline);
        return deadline;
    }

}
