using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Reads definitions; lists never read their JSON.</summary>
internal sealed class DefinitionQueries(SendDbContext db)
{
    public async Task<DefinitionPage> ListAsync(DefinitionListRequest request, CancellationToken ct)
    {
        var rows = Filter(request);
        var size = Math.Clamp(request.PageSize ?? DefinitionListRequest.LargestPage, 1, DefinitionListRequest.LargestPage);
        var skip = (request.Page ?? 0) * size;
        var items = await Order(rows, request).Skip(skip).Take(size).Select(row => new StoredDefinition
        {
            Id = row.Id,
            DefinitionId = row.DefinitionId,
            DefinitionVersion = row.DefinitionVersion,
            Name = row.Name,
            Description = row.Description,
            ToolVersion = row.ToolVersion,
            IsLatest = row.IsLatest,
            IsPublished = row.IsPublished,
            IsReadonly = row.IsReadonly,
            CreatedAt = row.CreatedAt,
            Revision = row.Revision,
            ChangedBy = "",
            Json = "",
        }).ToListAsync(ct);
        var total = items.Count < size && (items.Count > 0 || skip == 0) ? skip + items.Count : await rows.LongCountAsync(ct);
        return new(items.ConvertAll(DefinitionSummary.Of), total, DefinitionLinks.List);
    }

    public Task<StoredDefinition?> FindAsync(string definitionId, string? versionOptions, CancellationToken ct) =>
        Versions(db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definitionId), string.IsNullOrEmpty(versionOptions) ? "Latest" : versionOptions)
            .OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(ct);

    public Task<StoredDefinition?> FindByIdAsync(string id, CancellationToken ct) => db.Set<StoredDefinition>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);

    public Task<List<StoredDefinition>> FindManyAsync(IReadOnlyList<string> ids, CancellationToken ct) =>
        db.Set<StoredDefinition>().AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.DefinitionId).ThenBy(row => row.DefinitionVersion).ToListAsync(ct);

    public Task<List<StoredDefinition>> FindLatestAsync(IReadOnlyList<string> definitionIds, CancellationToken ct) =>
        db.Set<StoredDefinition>().AsNoTracking().Where(row => definitionIds.Contains(row.DefinitionId) && row.IsLatest).OrderBy(row => row.DefinitionId).ToListAsync(ct);

    public Task<bool> ExistsAsync(string definitionId, CancellationToken ct) => db.Set<StoredDefinition>().AnyAsync(row => row.DefinitionId == definitionId, ct);

    public Task<int> CountAsync(CancellationToken ct) => db.Set<StoredDefinition>().CountAsync(row => row.IsLatest, ct);

    public async Task<bool> IsNameUniqueAsync(string name, string? definitionId, CancellationToken ct) =>
        !await db.Set<StoredDefinition>().AnyAsync(row => row.IsLatest && row.Name == name && row.DefinitionId != (definitionId ?? ""), ct);

    private IQueryable<StoredDefinition> Filter(DefinitionListRequest request)
    {
        var rows = Versions(db.Set<StoredDefinition>().AsNoTracking(), request.VersionOptions);
        if (request.Ids.Count > 0)
        {
            rows = rows.Where(row => request.Ids.Contains(row.Id));
        }

        if (request.DefinitionIds.Count > 0)
        {
            rows = rows.Where(row => request.DefinitionIds.Contains(row.DefinitionId));
        }

        if (request.IsSystem is { } system)
        {
            rows = rows.Where(row => row.IsSystem == system);
        }

        if (request.SearchTerm?.Trim() is { Length: > 0 } term)
        {
            var like = Like.Containing(term);
#pragma warning disable CA1304, CA1311, MA0011 // Translated to LOWER of the database.
            rows = rows.Where(row => EF.Functions.Like(row.Name!.ToLower(), like, Like.Escape) || EF.Functions.Like(row.Description!.ToLower(), like, Like.Escape)
                || EF.Functions.Like(row.DefinitionId.ToLower(), like, Like.Escape) || row.Id == term);
#pragma warning restore CA1304, CA1311, MA0011
        }

        return rows;
    }

    private static IQueryable<StoredDefinition> Versions(IQueryable<StoredDefinition> rows, string? options) => options switch
    {
        "Latest" => rows.Where(row => row.IsLatest),
        "Published" => rows.Where(row => row.IsPublished),
        "LatestOrPublished" => rows.Where(row => row.IsLatest || row.IsPublished),
        "LatestAndPublished" => rows.Where(row => row.IsLatest && row.IsPublished),
        "Draft" => rows.Where(row => !row.IsPublished),
        _ when int.TryParse(options, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => rows.Where(row => row.DefinitionVersion == version),
        _ => rows,
    };

    private static IOrderedQueryable<StoredDefinition> Order(IQueryable<StoredDefinition> rows, DefinitionListRequest request)
    {
        var by = request.OrderBy is { Length: > 0 } given ? given : "Name";
        var down = request.OrderDirection is { Length: > 0 } direction
            ? direction.Equals("Descending", StringComparison.OrdinalIgnoreCase)
            : !by.Equals("Name", StringComparison.OrdinalIgnoreCase);
        return (by.ToUpperInvariant(), down) switch
        {
            ("VERSION", false) => rows.OrderBy(row => row.DefinitionVersion).ThenBy(row => row.Id),
            ("VERSION", true) => rows.OrderByDescending(row => row.DefinitionVersion).ThenBy(row => row.Id),
            ("CREATED", false) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
            ("CREATED", true) => rows.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id),
            (_, false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
            (_, true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Id),
        };
    }
}
