using Microsoft.AspNetCore.SignalR;

namespace Send.Host.Designer.Hub;

/// <summary>Elsa's hub, `/elsa/hubs/workflow-instance`: a viewer names the instance that it shows and is told when that one changes. Whoever may come here may see every instance.</summary>
internal sealed class WorkflowInstanceHub(InstanceWatch watch) : Microsoft.AspNetCore.SignalR.Hub
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Follows an instance, also one that does not exist (yet). Called by the client under this name.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (string.IsNullOrEmpty(instanceId) || !watch.Add(Context.ConnectionId, instanceId))
        {
            throw new HubException("The id of an instance is needed, and one connection follows a few instances only.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
        await watch.MarkAsync(instanceId, Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
