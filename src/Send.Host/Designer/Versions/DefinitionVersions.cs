using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Reads which versions of the workflows there are and how many instances run on each.</summary>
internal sealed class DefinitionVersions(SendDbContext db)
{
    /// <summary>Every workflow with its versions, by name.</summary>
    public async Task<Result<IReadOnlyList<DefinitionRow>>> ListAsync(Actor actor, CancellationToken ct) =>
        DesignerAccess.MayDesign(actor) is { } refusal ? refusal : Result<IReadOnlyList<DefinitionRow>>.Of(await ReadAsync(definitionId: null, ct));

    /// <summary>One workflow with its versions, the newest first.</summary>
    public async Task<Result<DefinitionRow>> FindAsync(string definitionId, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayDesign(actor) is { } refusal)
        {
            return refusal;
        }

        return await ReadAsync(definitionId, ct) is [var row] ? row : DesignerAccess.NoDefinition(definitionId);
    }

    private async Task<List<DefinitionRow>> ReadAsync(string? definitionId, CancellationToken ct)
    {
        var instances = await db.Set<StoredInstance>().AsNoTracking()
            .Where(row => definitionId == null || row.DefinitionId == definitionId)
            .GroupBy(row => new { row.DefinitionVersionId, row.Status, IsBroken = row.IncidentCount > 0 })
            .Select(group => new { group.Key.DefinitionVersionId, group.Key.Status, group.Key.IsBroken, Count = group.Count() }).ToListAsync(ct);
        var counts = instances.ToLookup(row => row.DefinitionVersionId, StringComparer.Ordinal);
        var rows = await db.Set<StoredDefinition>().AsNoTracking().Where(row => definitionId == null || row.DefinitionId == definitionId)
            .Select(row => new
            {
                row.Id,
                row.DefinitionId,
                row.DefinitionVersion,
                row.Name,
                row.Description,
                row.IsLatest,
                row.IsPublished,
                IsFromFile = row.FileHash != null,
                row.ChangedBy,
                row.ChangedAt,
                row.PublishedAt,
                row.PublishedBy,
            }).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.DefinitionId, StringComparer.Ordinal).Select(group =>
        {
            var latest = group.OrderByDescending(row => row.IsLatest).First();
            var versions = group.OrderByDescending(row => row.DefinitionVersion).Select(row => new VersionRow(
                row.Id,
                row.DefinitionVersion,
                row.IsPublished,
                row.IsFromFile,
                row.ChangedBy,
                row.ChangedAt,
                row.PublishedAt,
                row.PublishedBy,
                counts[row.Id].Where(count => count.Status == WorkflowStatus.Running).Sum(count => count.Count),
                counts[row.Id].Where(count => count.Status == WorkflowStatus.Running && count.IsBroken).Sum(count => count.Count),
                counts[row.Id].Where(count => count.Status != WorkflowStatus.Running).Sum(count => count.Count)));
            return new DefinitionRow(group.Key, latest.Name ?? group.Key, latest.Description, [.. versions]);
        }).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}

/// <summary>A workflow with its versions, the newest first.</summary>
internal sealed record DefinitionRow(string DefinitionId, string Name, string? Description, IReadOnlyList<VersionRow> Versions)
{
    /// <summary>The version that new cases run; null when it is retracted or was never published.</summary>
    public VersionRow? Published => Versions.FirstOrDefault(version => version.IsPublished);

    /// <summary>The newest version while it is a draft.</summary>
    public VersionRow? Draft => Versions.Count > 0 && Versions[0].IsDraft ? Versions[0] : null;

    public int Running => Versions.Sum(version => version.Running);

    /// <summary>Versions to which cases can be moved.</summary>
    public IEnumerable<VersionRow> Targets => Versions.Where(version => !version.IsDraft && (version.IsPublished || Published is null || version.Number > Published.Number));
}

/// <summary>A version of a workflow and what runs on it.</summary>
/// <param name="Id">Id of the version.</param>
/// <param name="Number">Number, from 1.</param>
/// <param name="IsPublished">New cases run it.</param>
/// <param name="IsFromFile">Taken over from a file of the installation.</param>
/// <param name="ChangedBy">Who wrote it last.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="PublishedAt">When it was published first; null for a draft.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Running">Instances that have not ended.</param>
/// <param name="Broken">Those of them in which a step failed.</param>
/// <param name="Finished">Instances that have ended.</param>
internal sealed record VersionRow(
    string Id, int Number, bool IsPublished, bool IsFromFile, string ChangedBy, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt, string? PublishedBy, int Running, int Broken, int Finished)
{
    public bool IsDraft => PublishedAt is null;
}
