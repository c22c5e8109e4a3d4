using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>Counts the inbox's views for the reader.</summary>
public sealed class InboxCountsHandler(SendData data, TimeProvider clock)
{
    public async Task<Result<InboxCounts>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (TaskAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var today = clock.Today();
        Task<int> CountAsync(InboxView view) => data.Tasks.AsNoTracking().In(view, actor, today).OrderBy(task => task.DueOrder).ThenBy(task => task.Id).Take(InboxCounts.Ceiling).CountAsync(ct);
        return new InboxCounts(
            await CountAsync(InboxView.Mine),
            await CountAsync(InboxView.Available),
            await CountAsync(InboxView.Overdue),
            await CountAsync(InboxView.Waiting),
            await CountAsync(InboxView.Done));
    }
}
