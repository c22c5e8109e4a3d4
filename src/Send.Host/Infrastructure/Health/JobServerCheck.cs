using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Send.Host.Infrastructure.Health;

/// <summary>Somebody works on jobs: a Hangfire server has given a sign of life in the last two minutes.</summary>
internal sealed class JobServerCheck(IServiceProvider services) : IHealthCheck
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (services.GetService<JobStorage>() is not { } storage)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("There is no job storage."));
        }

        var since = TimeProvider.System.GetUtcNow().UtcDateTime - Silence;
        var alive = storage.GetMonitoringApi().Servers().Count(server => server.Heartbeat >= since);
        return Task.FromResult(alive > 0 ? HealthCheckResult.Healthy($"{alive} job servers.") : HealthCheckResult.Unhealthy("No job server has given a sign of life in the last two minutes."));
    }
}
