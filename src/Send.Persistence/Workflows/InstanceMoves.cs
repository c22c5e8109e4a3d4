using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Engine.Execution;
using Send.Engine.Migration;
using Send.Engine.State;

namespace Send.Persistence.Workflows;

/// <summary>Says what moving an instance to another version of its definition would change. Reads only.</summary>
public sealed class InstanceMoves(SendDbContext db, IDefinitionSource definitions)
{
    /// <summary>What it would change; refused with `instance.not-found` or `definition.not-found`.</summary>
    public async Task<Result<VersionMoveReport>> CheckAsync(string instanceId, string versionId, IReadOnlyDictionary<string, object?> values, CancellationToken ct)
    {
        var row = await db.Set<StoredInstance>().AsNoTracking().FirstOrDefaultAsync(instance => instance.Id == instanceId, ct);
        if (row is null)
        {
            return new Error("instance.not-found", $"There is no workflow instance '{instanceId}' any more.", Kind: ErrorKind.NotFound);
        }

        if (await definitions.FindByVersionIdAsync(versionId, ct) is not { } to)
        {
            return new Error("definition.not-found", "There is no such version of the workflow definition.", Kind: ErrorKind.NotFound);
        }

        var from = await definitions.FindByVersionIdAsync(row.DefinitionVersionId, ct)
            ?? throw new InvalidOperationException($"Instance {row.Id} runs version {row.DefinitionVersionId} of '{row.DefinitionId}', which is not stored.");
        return VersionMove.Check(WorkflowStateSerializer.Deserialize(row.State), from, to, values);
    }
}
