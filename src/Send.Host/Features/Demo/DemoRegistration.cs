namespace Send.Host.Features.Demo;

/// <summary>Accounts and data of training mode.</summary>
internal static class DemoRegistration
{
    /// <summary>Adds them where `Training:Enabled` is set; elsewhere there is nothing of them.</summary>
    public static IServiceCollection AddSendDemonstration(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue<bool>("Training:Enabled")
            ? services.AddScoped<DemoAccounts>().AddScoped<DemoPeople>().AddScoped<DemoCases>().AddSingleton<DemoSeeder>()
            : services;
}
