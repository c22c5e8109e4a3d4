using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Send.Persistence;

namespace Send.Host.Infrastructure.Health;

/// <summary>`/health/live`: the process answers. `/health/ready`: database, job server and mail transport work too.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddSendHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddDbContextCheck<SendDbContext>("database", tags: [Ready])
            .AddCheck<JobServerCheck>("jobs", tags: [Ready])
            .AddCheck<MailTransportCheck>("mail", tags: [Ready])
            .AddCheck<WorkflowFilesCheck>("workflows", tags: [Ready]);
        return services;
    }

    public static WebApplication MapSendHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
        return app;
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status,
        checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status, detail = entry.Value.Description ?? entry.Value.Exception?.GetType().Name }),
    });
}
