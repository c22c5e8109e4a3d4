using Microsoft.AspNetCore.SignalR;
using Send.Host.Designer.Api.Instances;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Hub;

/// <summary>The messages of the hub, in Elsa's order: badges of the activities that moved, the journal, the instance.</summary>
internal sealed class InstanceNews(IHubContext<WorkflowInstanceHub> hub)
{
    /// <summary>Tells who follows the instance what happened after the burst that begins at <paramref name="after"/>.</summary>
    public async Task TellAsync(SendDbContext db, JournalReader journal, string instanceId, long after, CancellationToken ct)
    {
        var watchers = hub.Clients.Group(instanceId);
        var moved = await journal.TouchedSinceAsync(instanceId, after, ct);
        if (moved.Count > 0)
        {
            var stats = ExecutionStats.Of(await journal.ExecutionsAsync(instanceId, ct), moved);
            await watchers.SendAsync("ActivityExecutionLogUpdatedAsync", new { stats }, ct);
            await watchers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
        }

        await watchers.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = instanceId }, ct);
    }

    /// <summary>Says again that the journal and the instance may be read. Studio reads the journal when it is told of it, but draws what it has read only with the next message; and a viewer
    /// reads before it follows, so that what happens in between would be missed.</summary>
    public async Task RepeatAsync(string instanceId, CancellationToken ct)
    {
        var watchers = hub.Clients.Group(instanceId);
        await watchers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
        await watchers.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = instanceId }, ct);
    }
}
