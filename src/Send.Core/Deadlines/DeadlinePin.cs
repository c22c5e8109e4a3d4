namespace Send.Core.Deadlines;

/// <summary>Sets deadlines by hand.</summary>
internal static class DeadlinePin
{
    /// <summary>Puts the deadline on a day, where it stays when its anchor moves; the reminders that lie ahead keep their distance.</summary>
    public static void Pin(this Deadline deadline, DateOnly due)
    {
        var days = due.DayNumber - deadline.Due.DayNumber;
        (deadline.Pinned, deadline.Due) = (true, due);
        foreach (var reminder in deadline.Reminders.Where(reminder => reminder is { QueuedAt: null, Dropped: false }))
        {
            reminder.On = reminder.On.AddDays(days);
        }
    }
}
