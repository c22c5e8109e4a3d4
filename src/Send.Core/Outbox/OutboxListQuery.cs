using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Outbox;

/// <summary>Work of the outbox that is not done, what was given up first; administrators only. At most <see cref="Most"/> items.</summary>
public sealed record OutboxListQuery
{
    public const int Most = 200;
}

/// <summary>An item as the jobs page lists it.</summary>
public sealed record OutboxRow(
    Guid Id, string Key, string Kind, Guid? CaseId, int Attempts, string? Error, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? LeasedUntil, DateTimeOffset? DeadAt);

/// <summary>Answers <see cref="OutboxListQuery"/>.</summary>
public sealed class OutboxListHandler(SendData data)
{
    public async Task<Result<IReadOnlyList<OutboxRow>>> HandleAsync(OutboxListQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (MayManage(actor) is { } refusal)
        {
            return refusal;
        }

        var open = data.Outbox.AsNoTracking().Where(item => item.DoneAt == null);
        var dead = await Rows(open.Where(item => item.DeadAt != null)).ToListAsync(ct);
        var rest = await Rows(open.Where(item => item.DeadAt == null)).ToListAsync(ct);
        return Result<IReadOnlyList<OutboxRow>>.Of([.. dead.Concat(rest).Take(OutboxListQuery.Most)]);
    }

    internal static Error? MayManage(Actor actor) => actor.Can(Permission.Administer)
        ? null
        : new Error("outbox.forbidden", "Only administrators see and restart the work of the outbox.", null, ErrorKind.Forbidden);

    private static IQueryable<OutboxRow> Rows(IQueryable<OutboxItem> items) => items.OrderBy(item => item.DueAt).ThenBy(item => item.Id).Take(OutboxListQuery.Most)
        .Select(item => new OutboxRow(item.Id, item.Key, item.Kind, item.CaseId, item.Attempts, item.Error, item.CreatedAt, item.DueAt, item.LeasedUntil, item.DeadAt));
}
