using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Organisations;

/// <summary>Changes an organisation as a whole, its contacts too.</summary>
public sealed record UpdateOrganisation(Guid Id, OrganisationData Data, long Revision, Guid? OperationId = null);

/// <summary>Does <see cref="UpdateOrganisation"/>.</summary>
public sealed class UpdateOrganisationHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(UpdateOrganisation request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => UpdateAsync(step.Data, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> UpdateAsync(SendData data, UpdateOrganisation request, Actor actor, CancellationToken ct)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var row = await data.Organisations.Include(one => one.Contacts).FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (row is null)
        {
            return new Error("organisation.not-found", $"There is no organisation {request.Id}.", null, ErrorKind.NotFound);
        }

        if (PeopleAccess.CheckRevision(row, request.Revision) is { } stale)
        {
            return stale;
        }

        var before = row.Contacts.ToList();
        var errors = OrganisationEntry.Fill(row, request.Data, clock.GetUtcNow());
        if (errors.Count > 0)
        {
            return Result<Answer<Saved>>.Refused(errors);
        }

        // New contacts have an id already, which EF Core would take for rows that exist.
        data.Contacts.AddRange(row.Contacts.Except(before));
        data.ChangeTracker.DetectChanges();
        var contacts = data.ChangeTracker.Entries<OrganisationContact>().Any(entry => entry.State != EntityState.Unchanged);
        if (contacts)
        {
            // The revision covers the contacts too.
            data.Entry(row).Property(one => one.Name).IsModified = true;
        }

        if (PeopleAccess.Changed(data, row) is { Count: > 0 } changed)
        {
            data.Audit.Add(AuditLine.Of("organisation.changed", actor, clock, data: new { organisation = row.Id, name = row.Name, changed, contacts }));
        }

        return Answer.Now(new Saved(row.Id, data.NextVersion(row)));
    }
}
