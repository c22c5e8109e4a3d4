using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Spreads a published event: one further item for each bookmark that waits for it and for each workflow that it starts, so that each is a step of its own.</summary>
public sealed class EventExecutor(IProcessRunner runner, TimeProvider clock) : ProcessExecutor(runner, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(ProcessStep step, OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Services.GetRequiredService<EventSpreader>().SpreadAsync(Read<EventPayload>(item), item, ct);
    }
}
