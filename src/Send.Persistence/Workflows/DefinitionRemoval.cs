using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Results;
using Send.Engine;

namespace Send.Persistence.Workflows;

/// <summary>Removes definitions and single versions, unless something depends on them. Only tracks its changes, like <see cref="DefinitionStore"/>.</summary>
public sealed class DefinitionRemoval(SendDbContext db, DefinitionUses uses, DefinitionHistory history)
{
    /// <summary>Removes all versions. Refused while instances of it run, while other workflows contain it, and when it is read-only. Finished instances stay.</summary>
    public async Task<Result<int>> DeleteAsync(string definitionId, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var rows = await db.Set<StoredDefinition>().Where(stored => stored.DefinitionId == definitionId).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return DefinitionStore.Missing(definitionId);
        }

        if (rows.Find(row => row.IsReadonly) is { } fixedRow)
        {
            return DefinitionStore.ReadOnly(fixedRow);
        }

        var running = await db.Set<StoredInstance>().CountAsync(instance => instance.DefinitionId == definitionId && instance.Status == WorkflowStatus.Running, ct);
        if (running > 0)
        {
            return InUse($"{running.ToString(CultureInfo.InvariantCulture)} instances of '{definitionId}' still run; cancel them or let them end.");
        }

        if (await uses.ConsumersAsync(definitionId, ct) is { Count: > 0 } consumers)
        {
            return InUse($"'{definitionId}' is used as an activity by: {string.Join(", ", consumers)}.");
        }

        if (await RunsInsideAsync(definitionId, version: null, ct) is { } inside)
        {
            return inside;
        }

        db.RemoveRange(rows);
        var latest = rows.MaxBy(row => row.DefinitionVersion)!;
        history.Add("definition.deleted", definitionId, latest.Name, 0, change);
        return rows.Count;
    }

    /// <summary>Removes one version by its id; the newest of the others becomes the newest. Refused for the published one and while instances run on it.</summary>
    public async Task<Result<int>> DeleteVersionAsync(string versionId, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = await db.Set<StoredDefinition>().FirstOrDefaultAsync(stored => stored.Id == versionId, ct);
        if (row is null)
        {
            return DefinitionStore.Missing(versionId);
        }

        if (row.IsReadonly)
        {
            return DefinitionStore.ReadOnly(row);
        }

        var name = $"Version {row.DefinitionVersion.ToString(CultureInfo.InvariantCulture)} of '{row.DefinitionId}'";
        if (row.IsPublished)
        {
            return InUse($"{name} is published; retract it first.");
        }

        var running = await db.Set<StoredInstance>().CountAsync(instance => instance.DefinitionVersionId == row.Id && instance.Status == WorkflowStatus.Running, ct);
        if (running > 0)
        {
            return InUse($"{name} still has {running.ToString(CultureInfo.InvariantCulture)} running instances; cancel them or let them end.");
        }

        if (await RunsInsideAsync(row.DefinitionId, row.DefinitionVersion, ct) is { } inside)
        {
            return inside;
        }

        if (row.IsLatest)
        {
            var next = await db.Set<StoredDefinition>().Where(stored => stored.DefinitionId == row.DefinitionId && stored.Id != row.Id)
                .OrderByDescending(stored => stored.DefinitionVersion).FirstOrDefaultAsync(ct);
            if (next is not null)
            {
                next.IsLatest = true;
            }
        }

        db.Remove(row);
        history.Add("definition.version-deleted", row.DefinitionId, row.Name, row.DefinitionVersion, change);
        return 1;
    }

    /// <summary>A version that contains it is the newest or published one, or instances run on it.</summary>
    private async Task<Error?> RunsInsideAsync(string definitionId, int? version, CancellationToken ct)
    {
        var users = await db.Set<StoredUse>().Where(use => use.UsedDefinitionId == definitionId && (version == null || use.UsedVersion == version))
            .Join(db.Set<StoredDefinition>(), use => use.DefinitionVersionId, row => row.Id, (_, row) => row)
            .Where(row => row.DefinitionId != definitionId && (row.IsLatest || row.IsPublished
                || db.Set<StoredInstance>().Any(instance => instance.DefinitionVersionId == row.Id && instance.Status == WorkflowStatus.Running)))
            .Select(row => row.DefinitionId).Distinct().OrderBy(id => id).ToListAsync(ct);
        return users.Count == 0 ? null : InUse($"It is used as an activity by: {string.Join(", ", users)}.");
    }

    private static Error InUse(string message) => new("definition.in-use", message, Kind: ErrorKind.Conflict);
}
