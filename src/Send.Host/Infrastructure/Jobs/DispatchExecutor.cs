using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Starts a workflow that another one dispatched.</summary>
public sealed class DispatchExecutor(IProcessRunner runner, TimeProvider clock) : ProcessExecutor(runner, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(ProcessStep step, OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        var payload = Read<DispatchPayload>(item);
        step.Add(new StartDispatched(payload.DefinitionId, payload.Start));
        return Task.CompletedTask;
    }
}
