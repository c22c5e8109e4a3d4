using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Operations;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Programmes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>Does <see cref="OpenCase"/>: participant, case, deadline plan and workflow start are one transaction. All field errors are told at once.</summary>
public sealed class OpenCaseHandler(IProcessRunner runner, CaseNumbers numbers, ReferenceData reference, TimeProvider clock)
{
    public Task<Result<OpenedCase>> HandleAsync(OpenCase request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return numbers.InTurnAsync(() => runner.OnceAsync<OpenedCase>(request, request.OperationId, actor, clock, (step, token) => OpenAsync(step, request, actor, token), ct), ct);
    }

    private async Task<Result<Answer<OpenedCase>>> OpenAsync(ProcessStep step, OpenCase request, Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.OpenCases))
        {
            return new Error("case.open-forbidden", "You may not enrol people.", null, ErrorKind.Forbidden);
        }

        var data = step.Data;
        var entry = new CaseEntry(data, reference, clock.Today());
        await entry.ReadAsync(request, actor, ct);
        var person = await PersonAsync(data, request, ct);
        List<Error> errors = [.. entry.Errors, .. person?.Errors ?? []];
        if (errors.Count == 0 && person!.Value.ResidenceCountry == entry.Country)
        {
            errors.Add(new("case.destination", "The destination is the participant's country of residence; the stay is abroad.", "/destination/country"));
        }

        if (errors.Count > 0)
        {
            return Result<Answer<OpenedCase>>.Refused(errors);
        }

        var @case = await AddAsync(data, request, entry, person!.Value, actor, ct);
        var plan = step.Services.GetRequiredService<DeadlineBook>().Plan(@case);
        step.Add(new StartProcess(
            entry.Programme!.Id,
            @case.WorkflowInstanceId!.Value,
            @case.Id.ToString("D"),
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["caseId"] = @case.Id.ToString("D") }));
        return Answer.Now(new OpenedCase(@case.Id, @case.Code, @case.ParticipantId, @case.WorkflowInstanceId.Value, LateStep.Of(plan)));
    }

    private async Task<Result<Participant>?> PersonAsync(SendData data, OpenCase request, CancellationToken ct)
    {
        if (request is { ParticipantId: { } id, Participant: null })
        {
            return await data.Participants.FirstOrDefaultAsync(row => row.Id == id, ct) is { } known
                ? known
                : new Error("participant.unknown", "There is no participant with this id.", "/participantId");
        }

        return request is { Participant: { } entered, ParticipantId: null }
            ? await ParticipantEntry.CreateAsync(data, entered, "/participant", clock.GetUtcNow(), clock.Today(), ct)
            : null;
    }

    private async Task<SendCase> AddAsync(SendData data, OpenCase request, CaseEntry entry, Participant person, Actor actor, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        if (data.Entry(person).State == EntityState.Detached)
        {
            data.Participants.Add(person);
            data.Audit.Add(AuditLine.Of("participant.created", actor, clock, data: new { participant = person.Id, name = person.FullName }));
        }

        var @case = new SendCase
        {
            Id = Guid.CreateVersion7(at),
            Code = await NextCodeAsync(data, entry.Programme!, entry.Departure.Year, ct),
            Programme = entry.Programme!.Code,
            ParticipantId = person.Id,
            SendingOrganisationId = request.SendingOrganisationId ?? person.SendingOrganisationId,
            DestinationCountry = entry.Country,
            DestinationCity = entry.City,
            Funder = entry.Funder,
            LateEntry = entry.Departure.DayNumber - clock.Today().DayNumber < entry.Programme.LeadDays,
            WorkflowInstanceId = Guid.CreateVersion7(at),
            CreatedAt = at,
        };
        @case.Plan(entry.Departure, entry.Start, entry.End, entry.Return, at);
        @case.AssignOwner(request.OwnerId ?? actor.Id, at);
        data.Cases.Add(@case);
        data.Audit.Add(AuditLine.Of("case.opened", actor, clock, @case.Id, data: new { @case.Code, @case.Programme, participant = person.FullName, country = @case.DestinationCountry, city = @case.DestinationCity, @case.Departure, @case.Return }));
        return @case;
    }

    /// <summary>One more than the greatest number of the programme and year. Two that are opened at the same moment collide on the unique code, and one runs again.</summary>
    private static async Task<string> NextCodeAsync(SendData data, Programme programme, int year, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{programme.Code}-{year}-");
        var last = await data.Cases.AsNoTracking().Where(row => row.Code.StartsWith(prefix)).OrderByDescending(row => row.Code.Length).ThenByDescending(row => row.Code).Select(row => row.Code).FirstOrDefaultAsync(ct);
        var number = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:0000}");
    }
}
