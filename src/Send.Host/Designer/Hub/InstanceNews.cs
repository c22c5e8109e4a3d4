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
}
