using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Reference;
using Send.Core.Staff;
using Send.Host.Localization;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Studio;

/// <summary>Finds what the bar above Studio says of a definition or instance, and the instance of a case.</summary>
internal sealed class StudioPlaces(SendDbContext db, SendData data, ReferenceData reference, Texts texts)
{
    // As deep as the engine lets processes nest.
    private const int DeepestNesting = 32;

    /// <summary>The place with its names; what is not there (any more) has none, and Studio says so itself.</summary>
    public async Task<StudioPlace> DescribeAsync(StudioView view, string? id, Actor actor, CancellationToken ct) => view switch
    {
        StudioView.Editor => new(view, id, await DefinitionNameAsync(id!, ct)),
        StudioView.Viewer => await InstanceAsync(id!, actor, ct),
        _ => new(view),
    };

    /// <summary>Id of the main process of a case; null where there is none.</summary>
    public async Task<string?> InstanceOfAsync(Guid caseId, CancellationToken ct)
    {
        var id = await data.Cases.AsNoTracking().Where(row => row.Id == caseId).Select(row => row.WorkflowInstanceId).FirstOrDefaultAsync(ct);
        return id?.ToString("D");
    }

    private Task<string?> DefinitionNameAsync(string definitionId, CancellationToken ct) =>
        db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definitionId && row.IsLatest).Select(row => row.Name).FirstOrDefaultAsync(ct);

    /// <summary>What the process was called in the version that an instance runs, whatever a later draft calls it.</summary>
    private Task<string?> VersionNameAsync(string versionId, CancellationToken ct) =>
        db.Set<StoredDefinition>().AsNoTracking().Where(row => row.Id == versionId).Select(row => row.Name).FirstOrDefaultAsync(ct);

    private async Task<StudioPlace> InstanceAsync(string id, Actor actor, CancellationToken ct)
    {
        StudioCase? found = null;
        string? name = null;
        var next = id;
        for (var depth = 0; next is not null && found is null && depth < DeepestNesting; depth++)
        {
            var row = await db.Set<StoredInstance>().AsNoTracking().Where(instance => instance.Id == next)
                .Select(instance => new { instance.CorrelationId, instance.ParentId, instance.DefinitionVersionId, instance.Name }).FirstOrDefaultAsync(ct);
            name ??= row is null ? null : row.Name ?? await VersionNameAsync(row.DefinitionVersionId, ct);
            found = actor.Can(Permission.ReadCases) && Guid.TryParse(row?.CorrelationId, out var caseId) ? await CaseAsync(caseId, ct) : null;
            next = row?.ParentId;
        }

        return new(StudioView.Viewer, id, name, found);
    }

    private async Task<StudioCase?> CaseAsync(Guid id, CancellationToken ct)
    {
        var row = await (from @case in data.Cases.AsNoTracking()
                         join person in data.Participants.AsNoTracking() on @case.ParticipantId equals person.Id
                         where @case.Id == id
                         select new { @case.Code, @case.Programme, person.GivenName, person.FamilyName }).FirstOrDefaultAsync(ct);
        return row is null ? null : new(id, row.Code, $"{row.GivenName} {row.FamilyName}".Trim(), reference.Programme(row.Programme) is { } programme ? texts.Of(programme.Name) : row.Programme);
    }
}
