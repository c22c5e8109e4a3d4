namespace Send.Host.Features.Inbox;

/// <summary>The groups of the inbox, in their order.</summary>
public enum DueGroup
{
    Overdue,
    Today,
    ThisWeek,
    Later,
    NoDate,
}

/// <summary>Sorts due dates into groups. A week ends on Sunday.</summary>
public static class DueGroups
{
    /// <summary>The group of a due date as seen on <paramref name="today"/>.</summary>
    public static DueGroup Of(DateOnly? due, DateOnly today)
    {
        if (due is not { } day)
        {
            return DueGroup.NoDate;
        }

        if (day <= today)
        {
            return day < today ? DueGroup.Overdue : DueGroup.Today;
        }

        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return day <= sunday ? DueGroup.ThisWeek : DueGroup.Later;
    }
}
