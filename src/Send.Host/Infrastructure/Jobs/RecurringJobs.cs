using System.Globalization;
using Hangfire;
using Microsoft.Extensions.Options;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Registers the recurring jobs with Hangfire. A host that was killed may have left Hangfire's lock on one of them, which its storage gives up only after a while: the start
/// of this host must not fail for it, so what could not be registered at once is tried again in the background.</summary>
internal sealed partial class RecurringJobs(IRecurringJobManager recurring, IOptions<JobsOptions> options, ILogger<RecurringJobs> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private volatile bool done;

    /// <summary>Registers the jobs; false when Hangfire's storage could not be locked.</summary>
    public bool TryRegister()
    {
        try
        {
            var seconds = options.Value.SweepSeconds;
            var cron = seconds == 60 ? "* * * * *" : string.Create(CultureInfo.InvariantCulture, $"*/{seconds} * * * * *");
            recurring.AddOrUpdate<SweepJob>(SweepJob.Id, job => job.SweepAsync(CancellationToken.None), cron);
            recurring.AddOrUpdate<OperationCleanup>(OperationCleanup.Id, job => job.RunAsync(CancellationToken.None), Cron.Hourly());
            done = true;
        }
        catch (Exception e) when (e is Hangfire.PostgreSql.PostgreSqlDistributedLockException or Hangfire.Storage.DistributedLockTimeoutException)
        {
            LogLocked(logger, e.Message);
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!done)
        {
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            await Task.Run(TryRegister, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The recurring jobs are not registered yet; another host, or one that died, holds their lock: {Cause}")]
    private static partial void LogLocked(ILogger logger, string cause);
}
