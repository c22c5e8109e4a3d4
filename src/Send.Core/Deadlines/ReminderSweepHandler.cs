using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Time;

namespace Send.Core.Deadlines;

/// <summary>Sends the reminders whose day has come. Each deadline is one transaction: the reminder is marked and its mails are queued together, or neither. Of several that
/// are due at once (the system was off, the clock was moved) only the latest is sent to those who do the work, and only the latest escalation. Runs beside itself do no harm.</summary>
public sealed class ReminderSweepHandler(IProcessRunner runner, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Sweeps until nothing is due; returns the number of mails queued.</summary>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var (mails, after) = (0, Guid.Empty);
        while (true)
        {
            var due = (await runner.RunAsync<List<Guid>>((step, token) => DueAsync(step, today, after, token), ct)).Value;
            foreach (var id in due)
            {
                // What is refused now, because others are at the same case, is done by the next sweep.
                var reminded = await runner.RunAsync<int>((step, token) => RemindAsync(step, id, today, token), ct);
                (mails, after) = (mails + (reminded.IsSuccess ? reminded.Value : 0), id);
            }

            if (due.Count < Batch)
            {
                return mails;
            }
        }
    }

    private static async Task<Result<List<Guid>>> DueAsync(ProcessStep step, DateOnly today, Guid after, CancellationToken ct) =>
        await step.Data.Reminders.AsNoTracking()
            .Where(row => !row.Dropped && row.QueuedAt == null && row.On <= today && row.DeadlineId > after)
            .Select(row => row.DeadlineId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(ct);

    private async Task<Result<int>> RemindAsync(ProcessStep step, Guid deadlineId, DateOnly today, CancellationToken ct)
    {
        var deadline = await step.Data.Deadlines.Include(row => row.Reminders).FirstOrDefaultAsync(row => row.Id == deadlineId, ct);
        if (deadline is not { State: DeadlineState.Planned or DeadlineState.Missed })
        {
            return 0;
        }

        var due = deadline.Reminders.Where(r => r is { Dropped: false, QueuedAt: null } && r.On <= today).OrderBy(r => r.On).ToList();
        var notices = step.Services.GetRequiredService<ReminderNotices>();
        if (due.Count == 0 || await notices.WaitsAsync(deadline, today, ct))
        {
            return 0;
        }

        deadline.State = deadline.Due < today ? DeadlineState.Missed : deadline.State;
        var queued = 0;
        foreach (var audience in due.GroupBy(notices.IsEscalation))
        {
            foreach (var reminder in audience)
            {
                var mails = reminder == audience.Last() ? await notices.QueueAsync(deadline, reminder, today, ct) : 0;
                (reminder.QueuedAt, reminder.Dropped) = mails > 0 ? (clock.GetUtcNow(), false) : ((DateTimeOffset?)null, true);
                queued += mails;
            }
        }

        return queued;
    }
}
