using Send.Core.Deadlines;

namespace Send.Core.Programmes;

/// <summary>Counts the days of a stay and compares them with a programme's limits.</summary>
public static class StayLength
{
    /// <summary>Days from the first to the last day of activity, both counted, as the programme counts; throws when they are in the wrong order.</summary>
    public static int Days(Programme programme, DateOnly start, DateOnly end, WorkingCalendar destination)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(destination);
        if (end < start)
        {
            throw new ArgumentException("The last day is not before the first.", nameof(end));
        }

        return programme.Counting == DayCounting.Calendar ? end.DayNumber - start.DayNumber + 1 : destination.WorkingDaysBetween(start, end);
    }

    /// <summary>Whether that many days fit.</summary>
    public static StayVerdict Judge(Programme programme, int days)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return days < programme.MinDays ? StayVerdict.TooShort : days > programme.MaxDays ? StayVerdict.TooLong : StayVerdict.Fits;
    }
}

/// <summary>Verdict on the length of a stay.</summary>
public enum StayVerdict
{
    Fits,
    TooShort,
    TooLong,
}
