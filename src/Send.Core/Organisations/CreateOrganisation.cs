using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Organisations;

/// <summary>Puts a new organisation on file.</summary>
public sealed record CreateOrganisation(OrganisationData Data, Guid? OperationId = null);

/// <summary>Does <see cref="CreateOrganisation"/>.</summary>
public sealed class CreateOrganisationHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(CreateOrganisation request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, _) => Task.FromResult(Create(step.Data, request, actor)), ct);
    }

    private Result<Answer<Saved>> Create(SendData data, CreateOrganisation request, Actor actor)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var row = new Organisation { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "", Country = "", City = "", CreatedAt = clock.GetUtcNow() };
        var errors = OrganisationEntry.Fill(row, request.Data, clock.GetUtcNow());
        if (errors.Count > 0)
        {
            return Result<Answer<Saved>>.Refused(errors);
        }

        data.Organisations.Add(row);
        data.Audit.Add(AuditLine.Of("organisation.created", actor, clock, data: new { organisation = row.Id, name = row.Name }));
        return Answer.Now(new Saved(row.Id, 1));
    }
}
