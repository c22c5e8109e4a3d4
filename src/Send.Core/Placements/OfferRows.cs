using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;

namespace Send.Core.Placements;

/// <summary>Reads offers as rows of lists.</summary>
internal static class OfferRows
{
    private static readonly CaseStatus[] Gone = [CaseStatus.Closed, CaseStatus.Withdrawn, CaseStatus.Cancelled, CaseStatus.Rejected, CaseStatus.Returned, CaseStatus.Recognition];

    public static async Task<IReadOnlyList<OfferRow>> ReadAsync(SendData data, IQueryable<PlacementOffer> offers, CancellationToken ct) =>
    [
        .. (await Raw(data, offers).ToListAsync(ct)).Select(one => new OfferRow(
            one.Row.Id, one.Row.HostId, one.Host, one.Row.Title, one.Row.Occupation, one.Row.Country, one.Row.City, one.Row.AvailableFrom, one.Row.AvailableTo, one.Row.Capacity, one.Taken, one.Row.Language, one.Row.LanguageLevel, one.Row.AcceptsMinors, one.Row.Active, one.Row.Version)),
    ];

    private static IQueryable<RawOffer> Raw(SendData data, IQueryable<PlacementOffer> offers) =>
        from offer in offers.AsNoTracking()
        join host in data.Organisations on offer.HostId equals host.Id
        select new RawOffer { Row = offer, Host = host.Name, Taken = data.Cases.Count(one => one.OfferId == offer.Id && !Gone.Contains(one.Status)) };

    private sealed record RawOffer
    {
        public required PlacementOffer Row { get; init; }

        public string Host { get; init; } = "";

        public int Taken { get; init; }
    }
}
