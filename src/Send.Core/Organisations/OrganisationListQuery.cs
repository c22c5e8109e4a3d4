using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Organisations;

/// <summary>Organisations by name. <paramref name="Text"/>: words in name or city.</summary>
public sealed record OrganisationListQuery(OrganisationKinds? Kind = null, string? Country = null, string? Text = null, bool? Active = null, PageRequest? Page = null);

/// <summary>Answers <see cref="OrganisationListQuery"/>.</summary>
public sealed class OrganisationListHandler(SendData data)
{
    public async Task<Result<Page<OrganisationRow>>> HandleAsync(OrganisationListQuery query, Actor actor, CancellationToken ct)
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
            return Result<Page<OrganisationRow>>.Refused(cursor.Errors);
        }

        var organisations = Filter(data.Organisations.AsNoTracking(), query);
        if (cursor.Value is { Key: { } name } from)
        {
            var id = from.Id;
            organisations = organisations.Where(row => row.Name.CompareTo(name) > 0 || (row.Name == name && row.Id > id));
        }

        var rows = await OrganisationRows.ReadAsync(data, organisations.OrderBy(row => row.Name).ThenBy(row => row.Id).Take(page.Size + 1), ct);
        var items = rows.Take(page.Size).ToList();
        return new Page<OrganisationRow>(items, rows.Count > items.Count ? new Cursor(items[^1].Name, items[^1].Id).Encode() : null);
    }

    private static IQueryable<Organisation> Filter(IQueryable<Organisation> organisations, OrganisationListQuery query)
    {
        if (query.Kind is { } kind && kind != OrganisationKinds.None)
        {
            organisations = organisations.Where(row => (row.Kinds & kind) != OrganisationKinds.None);
        }

        if (!string.IsNullOrWhiteSpace(query.Country))
        {
            var country = query.Country.ToUpperInvariant();
            organisations = organisations.Where(row => row.Country == country);
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var like = Like.Containing(query.Text.Trim());
            organisations = organisations.Where(row => EF.Functions.Like(row.Name.ToLower(), like, Like.Escape) || EF.Functions.Like(row.City.ToLower(), like, Like.Escape));
        }

        return query.Active is { } active ? organisations.Where(row => row.Active == active) : organisations;
    }
}
