using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Cases;

/// <summary>Gives the case to another coordinator, or to nobody.</summary>
public sealed record AssignCaseOwner(Guid CaseId, Guid? OwnerId, long? Revision = null, Guid? OperationId = null);

/// <summary>Does <see cref="AssignCaseOwner"/>.</summary>
public sealed class AssignCaseOwnerHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(AssignCaseOwner request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => AssignAsync(step.Data, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> AssignAsync(SendData data, AssignCaseOwner request, Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.SteerCases) || !actor.Can(Permission.AssignTasks))
        {
            return new Error("case.assign-forbidden", "You may not give cases to colleagues.", null, ErrorKind.Forbidden);
        }

        var @case = await data.Cases.FirstOrDefaultAsync(row => row.Id == request.CaseId, ct);
        if (@case is null)
        {
            return CaseAccess.NotFound(request.CaseId);
        }

        if (CaseAccess.CheckRevision(@case, request.Revision) is { } stale)
        {
            return stale;
        }

        if (request.OwnerId is { } owner && await CaseEntry.OwnerProblemAsync(data, owner, ct) is { } problem)
        {
            return new Error("case.owner", problem, "/ownerId");
        }

        if (@case.OwnerId != request.OwnerId)
        {
            @case.AssignOwner(request.OwnerId, clock.GetUtcNow());
            var name = await data.Staff.AsNoTracking().Where(row => row.Id == request.OwnerId).Select(row => row.DisplayName).FirstOrDefaultAsync(ct);
            data.Audit.Add(AuditLine.Of("case.owner", actor, clock, @case.Id, data: new { owner = name }));
        }

        return Answer.Now(new Saved(@case.Id, data.NextVersion(@case)));
    }
}
