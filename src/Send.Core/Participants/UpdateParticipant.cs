using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Participants;

/// <summary>Changes a participant as a whole; see <see cref="ParticipantData"/> for the sensitive values.</summary>
public sealed record UpdateParticipant(Guid Id, ParticipantData Data, long Revision, Guid? OperationId = null);

/// <summary>Does <see cref="UpdateParticipant"/>; the audit line names the columns that changed, not their values.</summary>
public sealed class UpdateParticipantHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(UpdateParticipant request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => UpdateAsync(step.Data, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> UpdateAsync(SendData data, UpdateParticipant request, Actor actor, CancellationToken ct)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var person = await data.Participants.FirstOrDefaultAsync(row => row.Id == request.Id, ct);
        if (person is null)
        {
            return new Error("participant.not-found", $"There is no participant {request.Id}.", null, ErrorKind.NotFound);
        }

        if (PeopleAccess.CheckRevision(person, request.Revision) is { } stale)
        {
            return stale;
        }

        var touches = request.Data.DocumentNumber ?? request.Data.HealthNotes ?? request.Data.Iban;
        if (touches is not null && !actor.Can(Permission.ReadSensitive))
        {
            return new Error("participant.sensitive", "You may not change identity documents, health and bank data.", null, ErrorKind.Forbidden);
        }

        var errors = await ParticipantEntry.FillAsync(data, person, request.Data, "", clock.Today(), ct);
        if (errors.Count > 0)
        {
            return Result<Answer<Saved>>.Refused(errors);
        }

        if (PeopleAccess.Changed(data, person) is { Count: > 0 } changed)
        {
            data.Audit.Add(AuditLine.Of("participant.changed", actor, clock, data: new { participant = person.Id, name = person.FullName, changed }));
        }

        return Answer.Now(new Saved(person.Id, data.NextVersion(person)));
    }
}
