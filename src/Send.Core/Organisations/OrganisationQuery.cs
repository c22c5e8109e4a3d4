using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Placements;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Organisations;

/// <summary>One organisation.</summary>
public sealed record OrganisationQuery(Guid Id);

/// <summary>An organisation with its contacts, offers and the last 50 cases that it sends or hosts.</summary>
public sealed record OrganisationDetails(
    Guid Id, OrganisationData Data, double? Rating, bool MayEdit, IReadOnlyList<OfferRow> Offers, IReadOnlyList<CaseRow> Cases, DateTimeOffset CreatedAt, long Revision);

/// <summary>Answers <see cref="OrganisationQuery"/>.</summary>
public sealed class OrganisationHandler(SendData data, TimeProvider clock)
{
    private const int MostCases = 50;

    public async Task<Result<OrganisationDetails>> HandleAsync(OrganisationQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var row = await data.Organisations.AsNoTracking().Include(one => one.Contacts).FirstOrDefaultAsync(one => one.Id == query.Id, ct);
        if (row is null)
        {
            return new Error("organisation.not-found", $"There is no organisation {query.Id}.", null, ErrorKind.NotFound);
        }

        var offers = await OfferRows.ReadAsync(data, data.Offers.Where(offer => offer.HostId == row.Id).OrderBy(offer => offer.Title).ThenBy(offer => offer.Id), ct);
        var cases = data.Cases.Where(one => one.HostId == row.Id || one.SendingOrganisationId == row.Id).OrderByDescending(one => one.Departure).ThenBy(one => one.Id).Take(MostCases);
        return new OrganisationDetails(
            row.Id, DataOf(row), row.Rating, actor.Can(Permission.EditPeople), offers, await CaseRows.ReadAsync(data, cases, clock.Today(), ct), row.CreatedAt, row.Version);
    }

    private static OrganisationData DataOf(Organisation row) => new()
    {
        Name = row.Name,
        Kinds = OrganisationRows.KindList(row.Kinds),
        Country = row.Country,
        City = row.City,
        Address = row.Address,
        Latitude = row.Latitude,
        Longitude = row.Longitude,
        Website = row.Website,
        Sector = row.Sector,
        Employees = row.Employees,
        TimeZone = row.TimeZone,
        WorkingLanguages = row.WorkingLanguages.Split(',', StringSplitOptions.RemoveEmptyEntries),
        AcceptsMinors = row.AcceptsMinors,
        Notes = row.Notes,
        Active = row.Active,
        Contacts =
        [
            .. row.Contacts.OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => new ContactData
            {
                Id = contact.Id,
                Name = contact.Name,
                Position = contact.Position,
                Email = contact.Email,
                Phone = contact.Phone,
                Language = contact.Language,
                IsSignatory = contact.IsSignatory,
                IsMentor = contact.IsMentor,
            }),
        ],
    };
}
