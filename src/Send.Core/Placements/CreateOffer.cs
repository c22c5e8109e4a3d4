using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Placements;

/// <summary>Puts a new offer of a hosting organisation on file.</summary>
public sealed record CreateOffer(OfferData Data, Guid? OperationId = null);

/// <summary>Does <see cref="CreateOffer"/>.</summary>
public sealed class CreateOfferHandler(IProcessRunner runner, ReferenceData reference, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(CreateOffer request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => CreateAsync(step.Data, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> CreateAsync(SendData data, CreateOffer request, Actor actor, CancellationToken ct)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var host = await data.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == request.Data.HostId, ct);
        if (host is null || !host.Kinds.HasFlag(OrganisationKinds.Hosting))
        {
            return new Error("offer.host", "Name the hosting organisation by its id.", "/hostId");
        }

        var row = new PlacementOffer { Id = Guid.CreateVersion7(clock.GetUtcNow()), HostId = host.Id, Title = "", Country = "", City = "", CreatedAt = clock.GetUtcNow() };
        var errors = OfferEntry.Fill(row, request.Data, host, reference);
        if (errors.Count > 0)
        {
            return Result<Answer<Saved>>.Refused(errors);
        }

        data.Offers.Add(row);
        data.Audit.Add(AuditLine.Of("offer.created", actor, clock, data: new { offer = row.Id, title = row.Title, host = host.Name }));
        return Answer.Now(new Saved(row.Id, 1));
    }
}
