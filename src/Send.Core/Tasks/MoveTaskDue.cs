using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Sets another due date for a task, or none; the deadline that it meets moves with it and is pinned.</summary>
public sealed record MoveTaskDue(Guid TaskId, DateOnly? Due, string? Reason = null, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="MoveTaskDue"/>; needs the permission to assign tasks.</summary>
public sealed class MoveTaskDueHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<TaskAnswer>> HandleAsync(MoveTaskDue request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (data, task, token) => MoveAsync(data, task, request, actor, token),
            ct);

    private static async Task<Result<AuditFact>> MoveAsync(SendData data, CaseTask task, MoveTaskDue request, Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.AssignTasks))
        {
            return new Error("task.due-forbidden", "You may not change due dates.", null, ErrorKind.Forbidden);
        }

        if (!task.IsOpen)
        {
            return TaskAccess.Ended(task);
        }

        if (task.Due == request.Due)
        {
            return AuditFact.None;
        }

        var before = task.Due;
        task.MoveDue(request.Due);
        if (request.Due is { } due)
        {
            foreach (var deadline in await data.Deadlines.Include(row => row.Reminders).Where(row => row.TaskId == task.Id && row.State == DeadlineState.Planned).ToListAsync(ct))
            {
                deadline.Pin(due);
            }
        }

        return new AuditFact("task.due-moved", new { form = task.FormId, before, after = request.Due, reason = request.Reason });
    }
}
