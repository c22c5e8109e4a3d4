using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Placements;

/// <summary>Changes an offer as a whole; its host stays.</summary>
public sealed record UpdateOffer(Guid Id, OfferData Data, long Revision, Guid? OperationId = null);

/// <summary>Does <see cref="UpdateOffer"/>.</summary>
public sealed class UpdateOfferHandler(IProcessRunner runner, ReferenceData reference, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(UpdateOffer request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => UpdateAsync(step.Data, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> UpdateAsync(SendData data, UpdateOffer request, Actor actor, CancellationToken ct)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var row = await data.Offers.FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (row is null)
        {
            return new Error("offer.not-found", $"There is no offer {request.Id}.", null, ErrorKind.NotFound);
        }

        if (PeopleAccess.CheckRevision(row, request.Revision) is { } stale)
        {
            return stale;
        }

        if (request.Data.HostId is { } other && other != row.HostId)
        {
            return new Error("offer.host-fixed", "An offer stays with its host; make a new offer for another host.", "/hostId");
        }

        var host = await data.Organisations.AsNoTracking().FirstAsync(one => one.Id == row.HostId, ct);
        var errors = OfferEntry.Fill(row, request.Data, host, reference);
        if (errors.Count > 0)
        {
            return Result<Answer<Saved>>.Refused(errors);
        }

        if (PeopleAccess.Changed(data, row) is { Count: > 0 } changed)
        {
            data.Audit.Add(AuditLine.Of("offer.changed", actor, clock, data: new { offer = row.Id, title = row.Title, changed }));
        }

        return Answer.Now(new Saved(row.Id, data.NextVersion(row)));
    }
}
