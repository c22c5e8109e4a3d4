using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Tasks;

namespace Send.Core.Deadlines;

/// <summary>Reads deadlines as rows of lists.</summary>
internal static class DeadlineRows
{
    public static async Task<IReadOnlyList<DeadlineRow>> ReadAsync(SendData data, IQueryable<Deadline> deadlines, ITaskTitles titles, CancellationToken ct)
    {
        var rows = await (from deadline in deadlines.AsNoTracking().Include(row => row.Reminders)
                          join one in data.Cases on deadline.CaseId equals one.Id
                          join person in data.Participants on one.ParticipantId equals person.Id
                          select new { Row = deadline, one.Code, person.GivenName, person.FamilyName, deadline.Reminders }).ToListAsync(ct);
        return
        [
            .. rows.Select(one => new DeadlineRow
            {
                Id = one.Row.Id,
                CaseId = one.Row.CaseId,
                CaseCode = one.Code,
                ParticipantName = $"{one.GivenName} {one.FamilyName}".Trim(),
                Code = one.Row.Code,
                Occurrence = one.Row.Occurrence,
                Title = titles.Of(one.Row.Code),
                TaskId = one.Row.TaskId,
                Anchor = one.Row.Anchor,
                OffsetDays = one.Row.OffsetDays,
                WorkingDays = one.Row.WorkingDays,
                Due = one.Row.Due,
                Hard = one.Row.Hard,
                Pinned = one.Row.Pinned,
                Queue = one.Row.Role,
                State = one.Row.State,
                Reminders = [.. one.Reminders.OrderBy(reminder => reminder.On).ThenBy(reminder => reminder.Kind, StringComparer.Ordinal).Select(reminder => new ReminderRow(reminder.Kind, reminder.On, reminder.QueuedAt, reminder.Dropped))],
                Revision = one.Row.Version,
            }),
        ];
    }
}
