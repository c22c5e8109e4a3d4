using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Definitions;
using Send.Host.Designer.Versions;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Checks;

/// <summary>Checks the newest version of a workflow, for the page from which it is published.</summary>
internal sealed class DraftCheck(SendDbContext db, DefinitionVersions versions, IDefinitionCheck check)
{
    public async Task<Result<CheckedDraft>> HandleAsync(string definitionId, Actor actor, CancellationToken ct)
    {
        var definition = await versions.FindAsync(definitionId, actor, ct);
        if (!definition.IsSuccess)
        {
            return definition.Errors[0];
        }

        var newest = definition.Value.Versions[0];
        var json = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.Id == newest.Id).Select(row => row.Json).FirstAsync(ct);
        return new CheckedDraft(definition.Value, newest, await check.CheckAsync(WorkflowDefinition.Parse(json, definitionId), actor.Language, ct));
    }
}

/// <summary>The newest version of a workflow and what was found in it.</summary>
internal sealed record CheckedDraft(DefinitionRow Definition, VersionRow Version, IReadOnlyList<DefinitionFinding> Findings)
{
    public IEnumerable<DefinitionFinding> Errors => Findings.Where(finding => finding.Severity == FindingSeverity.Error);

    public IEnumerable<DefinitionFinding> Warnings => Findings.Where(finding => finding.Severity == FindingSeverity.Warning);
}
