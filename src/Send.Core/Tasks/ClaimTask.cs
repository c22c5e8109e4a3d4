using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Takes a task out of its queue for the actor. Claiming one's own task again changes nothing.</summary>
public sealed record ClaimTask(Guid TaskId, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="ClaimTask"/>; `task.claimed` (409) when a colleague has it.</summary>
public sealed class ClaimTaskHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<TaskAnswer>> HandleAsync(ClaimTask request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (_, task, _) => Task.FromResult(Claim(task, actor)),
            ct);

    private static Result<AuditFact> Claim(CaseTask task, Actor actor)
    {
        if (!task.IsOpen)
        {
            return TaskAccess.Ended(task);
        }

        if (task.AssigneeId == actor.Id)
        {
            return AuditFact.None;
        }

        if (task.AssigneeId is not null)
        {
            return new Error("task.claimed", "A colleague has claimed this task.", null, ErrorKind.Conflict);
        }

        if (!TaskAccess.CanClaim(actor, task.Role, task.AssigneeId))
        {
            return new Error("task.forbidden", $"This task is in the queue of another role ({task.Role}).", null, ErrorKind.Forbidden);
        }

        task.Claim(actor.Id);
        return new AuditFact("task.claimed", new { form = task.FormId });
    }
}
