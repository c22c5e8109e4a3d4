using Send.Host.Designer.Api;

namespace Send.Host.Designer;

/// <summary>The designer: Elsa Studio, the API it talks to, and what surrounds it (checks, versions, simulation).</summary>
internal static class DesignerRegistration
{
    public static IServiceCollection AddSendDesigner(this IServiceCollection services) => services;

    public static WebApplication MapSendDesigner(this WebApplication app)
    {
        app.MapElsaApi();
        return app;
    }
}
