using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Resumes one bookmark that an event met.</summary>
public sealed class BackgroundExecutor(IProcessRunner runner, TimeProvider clock) : ProcessExecutor(runner, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(ProcessStep step, OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        var payload = Read<ResumePayload>(item);
        step.Add(new ResumeBookmark(payload.InstanceId, payload.BookmarkId, payload.Input));
        return Task.CompletedTask;
    }
}
