namespace Send.Core.Deadlines;

/// <summary>Keeps the reminder rows of a deadline in step with its due date.</summary>
public sealed class ReminderSchedule(ReminderRules rules, WorkingCalendar calendar)
{
    /// <summary>Adds the reminders that are missing and moves those whose mail is not queued yet. A reminder whose day has passed is dropped; it comes back when its day
    /// moves ahead again. What was queued is never touched, so nobody is reminded twice of the same thing. A deadline that is not open reminds nobody.</summary>
    public void Apply(Deadline deadline, DateOnly today, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(newId);
        var open = deadline.State is DeadlineState.Planned or DeadlineState.Missed;
        foreach (var (kind, on) in rules.For(deadline.Due, calendar))
        {
            var reminder = deadline.Reminders.Find(r => r.Kind == kind);
            if (reminder is null)
            {
                // On the day a deadline is planned nobody needs to be told that it lies ahead.
                var passed = on < today || (on == today && on < deadline.Due);
                deadline.Reminders.Add(new Reminder { Id = newId(), DeadlineId = deadline.Id, Kind = kind, On = on, Dropped = !open || passed });
            }
            else if (reminder.QueuedAt is null)
            {
                (reminder.On, reminder.Dropped) = (on, !open || on < today);
            }
        }
    }
}
