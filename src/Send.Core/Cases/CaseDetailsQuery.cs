using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>One case.</summary>
public sealed record CaseDetailsQuery(Guid Id);

/// <summary>Answers <see cref="CaseDetailsQuery"/>. Sensitive facts are left out for everybody: they are read on the task or the participant, where that is audited.</summary>
public sealed class CaseDetailsHandler(SendData data, ITaskTitles titles, SensitiveFields sensitive, ReferenceData reference, TimeProvider clock)
{
    public async Task<Result<CaseDetails>> HandleAsync(CaseDetailsQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var @case = await data.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        if (@case is null)
        {
            return CaseAccess.NotFound(query.Id);
        }

        var today = clock.Today();
        var person = await data.Participants.AsNoTracking().FirstAsync(row => row.Id == @case.ParticipantId, ct);
        var open = await InboxRows.ReadAsync(data, data.Tasks.Where(row => row.CaseId == @case.Id && row.IsOpen).OrderBy(row => row.DueOrder).ThenBy(row => row.Id), titles, today, ct);
        var ended = await InboxRows.ReadAsync(data, data.Tasks.Where(row => row.CaseId == @case.Id && !row.IsOpen).OrderByDescending(row => row.DoneAt).ThenByDescending(row => row.Id), titles, today, ct);
        return new CaseDetails
        {
            Case = (await CaseRows.ReadAsync(data, data.Cases.Where(row => row.Id == @case.Id), today, ct))[0],
            EffectiveStart = @case.EffectiveStart,
            EffectiveEnd = @case.EffectiveEnd,
            EffectiveReturn = @case.EffectiveReturn,
            DaysToDeparture = @case.Departure.DayNumber - today.DayNumber,
            EndReason = @case.EndReason,
            Funder = @case.Funder,
            CreatedAt = @case.CreatedAt,
            ClosedAt = @case.ClosedAt,
            Participant = Summary(person, @case),
            Sending = await OrganisationAsync(@case.SendingOrganisationId, ct),
            Host = await OrganisationAsync(@case.HostId, ct),
            OfferId = @case.OfferId,
            OfferTitle = await data.Offers.AsNoTracking().Where(row => row.Id == @case.OfferId).Select(row => row.Title).FirstOrDefaultAsync(ct),
            Progress = CaseProgress.Of(@case, open, reference),
            Facts = await FactsAsync(@case.Id, ct),
            Tasks = [.. open, .. ended],
            Deadlines = await DeadlineRows.ReadAsync(data, data.Deadlines.Where(row => row.CaseId == @case.Id).OrderBy(row => row.Due).ThenBy(row => row.Id), titles, ct),
            Documents = await CaseDocumentsHandler.ReadAsync(data, @case.Id, ct),
            May = new(
                Steer: actor.Can(Permission.SteerCases) && !@case.IsEnded,
                AssignOwner: actor.Can(Permission.AssignTasks) && !@case.IsEnded,
                Upload: actor.Can(Permission.WorkTasks),
                Events: actor.Can(Permission.SteerCases) ? CaseEvents.Possible(@case) : []),
        };
    }

    private static PersonSummary Summary(Participant person, SendCase @case) => new(
        person.Id,
        person.GivenName,
        person.FamilyName,
        person.BirthDate,
        person.AgeOn(@case.Start),
        person.Nationalities,
        person.Email,
        person.Phone,
        person.Language,
        person.Status,
        person.Qualification);

    private async Task<OrganisationRow?> OrganisationAsync(Guid? id, CancellationToken ct) =>
        id is null ? null : (await OrganisationRows.ReadAsync(data, data.Organisations.Where(row => row.Id == id), ct))[0];

    private async Task<IReadOnlyList<FactsSection>> FactsAsync(Guid caseId, CancellationToken ct) =>
    [
        .. (await data.Facts.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.ChangedAt).ThenBy(row => row.Id).ToListAsync(ct))
            .Select(row => new FactsSection(row.Section, sensitive.Hide(row.Section, JsonNode.Parse(row.Data) as JsonObject ?? []), row.ChangedBy, row.ChangedAt, row.TaskId)),
    ];
}
