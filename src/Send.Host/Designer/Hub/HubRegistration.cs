using System.Text.Json.Serialization;
using Send.Core.Data;
using Send.Host.Infrastructure.Identity;

namespace Send.Host.Designer.Hub;

/// <summary>Wires the live updates of the instance viewer.</summary>
internal static class HubRegistration
{
    public static IServiceCollection AddInstanceHub(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
        services.AddSingleton<InstanceNews>().AddSingleton<InstanceWatch>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<InstanceWatch>());
        return services.AddHostedService(provider => provider.GetRequiredService<InstanceWatch>());
    }

    public static void MapInstanceHub(this IEndpointRouteBuilder app) => app.MapHub<WorkflowInstanceHub>(WorkflowInstanceHub.Path).RequireAuthorization(Policies.Designer);
}
