using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Answers <see cref="RunningQuery"/>, the oldest first.</summary>
internal sealed class RunningInstances(SendDbContext db, SendData data)
{
    /// <summary>So many can be chosen at once.</summary>
    public const int Most = 1000;

    public async Task<Result<Page<RunningRow>>> PageAsync(RunningQuery query, Actor actor, CancellationToken ct)
    {
        if ((DesignerAccess.MayDesign(actor) ?? query.Page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(query.Page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<RunningRow>>.Refused(cursor.Errors);
        }

        var rows = await FilterAsync(query, ct);
        if (cursor.Value is { } from && DateTimeOffset.TryParse(from.Key, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
        {
            // Several may begin in the same moment: the id decides, as the database orders it.
            var id = from.Id.ToString("D");
#pragma warning disable CA1309 // translated to SQL, where the column's collation decides, as it does for the order
            rows = rows.Where(row => row.CreatedAt > at || (row.CreatedAt == at && string.Compare(row.Id, id) > 0));
#pragma warning restore CA1309
        }

        var found = await Plain(rows).Take(query.Page.Size + 1).ToListAsync(ct);
        var page = await DescribeAsync([.. found.Take(query.Page.Size)], ct);
        var next = found.Count > page.Count && Guid.TryParse(page[^1].InstanceId, out var last) ? new Cursor(page[^1].StartedAt.ToString("O", CultureInfo.InvariantCulture), last).Encode() : null;
        return new Page<RunningRow>(page, next);
    }

    /// <summary>Ids of all that the filter lets through, at most <see cref="Most"/>.</summary>
    public async Task<Result<IReadOnlyList<string>>> IdsAsync(RunningQuery query, Actor actor, CancellationToken ct) => DesignerAccess.MayDesign(actor) is { } refusal
        ? refusal
        : Result<IReadOnlyList<string>>.Of(await (await FilterAsync(query, ct)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => row.Id).Take(Most).ToListAsync(ct));

    /// <summary>These instances as the list shows them, in the order of the ids; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<RunningRow>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = await Plain(db.Set<StoredInstance>().AsNoTracking().Where(row => ids.Contains(row.Id))).ToListAsync(ct);
        return await DescribeAsync(found, ct);
    }

    private async Task<IQueryable<StoredInstance>> FilterAsync(RunningQuery query, CancellationToken ct)
    {
        var rows = db.Set<StoredInstance>().AsNoTracking().Where(row => row.DefinitionId == query.DefinitionId && row.Status == WorkflowStatus.Running);
        if (!string.IsNullOrWhiteSpace(query.VersionId))
        {
            rows = rows.Where(row => row.DefinitionVersionId == query.VersionId);
        }

        if (!string.IsNullOrWhiteSpace(query.NotVersionId))
        {
            rows = rows.Where(row => row.DefinitionVersionId != query.NotVersionId);
        }

        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return rows;
        }

        var like = Like.Containing(query.Text.Trim());
#pragma warning disable CA1304, CA1311 // translated to SQL: lower()
        var cases = await data.Cases.AsNoTracking()
            .Where(row => EF.Functions.Like(row.Code.ToLower(), like, Like.Escape)
                || data.Participants.Any(person => person.Id == row.ParticipantId && EF.Functions.Like((person.GivenName + " " + person.FamilyName).ToLower(), like, Like.Escape)))
            .OrderBy(row => row.Id).Select(row => row.Id).Take(Most).ToListAsync(ct);
#pragma warning restore CA1304, CA1311
        var correlations = cases.ConvertAll(id => (string?)id.ToString("D"));
        return rows.Where(row => correlations.Contains(row.CorrelationId));
    }

    private static IQueryable<PlainInstance> Plain(IQueryable<StoredInstance> rows) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
        .Select(row => new PlainInstance(row.Id, row.DefinitionVersionId, row.DefinitionVersion, row.ParentId, row.CorrelationId, row.Name, row.IncidentCount, row.CreatedAt));

    private async Task<List<RunningRow>> DescribeAsync(List<PlainInstance> found, CancellationToken ct)
    {
        var ids = found.Select(row => Guid.TryParse(row.CorrelationId, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var cases = await (from @case in data.Cases.AsNoTracking()
                           join person in data.Participants.AsNoTracking() on @case.ParticipantId equals person.Id
                           where ids.Contains(@case.Id)
                           select new { @case.Id, @case.Code, Name = person.GivenName + " " + person.FamilyName }).ToDictionaryAsync(row => row.Id, ct);
        var instances = found.Select(row => Guid.TryParse(row.Id, out var id) ? id : Guid.Empty).ToList();
        var tasks = await data.Tasks.AsNoTracking().Where(task => task.IsOpen && instances.Contains(task.WorkflowInstanceId))
            .Select(task => new { task.WorkflowInstanceId, task.FormId }).ToListAsync(ct);
        var open = tasks.ToLookup(task => task.WorkflowInstanceId.ToString("D"), task => task.FormId, StringComparer.Ordinal);
        return found.ConvertAll(row =>
        {
            var @case = Guid.TryParse(row.CorrelationId, out var id) ? cases.GetValueOrDefault(id) : null;
            return new RunningRow(row.Id, @case?.Id, @case?.Code, @case?.Name ?? row.Name, row.ParentId is not null, row.VersionId, row.Version, row.Incidents, row.StartedAt, [.. open[row.Id].Order(StringComparer.Ordinal)]);
        });
    }

    private sealed record PlainInstance(string Id, string VersionId, int Version, string? ParentId, string? CorrelationId, string? Name, int Incidents, DateTimeOffset StartedAt);
}

/// <summary>A running instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="CaseId">The case that it works for; null for one without.</param>
/// <param name="Code">The case's code.</param>
/// <param name="Name">The participant's name, or the instance's.</param>
/// <param name="IsPart">A sub-process of the case.</param>
/// <param name="VersionId">The version that it is pinned to.</param>
/// <param name="Version">Its number.</param>
/// <param name="Incidents">Steps that failed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="OpenForms">Ids of the forms of its open tasks.</param>
internal sealed record RunningRow(
    string InstanceId, Guid? CaseId, string? Code, string? Name, bool IsPart, string VersionId, int Version, int Incidents, DateTimeOffset StartedAt, IReadOnlyList<string> OpenForms);

/// <summary>Which instances of a workflow run, to choose from.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="VersionId">Only those of this version.</param>
/// <param name="Text">Only cases with this in their code or name.</param>
/// <param name="Page">Which page.</param>
/// <param name="NotVersionId">None of this version: what is to be moved there.</param>
internal sealed record RunningQuery(string DefinitionId, string? VersionId, string? Text, PageRequest Page, string? NotVersionId = null);
