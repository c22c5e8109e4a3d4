using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Leaves a remark on a task, also on one that has ended.</summary>
public sealed record CommentTask(Guid TaskId, string Text, Guid? OperationId = null);

/// <summary>Does <see cref="CommentTask"/>; the answer is the task's, whose revision a remark does not change.</summary>
public sealed class CommentTaskHandler(IProcessRunner runner, TimeProvider clock)
{
    private const int Longest = 4000;

    public Task<Result<TaskAnswer>> HandleAsync(CommentTask request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            null,
            request.OperationId,
            actor,
            clock,
            (data, task, _) =>
            {
                var text = request.Text?.Trim() ?? "";
                if (text.Length is 0 or > Longest)
                {
                    return Task.FromResult<Result<AuditFact>>(new Error("comment.text", $"Write a remark of 1 to {Longest} characters.", "/text"));
                }

                data.Comments.Add(new TaskComment
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    TaskId = task.Id,
                    CaseId = task.CaseId,
                    AuthorId = actor.Id,
                    AuthorName = actor.Name,
                    At = clock.GetUtcNow(),
                    Text = text,
                });
                return Task.FromResult<Result<AuditFact>>(new AuditFact("task.commented", new { form = task.FormId, text }));
            },
            ct);
}
