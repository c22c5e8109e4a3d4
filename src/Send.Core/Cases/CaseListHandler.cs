using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>Answers <see cref="CaseListQuery"/>.</summary>
public sealed class CaseListHandler(SendData data, TimeProvider clock)
{
    public async Task<Result<Page<CaseRow>>> HandleAsync(CaseListQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if ((CaseAccess.MayRead(actor) ?? query.Page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(query.Page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<CaseRow>>.Refused(cursor.Errors);
        }

        var cases = Filter(data.Cases.AsNoTracking(), query).Page(data, query.Sort, cursor.Value).Take(query.Page.Size + 1);
        var rows = await cases.ToRaw(data, clock.Today()).InOrder(query.Sort).ToListAsync(ct);
        var page = rows.Take(query.Page.Size).ToList();
        var next = rows.Count > page.Count ? page[^1].After(query.Sort).Encode() : null;
        return new Page<CaseRow>([.. page.Select(row => row.ToRow())], next);
    }

    private IQueryable<SendCase> Filter(IQueryable<SendCase> cases, CaseListQuery query)
    {
        if (!string.IsNullOrWhiteSpace(query.Programme))
        {
            cases = cases.Where(row => row.Programme == query.Programme);
        }

        if (query.Status is { } status)
        {
            cases = cases.Where(row => row.Status == status);
        }

        if (query.Stage is { } stage)
        {
            cases = cases.Where(row => row.Stage == stage);
        }

        if (query.Owner is { } owner)
        {
            cases = cases.Where(row => row.OwnerId == owner);
        }

        if (!string.IsNullOrWhiteSpace(query.Destination))
        {
            var country = query.Destination.ToUpperInvariant();
            cases = cases.Where(row => row.DestinationCountry == country);
        }

        if (query.Participant is { } participant)
        {
            cases = cases.Where(row => row.ParticipantId == participant);
        }

        if (query.Organisation is { } organisation)
        {
            cases = cases.Where(row => row.HostId == organisation || row.SendingOrganisationId == organisation);
        }

        if (query.DepartsBefore is { } before)
        {
            cases = cases.Where(row => row.Departure < before);
        }

        if (query.DepartsAfter is { } after)
        {
            cases = cases.Where(row => row.Departure > after);
        }

        if (query.Running is { } running)
        {
            CaseStatus[] ended = [CaseStatus.Closed, CaseStatus.Withdrawn, CaseStatus.Cancelled, CaseStatus.Rejected];
            cases = running ? cases.Where(row => !ended.Contains(row.Status)) : cases.Where(row => ended.Contains(row.Status));
        }

        return string.IsNullOrWhiteSpace(query.Text) ? cases : WithText(cases, Like.Containing(query.Text.Trim()));
    }

    private IQueryable<SendCase> WithText(IQueryable<SendCase> cases, string like) =>
        cases.Where(row => EF.Functions.Like(row.Code.ToLower(), like, Like.Escape)
            || (row.DestinationCity != null && EF.Functions.Like(row.DestinationCity.ToLower(), like, Like.Escape))
            || data.Participants.Any(person => person.Id == row.ParticipantId
                && EF.Functions.Like((person.GivenName + " " + person.FamilyName).ToLower(), like, Like.Escape)));
}
