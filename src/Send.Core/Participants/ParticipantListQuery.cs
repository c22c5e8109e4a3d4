using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Participants;

/// <summary>Participants by family name. <paramref name="Text"/>: words in name, e-mail or city.</summary>
public sealed record ParticipantListQuery(string? Text = null, string? Nationality = null, Guid? SendingOrganisation = null, PageRequest? Page = null);

/// <summary>Answers <see cref="ParticipantListQuery"/>.</summary>
public sealed class ParticipantListHandler(SendData data)
{
    public async Task<Result<Page<ParticipantRow>>> HandleAsync(ParticipantListQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        var page = query.Page ?? new();
        if ((CaseAccess.MayRead(actor) ?? page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<ParticipantRow>>.Refused(cursor.Errors);
        }

        var people = Filter(data.Participants.AsNoTracking(), query);
        if (cursor.Value is { Key: { } name } from)
        {
            var id = from.Id;
            people = people.Where(row => row.FamilyName.CompareTo(name) > 0 || (row.FamilyName == name && row.Id > id));
        }

        var rows = await people.OrderBy(row => row.FamilyName).ThenBy(row => row.Id).Take(page.Size + 1)
            .Select(row => new ParticipantRow(
                row.Id,
                row.GivenName,
                row.FamilyName,
                row.BirthDate,
                row.Nationalities,
                row.Email,
                row.City,
                row.ResidenceCountry,
                row.Status,
                data.Organisations.Where(one => one.Id == row.SendingOrganisationId).Select(one => one.Name).FirstOrDefault(),
                data.Cases.Count(one => one.ParticipantId == row.Id),
                row.Version))
            .ToListAsync(ct);
        var items = rows.Take(page.Size).ToList();
        return new Page<ParticipantRow>(items, rows.Count > items.Count ? new Cursor(items[^1].FamilyName, items[^1].Id).Encode() : null);
    }

    private static IQueryable<Participant> Filter(IQueryable<Participant> people, ParticipantListQuery query)
    {
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var like = Like.Containing(query.Text.Trim());
            people = people.Where(row => EF.Functions.Like((row.GivenName + " " + row.FamilyName).ToLower(), like, Like.Escape)
                || EF.Functions.Like(row.Email.ToLower(), like, Like.Escape)
                || (row.City != null && EF.Functions.Like(row.City.ToLower(), like, Like.Escape)));
        }

        if (!string.IsNullOrWhiteSpace(query.Nationality))
        {
            var country = query.Nationality.ToUpperInvariant();
            people = people.Where(row => row.Nationalities.Contains(country));
        }

        return query.SendingOrganisation is { } sending ? people.Where(row => row.SendingOrganisationId == sending) : people;
    }
}
