using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Gives a task to a colleague.</summary>
public sealed record AssignTask(Guid TaskId, Guid AssigneeId, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="AssignTask"/>; needs the permission to assign tasks, and a colleague who is active and may work in the task's queue.</summary>
public sealed class AssignTaskHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<TaskAnswer>> HandleAsync(AssignTask request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (data, task, token) => AssignAsync(data, task, request.AssigneeId, actor, token),
            ct);

    private static async Task<Result<AuditFact>> AssignAsync(SendData data, CaseTask task, Guid assigneeId, Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.AssignTasks))
        {
            return new Error("task.assign-forbidden", "You may not assign tasks to colleagues.", null, ErrorKind.Forbidden);
        }

        if (!task.IsOpen)
        {
            return TaskAccess.Ended(task);
        }

        var colleague = await data.Staff.AsNoTracking().FirstOrDefaultAsync(member => member.Id == assigneeId && member.Active, ct);
        if (colleague is null)
        {
            return new Error("task.assignee-unknown", "There is no active colleague with this id.", "/assigneeId");
        }

        var other = new Actor(colleague.Id, colleague.DisplayName, colleague.Language, colleague.RoleList);
        if (!TaskAccess.CanClaim(other, task.Role, null))
        {
            return new Error("task.assignee-role", $"{colleague.DisplayName} does not work in the queue {task.Role}.", "/assigneeId");
        }

        if (task.AssigneeId == assigneeId)
        {
            return AuditFact.None;
        }

        task.Claim(assigneeId);
        return new AuditFact("task.assigned", new { form = task.FormId, assignee = colleague.DisplayName });
    }
}
