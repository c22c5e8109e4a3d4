using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Persistence;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What people call the processes of cases: the correlation id of such an instance is the case's id, which says nothing to anybody.</summary>
internal sealed class CaseNames(SendDbContext db)
{
    private const int Most = 200;

    /// <summary>Codes of cases by correlation id; those that are no case are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string?> correlationIds, CancellationToken ct)
    {
        var ids = correlationIds.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : await db.Cases.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Code }).ToDictionaryAsync(row => row.Id.ToString("D"), row => row.Code, StringComparer.Ordinal, ct);
    }

    /// <summary>Correlation ids of cases whose code has this in it; the newest, if they are very many.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string term, CancellationToken ct)
    {
        var like = Like.Containing(term);
        var ids = await db.Cases.AsNoTracking().Where(row => EF.Functions.Like(row.Code.ToLower(), like, Like.Escape))
            .OrderByDescending(row => row.Code).Take(Most).Select(row => row.Id).ToListAsync(ct);
        return ids.ConvertAll(id => id.ToString("D"));
    }
}
