using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>The frame of every small change of a task: load, check rights and revision, change, audit, answer.</summary>
internal static class TaskChange
{
    public static Task<Result<TaskAnswer>> ChangeTaskAsync(
        this IProcessRunner runner,
        object request,
        Guid taskId,
        long? revision,
        Guid? operationId,
        Actor actor,
        TimeProvider clock,
        Func<SendData, CaseTask, CancellationToken, Task<Result<AuditFact>>> change,
        CancellationToken ct) =>
        runner.OnceAsync<TaskAnswer>(
            request,
            operationId,
            actor,
            clock,
            async (step, token) =>
            {
                var task = await step.Data.Tasks.FirstOrDefaultAsync(row => row.Id == taskId, token);
                if (task is null || TaskAccess.MayRead(actor) is not null)
                {
                    return TaskAccess.NotFound(taskId);
                }

                if (TaskAccess.CheckRevision(task, revision) is { } stale)
                {
                    return stale;
                }

                var result = await change(step.Data, task, token);
                if (!result.IsSuccess)
                {
                    return Result<Answer<TaskAnswer>>.Refused(result.Errors);
                }

                if (result.Value.Kind.Length > 0)
                {
                    step.Data.Audit.Add(result.Value.Entry(task, actor, clock));
                }

                var answer = await AnswerAsync(step.Data, task, token);
                return Answer.Now(answer);
            },
            ct);

    private static async Task<TaskAnswer> AnswerAsync(SendData data, CaseTask task, CancellationToken ct)
    {
        var name = task.AssigneeId is { } id
            ? await data.Staff.AsNoTracking().Where(member => member.Id == id).Select(member => member.DisplayName).FirstOrDefaultAsync(ct)
            : null;
        return new(
            task.Id,
            task.State,
            task.AssigneeId is { } assignee ? new(assignee, name ?? "") : null,
            task.Due,
            task.FollowUp,
            task.WaitingFor,
            data.NextVersion(task));
    }
}

/// <summary>What a change puts into the history; an empty kind leaves no line.</summary>
internal sealed record AuditFact(string Kind, object? Data = null)
{
    public static readonly AuditFact None = new("");

    public AuditEntry Entry(CaseTask task, Actor actor, TimeProvider clock) => AuditLine.Of(Kind, actor, clock, task.CaseId, task.Id, Data);
}
