using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Placements;

/// <summary>Offers by title. <paramref name="Text"/>: words in title, occupation, host or city; <paramref name="AvailableOn"/>: open on that day.</summary>
public sealed record OfferListQuery(
    Guid? Host = null, string? Country = null, string? Programme = null, DateOnly? AvailableOn = null, string? Text = null, bool? Active = null, PageRequest? Page = null);

/// <summary>An offer as lists show it; <paramref name="Taken"/> is the number of running cases placed on it whose person has not come back.</summary>
public sealed record OfferRow(
    Guid Id, Guid HostId, string HostName, string Title, string? Occupation, string Country, string City, DateOnly AvailableFrom, DateOnly AvailableTo, int Capacity, int Taken, string Language, string? LanguageLevel, bool AcceptsMinors, bool Active, long Revision);

/// <summary>Answers <see cref="OfferListQuery"/>.</summary>
public sealed class OfferListHandler(SendData data)
{
    public async Task<Result<Page<OfferRow>>> HandleAsync(OfferListQuery query, Actor actor, CancellationToken ct)
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
            return Result<Page<OfferRow>>.Refused(cursor.Errors);
        }

        var offers = Filter(data.Offers.AsNoTracking(), query);
        if (cursor.Value is { Key: { } title } from)
        {
            var id = from.Id;
            offers = offers.Where(row => row.Title.CompareTo(title) > 0 || (row.Title == title && row.Id > id));
        }

        var rows = await OfferRows.ReadAsync(data, offers.OrderBy(row => row.Title).ThenBy(row => row.Id).Take(page.Size + 1), ct);
        var items = rows.Take(page.Size).ToList();
        return new Page<OfferRow>(items, rows.Count > items.Count ? new Cursor(items[^1].Title, items[^1].Id).Encode() : null);
    }

    private IQueryable<PlacementOffer> Filter(IQueryable<PlacementOffer> offers, OfferListQuery query)
    {
        if (query.Host is { } host)
        {
            offers = offers.Where(row => row.HostId == host);
        }

        if (!string.IsNullOrWhiteSpace(query.Country))
        {
            var country = query.Country.ToUpperInvariant();
            offers = offers.Where(row => row.Country == country);
        }

        if (!string.IsNullOrWhiteSpace(query.Programme))
        {
            var programme = query.Programme.ToUpperInvariant();
            offers = offers.Where(row => row.Programmes.Contains(programme));
        }

        if (query.AvailableOn is { } day)
        {
            offers = offers.Where(row => row.AvailableFrom <= day && row.AvailableTo >= day);
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var like = Like.Containing(query.Text.Trim());
            offers = offers.Where(row => EF.Functions.Like(row.Title.ToLower(), like, Like.Escape)
                || (row.Occupation != null && EF.Functions.Like(row.Occupation.ToLower(), like, Like.Escape))
                || EF.Functions.Like(row.City.ToLower(), like, Like.Escape)
                || data.Organisations.Any(one => one.Id == row.HostId && EF.Functions.Like(one.Name.ToLower(), like, Like.Escape)));
        }

        return query.Active is { } active ? offers.Where(row => row.Active == active) : offers;
    }
}
