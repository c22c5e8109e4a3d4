using Microsoft.EntityFrameworkCore;
using Send.Core.Data;

namespace Send.Core.Organisations;

/// <summary>Reads organisations as rows of lists.</summary>
internal static class OrganisationRows
{
    public static async Task<IReadOnlyList<OrganisationRow>> ReadAsync(SendData data, IQueryable<Organisation> organisations, CancellationToken ct)
    {
        var rows = await organisations.AsNoTracking().Select(row => new { Row = row, Offers = data.Offers.Count(offer => offer.HostId == row.Id && offer.Active) }).ToListAsync(ct);
        return
        [
            .. rows.Select(one => new OrganisationRow(
                one.Row.Id, one.Row.Name, KindList(one.Row.Kinds), one.Row.Country, one.Row.City, one.Row.Sector, one.Row.Employees, one.Row.Rating, one.Row.AcceptsMinors, one.Row.Active, one.Offers, one.Row.Version)),
        ];
    }

    /// <summary>The flags one by one.</summary>
    public static IReadOnlyList<OrganisationKinds> KindList(OrganisationKinds kinds) =>
        [.. Enum.GetValues<OrganisationKinds>().Where(kind => kind != OrganisationKinds.None && kinds.HasFlag(kind))];
}
