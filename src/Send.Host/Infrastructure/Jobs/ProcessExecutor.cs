using Microsoft.EntityFrameworkCore;
using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Engine.Serialization;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Base of executors whose effect is a step of workflows: the item is marked done in the step's own transaction, so the effect happens exactly once.</summary>
public abstract class ProcessExecutor(IProcessRunner runner, TimeProvider clock) : IOutboxExecutor
{
    /// <inheritdoc />
    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        var result = await runner.RunAsync<bool>(
            async (step, token) =>
            {
                var row = await step.Data.Outbox.FirstOrDefaultAsync(stored => stored.Id == item.Id, token);
                if (row is { DoneAt: null })
                {
                    row.DoneAt = clock.GetUtcNow();
                    row.LeasedUntil = null;
                    row.Error = null;
                    await RunAsync(step, row, token);
                }

                return true;
            },
            ct);
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException(result.Errors[0].Message);
        }
    }

    /// <summary>Adds what the item asks for to the step.</summary>
    protected abstract Task RunAsync(ProcessStep step, OutboxItem item, CancellationToken ct);

    /// <summary>Reads a payload that the process runner wrote.</summary>
    protected static T Read<T>(OutboxItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return System.Text.Json.JsonSerializer.Deserialize<T>(item.Payload, PlainJson.Options) ?? throw new InvalidOperationException($"Outbox item {item.Key} has no payload.");
    }
}
