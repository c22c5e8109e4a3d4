using Hangfire;
using Send.Core.Data;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Has the outbox worked on right after a commit instead of at the next sweep. One job is enough for any number of commits that come before it begins.</summary>
public sealed partial class OutboxWake(IBackgroundJobClient jobs, ILogger<OutboxWake> logger) : ICommitObserver
{
    private int pending;

    /// <inheritdoc />
    public void Committed(CommittedChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (!changes.Outbox || Interlocked.Exchange(ref pending, 1) == 1)
        {
            return;
        }

        try
        {
            jobs.Enqueue<SweepJob>(job => job.OutboxAsync(CancellationToken.None));
        }
        catch (Exception e) when (e is BackgroundJobClientException or InvalidOperationException)
        {
            // The commit stands whatever the job storage does; the sweep finds the item.
            Begun();
            LogLost(logger, e);
        }
    }

    /// <summary>The job has begun: what is committed from now on needs another one.</summary>
    public void Begun() => Interlocked.Exchange(ref pending, 0);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be woken; the next sweep takes over")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
