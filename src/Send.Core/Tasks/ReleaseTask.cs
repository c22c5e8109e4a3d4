using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Puts a claimed task back into its queue; a waiting ends with it.</summary>
public sealed record ReleaseTask(Guid TaskId, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="ReleaseTask"/>; allowed to the assignee and to who may assign tasks.</summary>
public sealed class ReleaseTaskHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<TaskAnswer>> HandleAsync(ReleaseTask request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (_, task, _) => Task.FromResult(Release(task, actor)),
            ct);

    private static Result<AuditFact> Release(CaseTask task, Actor actor)
    {
        if (TaskAccess.MayWork(actor, task) is { } refusal)
        {
            return refusal;
        }

        if (task.AssigneeId is null && task.State == TaskState.Ready)
        {
            return AuditFact.None;
        }

        task.Release();
        return new AuditFact("task.released", new { form = task.FormId });
    }
}
