using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>Tells the case's workflow that something happened; what is said with it is the form `event-{name}`.</summary>
public sealed record RaiseCaseEvent(Guid CaseId, string Name, JsonObject Data, long? Revision = null, Guid? OperationId = null);

/// <summary>What an event moved.</summary>
public sealed record CaseEventAnswer(Guid CaseId, string Name, CaseStage Stage, CaseStatus Status, IReadOnlyList<OpenedTask> Opened, long Revision);

/// <summary>Does <see cref="RaiseCaseEvent"/>; `process.nobody-waits` when the case's workflow does not wait for the event now.</summary>
public sealed class RaiseCaseEventHandler(IProcessRunner runner, FormCatalog forms, ITaskTitles titles, ReferenceData reference, TimeProvider clock)
{
    public Task<Result<CaseEventAnswer>> HandleAsync(RaiseCaseEvent request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<CaseEventAnswer>(request, request.OperationId, actor, clock, (step, token) => RaiseAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Answer<CaseEventAnswer>>> RaiseAsync(ProcessStep step, RaiseCaseEvent request, Actor actor, CancellationToken ct)
    {
        var data = step.Data;
        var @case = await data.Cases.FirstOrDefaultAsync(row => row.Id == request.CaseId, ct);
        if (@case is null || CaseAccess.MayRead(actor) is not null)
        {
            return CaseAccess.NotFound(request.CaseId);
        }

        if ((CaseAccess.MaySteer(actor) ?? CaseAccess.CheckRevision(@case, request.Revision)) is { } refusal)
        {
            return refusal;
        }

        if (!CaseEvents.All.Contains(request.Name, StringComparer.Ordinal) || forms.Find(CaseEvents.FormOf(request.Name)) is not { } form)
        {
            return new Error("case.event-unknown", $"“{request.Name}” is not an event of a case; they are {string.Join(", ", CaseEvents.All)}.", null, ErrorKind.NotFound);
        }

        if (@case.IsEnded)
        {
            return new Error("case.ended", $"The case has ended: {@case.Status}.", null, ErrorKind.Conflict);
        }

        var person = await data.Participants.FirstAsync(row => row.Id == @case.ParticipantId, ct);
        var context = CaseContext.Of(@case, person, null, null, null, [], null, clock.Today());
        var check = FormValidator.Validate(form, Completed(form, context, request.Data), form.Outcomes[0].Name, context, actor.Language);
        var errors = check.Errors.Select(error => new Error(error.Code, error.Message, "/data" + error.Pointer)).ToList();
        errors.AddRange(await FormReferences.UnknownAsync(data, form, check.Data, @case.Id, ct));
        if (errors.Count == 0)
        {
            errors.AddRange(DateProblems(@case, request.Name, check.Data));
        }

        if (errors.Count > 0)
        {
            return Result<Answer<CaseEventAnswer>>.Refused(errors);
        }

        data.Audit.Add(AuditLine.Of("case.event", actor, clock, @case.Id, data: new { name = request.Name, said = check.Data }));
        step.Add(new CaseEventRaised(@case.Id, request.Name, check.Data.ToDictionary(pair => pair.Key, pair => PlainValue.Of(pair.Value), StringComparer.Ordinal), Required: true));
        return Answer.After(() => new CaseEventAnswer(
            @case.Id, request.Name, @case.Stage, @case.Status, OpenedTasks.In(data, @case.Id, titles, actor), data.NextVersion(@case)));
    }

    /// <summary>What was said, and for what was not the values that are known (today, the present dates).</summary>
    private static JsonObject Completed(FormDefinition form, FormContext context, JsonObject said)
    {
        var values = said.DeepClone().AsObject();
        foreach (var (field, value) in FormPrefill.Fill(form, context, said).Values)
        {
            if (!values.ContainsKey(field))
            {
                values[field] = value?.DeepClone();
            }
        }

        return values;
    }

    /// <summary>New dates keep their order and the programme's limits. The names of the fields are those of <see cref="CasePlan"/>.</summary>
    private IEnumerable<Error> DateProblems(SendCase @case, string name, JsonObject said)
    {
        if (name is not (CaseEvents.DatesChanged or CaseEvents.Extend))
        {
            return [];
        }

        var plan = CasePlan.From(said);
        var shift = plan.Departure is { } departs ? departs.DayNumber - @case.Departure.DayNumber : 0;
        return CaseEntry.DateProblems(
                reference.Programme(@case.Programme),
                plan.Departure ?? @case.Departure,
                plan.Start ?? @case.Start.AddDays(shift),
                plan.End ?? @case.End.AddDays(shift),
                plan.Return ?? @case.Return.AddDays(shift))
            .Select(error => error with { Field = "/data/" + error.Field });
    }
}
