using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Outbox;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Host.Designer.Versions;

/// <summary>Watches and stops moves of cases; they are rows of the outbox.</summary>
internal sealed class MoveBatches(SendData data, RunningInstances running)
{
    // As many rows as a page of recent moves may look at.
    private const int Recent = 2000;

    /// <summary>The moves of a workflow that began last, the newest first, in numbers.</summary>
    public async Task<Result<IReadOnlyList<MoveBatch>>> ListAsync(string definitionId, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayDesign(actor) is { } refusal)
        {
            return refusal;
        }

        var prefix = MoveItem.Prefix(definitionId);
        var rows = await Rows(prefix).OrderByDescending(row => row.CreatedAt).Take(Recent).ToListAsync(ct);
        return Result<IReadOnlyList<MoveBatch>>.Of([.. rows.GroupBy(row => row.Key[prefix.Length..].Split('/')[0], StringComparer.Ordinal)
            .Where(group => Guid.TryParse(group.Key, out _)).Select(group => Summarise(Guid.Parse(group.Key), [.. group])).OrderByDescending(batch => batch.StartedAt).Take(5)]);
    }

    /// <summary>One of them with every case.</summary>
    public async Task<Result<MoveProgress>> FindAsync(string definitionId, Guid batch, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayDesign(actor) is { } refusal)
        {
            return refusal;
        }

        var rows = await Rows(MoveItem.Prefix(definitionId, batch)).OrderBy(row => row.Id).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return new Error("move.not-found", "There is no such move of cases, or it was stopped before it began.", Kind: ErrorKind.NotFound);
        }

        var items = rows.ConvertAll(row => (Row: row, Item: MoveExecutor.Read(row.Payload)));
        var instances = (await running.OfAsync([.. items.Select(one => one.Item.InstanceId)], ct)).ToDictionary(row => row.InstanceId, StringComparer.Ordinal);
        return new MoveProgress(
            Summarise(batch, rows), items[0].Item.Workflow, items[0].Item.To, items[0].Item.ActorName,
            [.. items.Select(one => new MoveResult(one.Item.InstanceId, instances.GetValueOrDefault(one.Item.InstanceId), one.Item.From, one.Item.Outcome, one.Row.DeadAt is not null, one.Item.Lines, one.Item.Why)).OrderBy(result => result.Instance?.Code, StringComparer.Ordinal).ThenBy(result => result.InstanceId, StringComparer.Ordinal)]);
    }

    /// <summary>Takes back what nobody has begun; answers how many.</summary>
    public async Task<Result<int>> StopAsync(string definitionId, Guid batch, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayRun(actor) is { } refusal)
        {
            return refusal;
        }

        var prefix = MoveItem.Prefix(definitionId, batch);
        return await data.Outbox.Where(row => row.Key.StartsWith(prefix) && row.DoneAt == null && row.LeasedUntil == null).ExecuteDeleteAsync(ct);
    }

    private IQueryable<OutboxItem> Rows(string prefix) => data.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKinds.Move && row.Key.StartsWith(prefix));

    private static MoveBatch Summarise(Guid id, List<OutboxItem> rows)
    {
        var outcomes = rows.Select(row => MoveExecutor.Read(row.Payload).Outcome).ToList();
        var dead = rows.Count(row => row.DeadAt is not null);
        return new(
            id, rows.Min(row => row.CreatedAt), rows.Count, outcomes.Count(outcome => outcome == MoveOutcome.Moved),
            outcomes.Count(outcome => outcome is MoveOutcome.Refused or MoveOutcome.Gone) + dead, rows.Count(row => row.DoneAt is null && row.DeadAt is null));
    }
}

/// <summary>A move of cases in numbers.</summary>
internal sealed record MoveBatch(Guid Id, DateTimeOffset StartedAt, int Total, int Moved, int NotMoved, int Waiting);

/// <summary>A move of cases with every case.</summary>
internal sealed record MoveProgress(MoveBatch Batch, string Workflow, int To, string By, IReadOnlyList<MoveResult> Results);

/// <summary>What came of one case. <paramref name="Instance"/> is null when it is gone.</summary>
internal sealed record MoveResult(string InstanceId, RunningRow? Instance, int From, MoveOutcome? Outcome, bool IsStuck, IReadOnlyList<MoveLine> Lines, Error? Why);
