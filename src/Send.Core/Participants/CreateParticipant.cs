using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Participants;

/// <summary>Puts a new participant on file.</summary>
public sealed record CreateParticipant(ParticipantData Data, Guid? OperationId = null);

/// <summary>Does <see cref="CreateParticipant"/>.</summary>
public sealed class CreateParticipantHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Saved>> HandleAsync(CreateParticipant request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<Saved>(request, request.OperationId, actor, clock, (step, token) => CreateAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Answer<Saved>>> CreateAsync(ProcessStep step, CreateParticipant request, Actor actor, CancellationToken ct)
    {
        if (PeopleAccess.MayEdit(actor) is { } refusal)
        {
            return refusal;
        }

        var person = await ParticipantEntry.CreateAsync(step.Data, request.Data, "", clock.GetUtcNow(), clock.Today(), ct);
        if (!person.IsSuccess)
        {
            return Result<Answer<Saved>>.Refused(person.Errors);
        }

        step.Data.Participants.Add(person.Value);
        step.Data.Audit.Add(AuditLine.Of("participant.created", actor, clock, data: new { participant = person.Value.Id, name = person.Value.FullName }));
        return Answer.Now(new Saved(person.Value.Id, 1));
    }
}
