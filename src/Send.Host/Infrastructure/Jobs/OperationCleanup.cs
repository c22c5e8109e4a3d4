using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Data;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Forgets the answers to repeated requests after <see cref="JobsOptions.OperationDays"/>: nobody repeats a request after weeks. Several hosts may run it at once.</summary>
public sealed partial class OperationCleanup(IServiceScopeFactory scopes, IOptions<JobsOptions> options, TimeProvider clock, ILogger<OperationCleanup> logger)
{
    public const string Id = "operations";

    private const int Batch = 500;

    /// <summary>Deletes in small transactions, so that nobody waits for it, until none is left that is old enough. Returns how many there were.</summary>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("Clean-up: operation ids")]
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.OperationDays);
        var total = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var operations = scope.ServiceProvider.GetRequiredService<SendData>().Operations;
            var ids = await operations.Where(row => row.At < before).OrderBy(row => row.At).Take(Batch).Select(row => row.Id).ToListAsync(ct);
            if (ids.Count == 0)
            {
                break;
            }

            total += await operations.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(ct);
        }

        if (total > 0)
        {
            LogDeleted(logger, total, options.Value.OperationDays);
        }

        return total;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Count} operation ids older than {Days} days")]
    private static partial void LogDeleted(ILogger logger, int count, int days);
}
