namespace Send.Engine.Scheduling;

/// <summary>
/// A schedule in cron notation: minutes, hours, day of month, month, day of week, and seconds before them if there are six fields. Each
/// field is <c>*</c>, <c>?</c>, a number, a name (JAN, MON), a range, a list, or one of these with a step. When both days are restricted,
/// both must match, as in the parser that Elsa uses. Times are UTC.
/// </summary>
public sealed class CronSchedule
{
    private const int YearsToSearch = 12;
    private readonly ulong seconds;
    private readonly ulong minutes;
    private readonly ulong hours;
    private readonly ulong days;
    private readonly ulong months;
    private readonly ulong weekdays;

    private CronSchedule(ulong seconds, ulong minutes, ulong hours, ulong days, ulong months, ulong weekdays)
    {
        this.seconds = seconds;
        this.minutes = minutes;
        this.hours = hours;
        this.days = days;
        this.months = months;
        this.weekdays = weekdays;
    }

    /// <summary>Reads a schedule; throws <see cref="FormatException"/> naming the field that is wrong.</summary>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
        {
            throw new FormatException($"'{expression}' is not a schedule: it must have five fields (minutes hours day month weekday), or six with seconds first.");
        }

        var first = fields.Length - 5;
        var weekdays = CronField.Parse(fields[first + 4], "day of week", 0, 7, CronField.Weekdays);
        return new CronSchedule(
            first == 1 ? CronField.Parse(fields[0], "seconds", 0, 59) : 1,
            CronField.Parse(fields[first], "minutes", 0, 59),
            CronField.Parse(fields[first + 1], "hours", 0, 23),
            CronField.Parse(fields[first + 2], "day of month", 1, 31),
            CronField.Parse(fields[first + 3], "month", 1, 12, CronField.Months),
            (weekdays & (1UL << 7)) != 0 ? weekdays | 1UL : weekdays);
    }

    /// <summary>The first time after this one, to the second; null if none comes within the next years.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var candidate = new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, DateTimeKind.Utc).AddSeconds(1);
        var lastYear = candidate.Year + YearsToSearch;
        while (candidate.Year <= lastYear)
        {
            if (!Has(months, candidate.Month))
            {
                candidate = new DateTime(candidate.Year, candidate.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            }
            else if (!Has(days, candidate.Day) || !Has(weekdays, (int)candidate.DayOfWeek))
            {
                candidate = candidate.Date.AddDays(1);
            }
            else if (!Has(hours, candidate.Hour))
            {
                candidate = candidate.Date.AddHours(candidate.Hour + 1);
            }
            else if (!Has(minutes, candidate.Minute))
            {
                candidate = candidate.AddSeconds(-candidate.Second).AddMinutes(1);
            }
            else if (!Has(seconds, candidate.Second))
            {
                candidate = candidate.AddSeconds(1);
            }
            else
            {
                return new DateTimeOffset(candidate, TimeSpan.Zero);
            }
        }

        return null;
    }

    private static bool Has(ulong set, int value) => (set & (1UL << value)) != 0;
}
