using Microsoft.EntityFrameworkCore;
using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Moves instances to another version of their workflow, each in a transaction of its own after this request: the answer is the batch to watch.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="VersionId">The version; published now or before.</param>
/// <param name="InstanceIds">The instances, at most <see cref="RunningInstances.Most"/>.</param>
/// <param name="Values">Values of variables that they do not have yet, by name.</param>
internal sealed record MoveCases(string DefinitionId, string VersionId, IReadOnlyList<string> InstanceIds, IReadOnlyDictionary<string, object?> Values);

/// <summary>Does <see cref="MoveCases"/>: one outbox row per instance, so that the work goes on when the person leaves or a host ends, and can be stopped in between.</summary>
internal sealed class MoveCasesHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Guid>> HandleAsync(MoveCases request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.RunAsync<Guid>((step, token) => QueueAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Guid>> QueueAsync(ProcessStep step, MoveCases request, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayRun(actor) is { } refusal)
        {
            return refusal;
        }

        var ids = request.InstanceIds.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > RunningInstances.Most)
        {
            return new Error("move.count", $"Choose between 1 and {RunningInstances.Most} cases.", "/instanceIds");
        }

        var db = (SendDbContext)step.Data;
        var target = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.Id == request.VersionId && row.DefinitionId == request.DefinitionId)
            .Select(row => new { row.DefinitionVersion, row.Name, row.PublishedAt }).FirstOrDefaultAsync(ct);
        if (target?.PublishedAt is null)
        {
            return new Error("move.version", "Cases can only be moved to a version of their workflow that was published.", "/versionId");
        }

        var rows = await db.Set<StoredInstance>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.DefinitionId == request.DefinitionId)
            .Select(row => new { row.Id, row.CorrelationId, row.DefinitionVersion }).ToListAsync(ct);
        if (rows.Count < ids.Count)
        {
            return new Error("move.instances", "Some of the cases are not of this workflow, or are gone.", "/instanceIds");
        }

        var now = clock.GetUtcNow();
        var batch = Guid.CreateVersion7(now);
        foreach (var row in rows)
        {
            var caseId = Guid.TryParse(row.CorrelationId, out var id) ? id : (Guid?)null;
            var item = new MoveItem(row.Id, request.VersionId, target.Name ?? request.DefinitionId, row.DefinitionVersion, target.DefinitionVersion, request.Values, actor.Id, actor.Name);
            step.Data.Queue(OutboxKinds.Move, MoveItem.Key(request.DefinitionId, batch, row.Id), item, caseId, now);
        }

        return batch;
    }
}

/// <summary>What an outbox row says of one move, and what came of it.</summary>
internal sealed record MoveItem(
    string InstanceId, string VersionId, string Workflow, int From, int To, IReadOnlyDictionary<string, object?> Values, Guid ActorId, string ActorName)
{
    /// <summary>Null until it was tried.</summary>
    public MoveOutcome? Outcome { get; init; }

    /// <summary>What of the version stood in the way.</summary>
    public IReadOnlyList<MoveLine> Lines { get; init; } = [];

    /// <summary>Why it was refused, where that was something else: a value that does not fit.</summary>
    public Error? Why { get; init; }

    /// <summary>Beginning of the keys of a workflow's moves; ends so that no other id can begin with it.</summary>
    public static string Prefix(string definitionId) => $"move/{definitionId}/";

    public static string Prefix(string definitionId, Guid batch) => $"{Prefix(definitionId)}{batch:N}/";

    public static string Key(string definitionId, Guid batch, string instanceId) => Prefix(definitionId, batch) + instanceId;
}

/// <summary>What came of one move.</summary>
internal enum MoveOutcome
{
    /// <summary>It goes on with the new version.</summary>
    Moved,

    /// <summary>It could not be moved and goes on with its old version.</summary>
    Refused,

    /// <summary>It had ended before its turn came.</summary>
    Gone,
}
