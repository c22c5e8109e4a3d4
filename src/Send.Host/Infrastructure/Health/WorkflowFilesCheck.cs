using Microsoft.Extensions.Diagnostics.HealthChecks;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Health;

/// <summary>Every workflow file was taken over at the start; a file that is wrong leaves the host working with the version before, which somebody should know.</summary>
internal sealed class WorkflowFilesCheck(DefinitionFiles files) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(files.Problems.Count == 0
        ? HealthCheckResult.Healthy("All workflow files are in use.")
        : HealthCheckResult.Degraded(string.Join(' ', files.Problems.Select(problem => problem.Message))));
}
