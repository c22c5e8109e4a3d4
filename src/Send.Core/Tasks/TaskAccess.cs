using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Who may do what with a task: work on it when it is theirs or in a queue of their roles and unclaimed; who may assign tasks may work on every one.</summary>
internal static class TaskAccess
{
    public static Error NotFound(Guid id) => new("task.not-found", $"There is no task {id}.", null, ErrorKind.NotFound);

    public static Error? MayRead(Actor actor) => actor.Can(Permission.ReadCases)
        ? null
        : new Error("task.forbidden", "You may not read cases.", null, ErrorKind.Forbidden);

    public static bool InQueue(Actor actor, StaffRole queue) => actor.Can(Permission.WorkTasks) && actor.Roles.Contains(queue);

    public static bool CanClaim(Actor actor, StaffRole queue, Guid? assignee) =>
        assignee is null ? InQueue(actor, queue) || actor.Can(Permission.AssignTasks) : assignee == actor.Id;

    public static bool CanWork(Actor actor, StaffRole queue, Guid? assignee) =>
        actor.Can(Permission.AssignTasks)
        || (actor.Can(Permission.WorkTasks) && (assignee == actor.Id || (assignee is null && actor.Roles.Contains(queue))));

    /// <summary>Null when the actor may work on the open task, else why not.</summary>
    public static Error? MayWork(Actor actor, CaseTask task)
    {
        if (!task.IsOpen)
        {
            return Ended(task);
        }

        if (CanWork(actor, task.Role, task.AssigneeId))
        {
            return null;
        }

        return task.AssigneeId is { } other && other != actor.Id
            ? new Error("task.claimed", "A colleague has claimed this task.", null, ErrorKind.Forbidden)
            : new Error("task.forbidden", $"This task is in the queue of another role ({task.Role}).", null, ErrorKind.Forbidden);
    }

    public static Error Ended(CaseTask task) =>
        new("task.ended", $"The task is not open any more; its state is {task.State}.", null, ErrorKind.Conflict);

    /// <summary>Null when the revision is the task's own (or none was given), else the refusal.</summary>
    public static Error? CheckRevision(CaseTask task, long? revision) => revision is null || revision == task.Revision
        ? null
        : new Error("task.stale", $"The task has changed since you read it: it is at revision {task.Revision}, you sent {revision}.", "/revision", ErrorKind.Conflict);
}
