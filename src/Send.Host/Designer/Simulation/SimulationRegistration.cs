namespace Send.Host.Designer.Simulation;

/// <summary>Wires simulations.</summary>
internal static class SimulationRegistration
{
    public static IServiceCollection AddSimulation(this IServiceCollection services)
    {
        services.AddOptions<SimulationLimits>().BindConfiguration(SimulationLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ScratchTemplate>();
        services.AddSingleton<SimulationDesk>();
        services.AddScoped<SimulationScenes>();
        services.AddScoped<SimulationVersions>();
        return services;
    }
}
