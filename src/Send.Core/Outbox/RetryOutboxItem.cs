using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Outbox;

/// <summary>Sets work going again that was given up, or that waits for its next attempt.</summary>
public sealed record RetryOutboxItem(Guid Id);

/// <summary>Does <see cref="RetryOutboxItem"/>; `outbox.done` when there is nothing left to do.</summary>
public sealed class RetryOutboxItemHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Guid>> HandleAsync(RetryOutboxItem request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.RunAsync<Guid>((step, token) => RetryAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Guid>> RetryAsync(ProcessStep step, RetryOutboxItem request, Actor actor, CancellationToken ct)
    {
        if (OutboxListHandler.MayManage(actor) is { } refusal)
        {
            return refusal;
        }

        var item = await step.Data.Outbox.FirstOrDefaultAsync(row => row.Id == request.Id, ct);
        if (item is null)
        {
            return new Error("outbox.not-found", $"There is no work {request.Id} in the outbox.", null, ErrorKind.NotFound);
        }

        if (item.DoneAt is not null)
        {
            return new Error("outbox.done", "This work has been done in the meantime.", null, ErrorKind.Conflict);
        }

        (item.DeadAt, item.Attempts, item.DueAt) = (null, 0, clock.GetUtcNow());
        step.Data.Audit.Add(AuditLine.Of("outbox.retried", actor, clock, item.CaseId, data: new { item.Kind, item.Key }));
        return item.Id;
    }
}
