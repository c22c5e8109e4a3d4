using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Resumes the timers that are due and starts the workflows that timers start, in the order in which they are due, each in a step of its own.</summary>
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
                if (await FireAsync(timer, ct))
                {
                    resumed++;
                }
                else
                {
                    failed.Add(timer.Id);
                }
            }

            if (due.Count == 0)
            {
                return resumed;
            }
        }
    }

    private async Task<List<DueTimer>> DueAsync(List<string> failed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SendDbContext>();
        var now = clock.GetUtcNow();
        var waiting = await db.Set<StoredBookmark>().AsNoTracking()
            .Where(row => row.DueAt != null && row.DueAt <= now && !failed.Contains(row.Id))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Batch)
            .Select(row => new { row.Id, row.InstanceId, row.DueAt }).ToListAsync(ct);
        var starting = await db.Set<StoredTrigger>().AsNoTracking()
            .Where(row => row.DueAt != null && row.DueAt <= now && !failed.Contains(row.Id))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Batch)
            .Select(row => new { row.Id, row.DueAt }).ToListAsync(ct);
        return
        [
            .. waiting.Select(row => new DueTimer(row.Id, row.DueAt!.Value, new ResumeBookmark(row.InstanceId, row.Id)))
                .Concat(starting.Select(row => new DueTimer(row.Id, row.DueAt!.Value, new FireTimer(row.Id))))
                .OrderBy(timer => timer.DueAt).Take(Batch),
        ];
    }

    private async Task<bool> FireAsync(DueTimer timer, CancellationToken ct)
    {
        try
        {
            var result = await runner.RunAsync<bool>(
                (step, _) =>
                {
                    step.Add(timer.Stimulus);
                    return Task.FromResult<Result<bool>>(true);
                },
                ct);
            if (result.IsSuccess)
            {
                return true;
            }

            LogRefused(logger, timer.Id, result.Errors[0].Message);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(logger, e, timer.Id);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Timer {Timer} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string timer, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string timer);

    private sealed record DueTimer(string Id, DateTimeOffset DueAt, ProcessStimulus Stimulus);
}
