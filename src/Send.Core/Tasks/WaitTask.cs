using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>Says that the task waits for somebody outside until a follow-up day; without <see cref="WaitingFor"/> and <see cref="FollowUp"/> the waiting ends.</summary>
public sealed record WaitTask(Guid TaskId, string? WaitingFor, DateOnly? FollowUp, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="WaitTask"/>.</summary>
public sealed class WaitTaskHandler(IProcessRunner runner, TimeProvider clock)
{
    private const int LongestReason = 400;

    public Task<Result<TaskAnswer>> HandleAsync(WaitTask request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (_, task, _) => Task.FromResult(Wait(task, request, actor)),
            ct);

    private Result<AuditFact> Wait(CaseTask task, WaitTask request, Actor actor)
    {
        if (TaskAccess.MayWork(actor, task) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(request.WaitingFor) && request.FollowUp is null)
        {
            if (task.State != TaskState.Waiting)
            {
                return AuditFact.None;
            }

            task.Resume();
            return new AuditFact("task.resumed", new { form = task.FormId });
        }

        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(request.WaitingFor) || request.WaitingFor.Length > LongestReason)
        {
            errors.Add(new("task.waiting-for", $"Say for whom or what the task waits, in up to {LongestReason} characters.", "/waitingFor"));
        }

        if (request.FollowUp is null || request.FollowUp < clock.Today())
        {
            errors.Add(new("task.follow-up", "Give the day on which you will ask again; it does not lie in the past.", "/followUp"));
        }

        if (errors.Count > 0)
        {
            return Result<AuditFact>.Refused(errors);
        }

        task.Wait(request.WaitingFor!.Trim(), request.FollowUp!.Value);
        return new AuditFact("task.waiting", new { form = task.FormId, task.WaitingFor, task.FollowUp });
    }
}
