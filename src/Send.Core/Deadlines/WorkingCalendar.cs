namespace Send.Core.Deadlines;

/// <summary>Working days: Monday to Friday without holidays.</summary>
public sealed class WorkingCalendar(Func<DateOnly, bool> isHoliday)
{
    /// <summary>Weekends only.</summary>
    public static WorkingCalendar Weekdays { get; } = new(_ => false);

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isHoliday(day);

    /// <summary>The day itself when it is a working day, else the last working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself when it is a working day, else the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>So many working days later, or earlier when negative. The day itself never counts; zero gives the working day on or before it.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        if (workingDays == 0)
        {
            return OnOrBefore(day);
        }

        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0; left--)
        {
            day = day.AddDays(step);
            while (!IsWorkingDay(day))
            {
                day = day.AddDays(step);
            }
        }

        return day;
    }

    /// <summary>Working days from the first to the last day, both counted.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
