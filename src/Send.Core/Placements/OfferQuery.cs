using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Placements;

/// <summary>One offer.</summary>
public sealed record OfferQuery(Guid Id);

/// <summary>An offer with the cases placed on it.</summary>
public sealed record OfferDetails(Guid Id, OfferData Data, string HostName, int Taken, bool MayEdit, IReadOnlyList<CaseRow> Cases, DateTimeOffset CreatedAt, long Revision);

/// <summary>Answers <see cref="OfferQuery"/>.</summary>
public sealed class OfferHandler(SendData data, TimeProvider clock)
{
    public async Task<Result<OfferDetails>> HandleAsync(OfferQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var row = await data.Offers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == query.Id, ct);
        if (row is null)
        {
            return new Error("offer.not-found", $"There is no offer {query.Id}.", null, ErrorKind.NotFound);
        }

        var line = (await OfferRows.ReadAsync(data, data.Offers.Where(one => one.Id == row.Id), ct))[0];
        var cases = await CaseRows.ReadAsync(data, data.Cases.Where(one => one.OfferId == row.Id).OrderByDescending(one => one.Departure), clock.Today(), ct);
        return new OfferDetails(row.Id, DataOf(row), line.HostName, line.Taken, actor.Can(Permission.EditPeople), cases, row.CreatedAt, row.Version);
    }

    private static OfferData DataOf(PlacementOffer row) => new()
    {
        HostId = row.HostId,
        Title = row.Title,
        Programmes = row.Programmes.Split(',', StringSplitOptions.RemoveEmptyEntries),
        Country = row.Country,
        City = row.City,
        AvailableFrom = row.AvailableFrom,
        AvailableTo = row.AvailableTo,
        Capacity = row.Capacity,
        FieldOfStudy = row.FieldOfStudy,
        Occupation = row.Occupation,
        Tasks = row.Tasks,
        Language = row.Language,
        LanguageLevel = row.LanguageLevel,
        AcceptsMinors = row.AcceptsMinors,
        StepFree = row.StepFree,
        HoursPerWeek = row.HoursPerWeek,
        Cost = row.Cost,
        DistanceKm = row.DistanceKm,
        LodgingHelp = row.LodgingHelp,
        Active = row.Active,
    };
}
