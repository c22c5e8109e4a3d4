using Send.Core.Outbox;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Does what outbox items of one kind ask for; registered with <see cref="JobsRegistration.AddOutboxExecutor{T}"/>, one scope per item. It runs at least once for each item:
/// after a crash again, so it looks first what is done already. An exception is an attempt that failed and is shown with the item.</summary>
public interface IOutboxExecutor
{
    /// <summary>Returns when the effect is there. The token ends when the lease is about to.</summary>
    Task ExecuteAsync(OutboxItem item, CancellationToken ct);

    /// <summary>The last attempt has failed; the item is dead until an administrator sets it going again.</summary>
    Task GiveUpAsync(OutboxItem item, string error, CancellationToken ct) => Task.CompletedTask;
}
