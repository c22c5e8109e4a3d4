using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>Moves a planned deadline by hand: to a day (<see cref="Due"/>), which pins it, or to another offset from its anchor. <see cref="Pinned"/> false hands it back to
/// its anchor. The task that meets it and the reminders follow.</summary>
public sealed record PatchDeadline(Guid Id, DateOnly? Due, int? OffsetDays, bool? Pinned, string? Reason, long Revision, Guid? OperationId = null);

/// <summary>Does <see cref="PatchDeadline"/>; the change is audited with old and new day.</summary>
public sealed class PatchDeadlineHandler(IProcessRunner runner, TimeProvider clock)
{
    private const int FurthestOffset = 730;

    public Task<Result<Saved>> HandleAsync(PatchDeadline request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => PatchAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> PatchAsync(ProcessStep step, PatchDeadline request, Actor actor, CancellationToken ct)
    {
        var data = step.Data;
        if (!actor.Can(Permission.AssignTasks))
        {
            return new Error("deadline.forbidden", "You may not move deadlines.", null, ErrorKind.Forbidden);
        }

        var deadline = await data.Deadlines.Include(row => row.Reminders).FirstOrDefaultAsync(row => row.Id == request.Id, ct);
        if (deadline is null)
        {
            return new Error("deadline.not-found", $"There is no deadline {request.Id}.", null, ErrorKind.NotFound);
        }

        if (deadline.Version != request.Revision)
        {
            return new Error("deadline.stale", $"The deadline has changed since you read it: it is at revision {deadline.Version}, you sent {request.Revision}.", "/revision", ErrorKind.Conflict);
        }

        if (deadline.State is not (DeadlineState.Planned or DeadlineState.Missed or DeadlineState.Paused))
        {
            return new Error("deadline.ended", $"The deadline cannot be moved any more; its state is {deadline.State}.", null, ErrorKind.Conflict);
        }

        if (Problem(request, deadline) is { } problem)
        {
            return problem;
        }

        var before = deadline.Due;
        var @case = await data.Cases.FirstAsync(row => row.Id == deadline.CaseId, ct);
        if (request.Due is { } due)
        {
            deadline.Pin(due);
            if (deadline.TaskId is { } taskId && await data.Tasks.FirstOrDefaultAsync(row => row.Id == taskId, ct) is { IsOpen: true } task)
            {
                task.MoveDue(due);
            }
        }
        else
        {
            deadline.Pinned = false;
            if (request.OffsetDays is { } offset)
            {
                (deadline.OffsetDays, deadline.OffsetByHand) = (offset, true);
            }

            await step.Services.GetRequiredService<DeadlineBook>().ReplanAsync(@case, ct);
        }

        data.Audit.Add(AuditLine.Of("deadline.moved", actor, clock, deadline.CaseId, deadline.TaskId, new { code = deadline.Code, before, after = deadline.Due, deadline.Pinned, reason = request.Reason }));
        return Answer.Now(new Saved(deadline.Id, data.NextVersion(deadline)));
    }

    private static Error? Problem(PatchDeadline request, Deadline deadline)
    {
        if (request is { Due: null, OffsetDays: null, Pinned: not false })
        {
            return new Error("deadline.nothing", "Say where the deadline goes: due (a day), offsetDays (days from its anchor), or pinned false to hand it back to its anchor.", "/due");
        }

        if (request is { Due: not null, OffsetDays: not null } or { Due: not null, Pinned: false })
        {
            return new Error("deadline.both", "A day pins the deadline; an offset follows its anchor. Send one of them.", "/offsetDays");
        }

        if (request.OffsetDays is < -FurthestOffset or > FurthestOffset)
        {
            return new Error("deadline.offset", $"The offset is between -{FurthestOffset} and {FurthestOffset} days.", "/offsetDays");
        }

        return deadline.Anchor == DeadlineAnchor.TaskOpened && request.Due is null
            ? new Error("deadline.anchor", "This deadline counts from the opening of its task; give a day instead.", "/due")
            : null;
    }
}
