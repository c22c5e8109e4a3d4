using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Finds instances; filtering, order and paging are the database's.</summary>
internal sealed class InstanceSearch(SendDbContext db, CaseNames names)
{
    public const int LargestPage = 1000;
    private const int DefaultPage = 15;

    /// <summary>One page and how many there are in all. Throws <see cref="BadHttpRequestException"/> for a filter that cannot be taken.</summary>
    public async Task<PagedItems<InstanceSummary>> FindAsync(InstanceSearchRequest request, CancellationToken ct)
    {
        var rows = await FilterAsync(request, ct);
        var size = Math.Clamp(request.PageSize ?? DefaultPage, 1, LargestPage);
        var skip = Math.Max(0, request.Page ?? 0) * (long)size;
        var total = await rows.LongCountAsync(ct);
        var page = skip >= total ? [] : await Sort(rows, request).Skip((int)skip).Take(size).Select(row => new InstanceSummary
        {
            Id = row.Id,
            DefinitionId = row.DefinitionId,
            DefinitionVersionId = row.DefinitionVersionId,
            Version = row.DefinitionVersion,
            Status = row.Status,
            SubStatus = row.SubStatus,
            CorrelationId = row.CorrelationId,
            Name = row.Name,
            IncidentCount = row.IncidentCount,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            FinishedAt = row.FinishedAt,
        }).ToListAsync(ct);
        var codes = await names.OfAsync(page.Where(row => row.Name is null).Select(row => row.CorrelationId), ct);
        return new(page.ConvertAll(row => row with { Name = row.Name ?? codes.GetValueOrDefault(row.CorrelationId ?? "") }), total);
    }

    /// <summary>The rows that the filters leave.</summary>
    public async Task<IQueryable<StoredInstance>> FilterAsync(InstanceSearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rows = db.Set<StoredInstance>().AsNoTracking();
        rows = Among(rows, row => row.DefinitionId, Wanted(request.DefinitionIds, request.DefinitionId));
        rows = Among(rows, row => row.CorrelationId!, Wanted(null, request.CorrelationId));
        rows = Among(rows, row => row.ParentId!, Wanted(request.ParentWorkflowInstanceIds, null));
        rows = request.Version is { } version ? rows.Where(row => row.DefinitionVersion == version) : rows;
        rows = request.IsSystem is { } system ? rows.Where(row => row.IsSystem == system) : rows;
        rows = request.HasIncidents switch
        {
            true => rows.Where(row => row.IncidentCount > 0),
            false => rows.Where(row => row.IncidentCount == 0),
            null => rows,
        };
        rows = Among(rows, row => row.Status, Wanted(request.Statuses, request.Status));
        rows = Among(rows, row => row.SubStatus, Wanted(request.SubStatuses, request.SubStatus));
        foreach (var filter in request.TimestampFilters ?? [])
        {
            rows = InstanceTimes.Filter(rows, filter);
        }

        return string.IsNullOrWhiteSpace(request.SearchTerm) ? rows : await SearchAsync(rows, request.SearchTerm.Trim(), ct);
    }

    /// <summary>Ids of running instances among those named, of a definition or of one of its versions; the oldest first. None when nothing is named.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync(IReadOnlyList<string>? ids, string? definitionId, string? versionId, int most, CancellationToken ct)
    {
        if (ids is not { Count: > 0 } && string.IsNullOrEmpty(definitionId) && string.IsNullOrEmpty(versionId))
        {
            return [];
        }

        var rows = db.Set<StoredInstance>().AsNoTracking().Where(row => row.Status == Engine.WorkflowStatus.Running);
        rows = Among(rows, row => row.Id, Wanted(ids, null));
        rows = Among(rows, row => row.DefinitionId, Wanted(null, definitionId));
        rows = Among(rows, row => row.DefinitionVersionId, Wanted(null, versionId));
        return await rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(most).Select(row => row.Id).ToListAsync(ct);
    }

    private static List<string> Wanted(IReadOnlyList<string>? several, string? one) => [.. (several ?? []).Append(one).OfType<string>().Where(text => text.Length > 0)];

    private static List<T> Wanted<T>(IReadOnlyList<T>? several, T? one)
        where T : struct, Enum => [.. several ?? [], .. one is { } value ? [value] : Array.Empty<T>()];

    private static IQueryable<StoredInstance> Among<T>(IQueryable<StoredInstance> rows, Expression<Func<StoredInstance, T>> column, List<T> wanted)
    {
        if (wanted.Count == 0)
        {
            return rows;
        }

        // Written as an expression because the column is a parameter: `wanted.Contains(column(row))`.
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], Expression.Constant(wanted), column.Body);
        return rows.Where(Expression.Lambda<Func<StoredInstance, bool>>(contains, column.Parameters));
    }

    private static IQueryable<StoredInstance> Sort(IQueryable<StoredInstance> rows, InstanceSearchRequest request)
    {
        var ascending = string.Equals(request.OrderDirection, "Ascending", StringComparison.OrdinalIgnoreCase);
        return request.OrderBy?.ToLower(CultureInfo.InvariantCulture) switch
        {
            "updatedat" or "updated" or "lastexecuted" => By(rows, row => row.UpdatedAt, ascending),
            "finished" or "finishedat" => By(rows, row => row.FinishedAt, ascending),
            "name" => By(rows, row => row.Name, ascending),
            _ => By(rows, row => row.CreatedAt, ascending),
        };
    }

    private static IOrderedQueryable<StoredInstance> By<T>(IQueryable<StoredInstance> rows, Expression<Func<StoredInstance, T>> column, bool ascending) => ascending
        ? rows.OrderBy(column).ThenBy(row => row.Id)
        : rows.OrderByDescending(column).ThenByDescending(row => row.Id);

    private async Task<IQueryable<StoredInstance>> SearchAsync(IQueryable<StoredInstance> rows, string term, CancellationToken ct)
    {
        var cases = await names.FindAsync(term, ct);
        var like = Like.Containing(term);
        return rows.Where(row => EF.Functions.Like(row.Id.ToLower(), like, Like.Escape)
            || EF.Functions.Like(row.DefinitionId.ToLower(), like, Like.Escape)
            || row.DefinitionVersionId == term
            || (row.Name != null && EF.Functions.Like(row.Name.ToLower(), like, Like.Escape))
            || (row.CorrelationId != null && (cases.Contains(row.CorrelationId) || EF.Functions.Like(row.CorrelationId.ToLower(), like, Like.Escape))));
    }
}
