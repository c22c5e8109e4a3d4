using Send.Host.Designer.Api;
using Send.Host.Designer.Api.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Designer.Api.Instances;
using Send.Host.Designer.Checks;
using Send.Host.Designer.Hub;
using Send.Host.Designer.Looks;
using Send.Host.Designer.Simulation;
using Send.Host.Designer.Studio;
using Send.Host.Designer.Versions;

namespace Send.Host.Designer;

/// <summary>The designer: Elsa Studio, the API it talks to, and what surrounds it (checks, versions, simulation).</summary>
internal static class DesignerRegistration
{
    public static IServiceCollection AddSendDesigner(this IServiceCollection services) => services
        .AddStudio()
        .AddDefinitionApi()
        .AddDescriptorApi()
        .AddInstanceApi()
        .AddInstanceHub()
        .AddDefinitionChecks()
        .AddSimulation()
        .AddVersions();

    public static WebApplication MapSendDesigner(this WebApplication app)
    {
        app.MapElsaApi();
        app.MapInstanceHub();
        app.MapStudio();
        app.MapSimulations();
        app.MapLooks();
        return app;
    }
}
