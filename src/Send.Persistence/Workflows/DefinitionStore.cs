using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Results;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Changes definitions. Every method only tracks its changes: the caller commits them, through <see cref="Send.Core.Processes.IProcessRunner"/> so that a race is run again.</summary>
public sealed class DefinitionStore(SendDbContext db, CompiledDefinitions compiled, TriggerIndex triggers, IIdGenerator ids)
{
    /// <summary>Saves a definition as the newest version: over the draft, if the newest is one, else as a new version. Published or not, it must compile: throws
    /// <see cref="DefinitionException"/>, which names the place in the JSON.</summary>
    public async Task<StoredDefinition> SaveAsync(WorkflowDefinition definition, bool publish, ChangeContext change, string? fileHash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(change);
        var workflow = compiled.Compile(definition.ToJson(), definition.Source);
        var latest = await db.Set<StoredDefinition>().FirstOrDefaultAsync(row => row.DefinitionId == definition.DefinitionId && row.IsLatest, ct);
        var row = latest is { PublishedAt: null } draft ? draft : Next(definition, latest, change, fileHash);
        row.Name = definition.Name;
        row.Description = definition.Description;
        row.IsReadonly = definition.IsReadonly;
        row.IsSystem = definition.IsSystem;
        row.UsableAsActivity = definition.Options.UsableAsActivity;
        row.ToolVersion = definition.Document.TryGetProperty("toolVersion", out var tool) ? tool.ToString() : null;
        row.ChangedBy = change.ActorName;
        row.ChangedAt = change.At;
        row.Json = Stamp(definition, row, publish).ToJson();
        if (publish)
        {
            await PublishAsync(row, workflow, change, ct);
        }

        return row;
    }

    /// <summary>Publishes the newest version; new instances run it from the commit on.</summary>
    public async Task<Result<StoredDefinition>> PublishAsync(string definitionId, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = await db.Set<StoredDefinition>().FirstOrDefaultAsync(stored => stored.DefinitionId == definitionId && stored.IsLatest, ct);
        if (row is null)
        {
            return Missing(definitionId);
        }

        if (!row.IsPublished)
        {
            row.Json = Stamp(WorkflowDefinition.Parse(row.Json, definitionId), row, isPublished: true).ToJson();
            await PublishAsync(row, compiled.Compile(row.Json, definitionId), change, ct);
        }

        return row;
    }

    /// <summary>Takes the published version back: no new instance starts, running ones go on.</summary>
    public async Task<Result<StoredDefinition>> RetractAsync(string definitionId, CancellationToken ct)
    {
        var row = await db.Set<StoredDefinition>().FirstOrDefaultAsync(stored => stored.DefinitionId == definitionId && stored.IsPublished, ct);
        if (row is null)
        {
            return Missing(definitionId);
        }

        row.IsPublished = false;
        await triggers.RemoveAsync(definitionId, ct);
        return row;
    }

    /// <summary>Removes all versions. Refused while instances of it run.</summary>
    public async Task<Result<int>> DeleteAsync(string definitionId, CancellationToken ct)
    {
        var rows = await db.Set<StoredDefinition>().Where(stored => stored.DefinitionId == definitionId).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return Missing(definitionId);
        }

        var running = await db.Set<StoredInstance>().CountAsync(instance => instance.DefinitionId == definitionId && instance.Status == WorkflowStatus.Running, ct);
        if (running > 0)
        {
            return new Error(
                "definition.in-use", string.Create(CultureInfo.InvariantCulture, $"{running} instances of '{definitionId}' still run; cancel them or let them end."), Kind: ErrorKind.Conflict);
        }

        db.RemoveRange(rows);
        return rows.Count;
    }

    private static Error Missing(string definitionId) => new("definition.not-found", $"There is no workflow definition '{definitionId}' in that state.", Kind: ErrorKind.NotFound);

    private static WorkflowDefinition Stamp(WorkflowDefinition definition, StoredDefinition row, bool isPublished) => definition.With(
        ("id", row.Id), ("version", row.DefinitionVersion), ("isLatest", true), ("isPublished", isPublished), ("createdAt", row.CreatedAt));

    private StoredDefinition Next(WorkflowDefinition definition, StoredDefinition? latest, ChangeContext change, string? fileHash)
    {
        if (latest is not null)
        {
            latest.IsLatest = false;
        }

        var row = new StoredDefinition
        {
            Id = ids.NewId(),
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = latest is null ? 1 : latest.DefinitionVersion + 1,
            IsLatest = true,
            Json = "",
            FileHash = fileHash,
            CreatedAt = change.At,
            ChangedBy = change.ActorName,
        };
        db.Add(row);
        return row;
    }

    private async Task PublishAsync(StoredDefinition row, CompiledWorkflow workflow, ChangeContext change, CancellationToken ct)
    {
        var previous = await db.Set<StoredDefinition>().Where(stored => stored.DefinitionId == row.DefinitionId && stored.IsPublished && stored.Id != row.Id).ToListAsync(ct);
        previous.ForEach(stored => stored.IsPublished = false);
        row.IsPublished = true;
        row.PublishedAt ??= change.At;
        row.PublishedBy ??= change.ActorName;
        await triggers.ReplaceAsync(row, workflow, ct);
    }
}
