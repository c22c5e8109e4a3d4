using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Results;
using Send.Engine.Definitions;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Changes definitions. Every method only tracks its changes: the caller commits them, through <see cref="Send.Core.Processes.IProcessRunner"/> so that a race is run again.</summary>
public sealed class DefinitionStore(
    SendDbContext db, CompiledDefinitions compiled, PublishedActivities activities, TriggerIndex triggers, DefinitionUses uses, DraftConflicts conflicts, DefinitionHistory history, IIdGenerator ids)
{
    /// <summary>Keeps a draft, compiling or not (<see cref="StoredDefinition.Problem"/>). The newest version is written over while it is a draft that nothing ran on; else a new
    /// version is made. What changes nothing makes none, and a mere layout is kept where it is. Refused when somebody else changed the draft since
    /// (`definition.changed-by-other`) or it is read-only. Throws <see cref="DefinitionException"/> for what is no definition at all.</summary>
    public async Task<Result<SavedDraft>> SaveDraftAsync(DefinitionDraft draft, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(change);
        var id = ActivityDocuments.Text(draft.Document, "definitionId") is { Length: > 0 } given ? given : ids.NewId();
        var latest = await LatestAsync(id, ct);
        var stored = latest is null ? null : (JsonObject)JsonNode.Parse(latest.Json)!;
        var document = draft.Merge(stored);
        document["definitionId"] = id;
        DefinitionDraft.CheckShape(document, id);
        var definition = WorkflowDefinition.FromElement(JsonSerializer.SerializeToElement(document), id);
        if (latest is null)
        {
            var made = await WriteAsync(Next(id, null, change, fileHash: null), definition, change, ct);
            history.Add("definition.created", id, made.Name, made.DefinitionVersion, change);
            return new SavedDraft(made, DefinitionChange.Content);
        }

        var difference = DefinitionComparison.Between(stored!, document);
        if (difference == DefinitionChange.None)
        {
            return new SavedDraft(latest, difference);
        }

        if (latest.IsReadonly)
        {
            return ReadOnly(latest);
        }

        if (await conflicts.FindAsync(latest, draft.BasedOn, change, ct) is { } conflict)
        {
            return conflict;
        }

        if (difference == DefinitionChange.Sizes)
        {
            latest.Json = Stamp(definition, latest).ToJson();
            return new SavedDraft(latest, difference);
        }

        var isOver = difference == DefinitionChange.Layout || (latest.PublishedAt is null && !await HasRunAsync(latest, ct));
        var isNewWriter = !isOver || latest.ChangedById != change.ActorId;
        var row = await WriteAsync(isOver ? latest : Next(id, latest, change, fileHash: null), definition, change, ct);
        if (isNewWriter && difference == DefinitionChange.Content)
        {
            history.Add("definition.saved", id, row.Name, row.DefinitionVersion, change);
        }

        return new SavedDraft(row, difference);
    }

    /// <summary>Takes a definition from a file as a draft, over whatever there is; its own version counts for nothing here.</summary>
    public async Task<Result<SavedDraft>> ImportAsync(JsonObject document, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        var saved = await SaveDraftAsync(new DefinitionDraft(document, BasedOn: null), change, ct);
        if (saved is { IsSuccess: true, Value: { Change: not DefinitionChange.None, Row: var row } })
        {
            history.Add("definition.imported", row.DefinitionId, row.Name, row.DefinitionVersion, change);
        }

        return saved;
    }

    /// <summary>Saves a definition as the newest version: over the draft, if the newest is one, else as a new version. Published or not, it must compile: throws
    /// <see cref="DefinitionException"/>, which names the place in the JSON.</summary>
    public async Task<StoredDefinition> SaveAsync(WorkflowDefinition definition, bool publish, ChangeContext change, string? fileHash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(change);
        await activities.CurrentAsync(db, ct);
        var workflow = compiled.Compile(definition.ToJson(), definition.Source);
        var latest = await LatestAsync(definition.DefinitionId, ct);
        var row = await WriteAsync(latest is { PublishedAt: null } draft ? draft : Next(definition.DefinitionId, latest, change, fileHash), definition, change, ct);
        if (publish)
        {
            await PublishAsync(row, workflow, change, fileHash is null ? null : $"{definition.DefinitionId}.json", ct);
        }

        return row;
    }

    /// <summary>Publishes the newest version; new instances run it from the commit on. Throws <see cref="DefinitionException"/> when it does not compile.</summary>
    public async Task<Result<StoredDefinition>> PublishAsync(string definitionId, ChangeContext change, CancellationToken ct, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = await LatestAsync(definitionId, ct);
        if (row is null)
        {
            return Missing(definitionId);
        }

        if (!row.IsPublished)
        {
            await activities.CurrentAsync(db, ct);
            await PublishAsync(row, compiled.Compile(row.Json, definitionId), change, note, ct);
        }

        return row;
    }

    /// <summary>Takes the published version back: no new instance starts, running ones go on.</summary>
    public async Task<Result<StoredDefinition>> RetractAsync(string definitionId, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = await db.Set<StoredDefinition>().FirstOrDefaultAsync(stored => stored.DefinitionId == definitionId && stored.IsPublished, ct);
        if (row is null)
        {
            return Missing(definitionId);
        }

        if (row.IsReadonly)
        {
            return ReadOnly(row);
        }

        row.IsPublished = false;
        await triggers.RemoveAsync(definitionId, ct);
        history.Add("definition.retracted", definitionId, row.Name, row.DefinitionVersion, change);
        return row;
    }

    /// <summary>Makes a draft with the content of an older version, as the newest version.</summary>
    public async Task<Result<StoredDefinition>> RevertAsync(string definitionId, int version, ChangeContext change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var source = await db.Set<StoredDefinition>().AsNoTracking().FirstOrDefaultAsync(row => row.DefinitionId == definitionId && row.DefinitionVersion == version, ct);
        var latest = await LatestAsync(definitionId, ct);
        if (source is null || latest is null)
        {
            return Missing(definitionId);
        }

        if (latest.IsReadonly)
        {
            return ReadOnly(latest);
        }

        var row = await WriteAsync(Next(definitionId, latest, change, fileHash: null), WorkflowDefinition.Parse(source.Json, definitionId), change, ct);
        history.Add("definition.reverted", definitionId, row.Name, row.DefinitionVersion, change, from: version);
        return row;
    }

    internal static Error Missing(string definitionId) => new("definition.not-found", $"There is no workflow definition '{definitionId}' in that state.", Kind: ErrorKind.NotFound);

    /// <summary>The refusal to change what is read-only.</summary>
    public static Error ReadOnly(StoredDefinition row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new("definition.read-only", $"The workflow '{row.Name ?? row.DefinitionId}' is read-only.", Kind: ErrorKind.Conflict);
    }

    internal Task<StoredDefinition?> LatestAsync(string definitionId, CancellationToken ct) =>
        db.Set<StoredDefinition>().FirstOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsLatest, ct);

    /// <summary>A new newest version; its content is still to be written.</summary>
    internal StoredDefinition Next(string definitionId, StoredDefinition? latest, ChangeContext change, string? fileHash)
    {
        if (latest is not null)
        {
            latest.IsLatest = false;
        }

        var row = new StoredDefinition
        {
            Id = ids.NewId(),
            DefinitionId = definitionId,
            DefinitionVersion = latest is null ? 1 : latest.DefinitionVersion + 1,
            IsLatest = true,
            Json = "",
            FileHash = fileHash,
            CreatedAt = change.At,
            ChangedById = change.ActorId,
            ChangedBy = change.ActorName,
        };
        db.Add(row);
        return row;
    }

    /// <summary>Writes the content of a version, and notes whether it compiles.</summary>
    internal async Task<StoredDefinition> WriteAsync(StoredDefinition row, WorkflowDefinition definition, ChangeContext change, CancellationToken ct)
    {
        var isNew = row.Json.Length == 0;
        row.Name = definition.Name?.Trim();
        row.Description = definition.Description;
        row.IsReadonly = definition.IsReadonly;
        row.IsSystem = definition.IsSystem;
        row.UsableAsActivity = definition.Options.UsableAsActivity;
        row.ToolVersion = definition.Document.TryGetProperty("toolVersion", out var tool) ? tool.ToString() : null;
        row.TakenOverAt = row.ChangedById == change.ActorId ? row.TakenOverAt : row.Revision;
        row.Revision++;
        row.ChangedById = change.ActorId;
        row.ChangedBy = change.ActorName;
        row.ChangedAt = change.At;
        row.Json = Stamp(definition, row).ToJson();
        await activities.CurrentAsync(db, ct);
        row.Problem = compiled.FindProblem(row.Json, row.DefinitionId);
        await uses.ReplaceAsync(row, isNew, ct);
        return row;
    }

    internal async Task PublishAsync(StoredDefinition row, CompiledWorkflow workflow, ChangeContext change, string? note, CancellationToken ct)
    {
        var previous = await db.Set<StoredDefinition>().Where(stored => stored.DefinitionId == row.DefinitionId && stored.IsPublished && stored.Id != row.Id).ToListAsync(ct);
        previous.ForEach(stored => stored.IsPublished = false);
        row.IsPublished = true;
        row.PublishedAt ??= change.At;
        row.PublishedBy ??= change.ActorName;
        row.WarnedById = null;
        row.WarnedRevision = null;
        row.Json = Stamp(WorkflowDefinition.Parse(row.Json, row.DefinitionId), row).ToJson();
        await triggers.ReplaceAsync(row, workflow, ct);
        history.Add("definition.published", row.DefinitionId, row.Name, row.DefinitionVersion, change, note: note);
    }

    private static WorkflowDefinition Stamp(WorkflowDefinition definition, StoredDefinition row) => definition.With(
        ("id", row.Id), ("version", row.DefinitionVersion), ("isLatest", row.IsLatest), ("isPublished", row.IsPublished), ("createdAt", row.CreatedAt));

    /// <summary>Instances of a draft, which the designer can run, must find it as it was.</summary>
    private Task<bool> HasRunAsync(StoredDefinition draft, CancellationToken ct) => db.Set<StoredInstance>().AnyAsync(instance => instance.DefinitionVersionId == draft.Id, ct);
}
