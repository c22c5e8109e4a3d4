using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Resumes the timers that are due, in the order in which they are, each in a step of its own.</summary>
public sealed partial class TimerWorker(IServiceScopeFactory scopes, IProcessRunner runner, TimeProvider clock, ILogger<TimerWorker> logger)
{
    private const int Batch = 50;

    /// <summary>Works until no timer is due. Returns how many were resumed; one that fails stays due and is tried again by the next sweep.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var failed = new List<string>();
        var resumed = 0;
        while (true)
        {
            var due = await DueAsync(failed, ct);
            foreach (var timer in due)
            {
                if (await ResumeAsync(timer, ct))
                {
                    resumed++;
                }
                else
                {
                    failed.Add(timer.BookmarkId);
                }
            }

            if (due.Count == 0)
            {
                return resumed;
            }
        }
    }

    private async Task<List<ResumeBookmark>> DueAsync(List<string> failed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<SendDbContext>().Set<StoredBookmark>().AsNoTracking()
            .Where(row => row.DueAt != null && row.DueAt <= now && !failed.Contains(row.Id))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Batch)
            .Select(row => new ResumeBookmark(row.InstanceId, row.Id, null)).ToListAsync(ct);
    }

    private async Task<bool> ResumeAsync(ResumeBookmark timer, CancellationToken ct)
    {
        try
        {
            var result = await runner.RunAsync<bool>(
                (step, _) =>
                {
                    step.Add(timer);
                    return Task.FromResult<Result<bool>>(true);
                },
                ct);
            if (result.IsSuccess)
            {
                return true;
            }

            LogRefused(logger, timer.BookmarkId, timer.InstanceId, result.Errors[0].Message);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(logger, e, timer.BookmarkId, timer.InstanceId);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Timer {Bookmark} of instance {Instance} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string bookmark, string instance, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Bookmark} of instance {Instance} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string bookmark, string instance);
}
