namespace Send.Core.Logistics;

/// <summary>The rule of 90 days in any 180 (Regulation (EU) 2016/399, article 6): on every day of a stay, the days present in the window that ends on it are at most 90.</summary>
public static class ShortStay
{
    /// <summary>Days present in the window that ends on <paramref name="day"/>; overlapping stays count once.</summary>
    public static int DaysUsed(IEnumerable<SchengenStay> stays, DateOnly day, int windowDays = 180)
    {
        ArgumentNullException.ThrowIfNull(stays);
        var first = day.AddDays(1 - windowDays);
        return stays
            .SelectMany(stay => Days(stay.Entered < first ? first : stay.Entered, stay.Left > day ? day : stay.Left))
            .Distinct().Count();
    }

    /// <summary>The first day of the planned stay on which the rule is broken; null when it never is.</summary>
    public static DateOnly? FirstDayOver(IReadOnlyList<SchengenStay> previous, SchengenStay planned, int allowedDays = 90, int windowDays = 180)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(planned);
        List<SchengenStay> all = [.. previous, planned];
        return Days(planned.Entered, planned.Left).Select(day => (DateOnly?)day).FirstOrDefault(day => DaysUsed(all, day!.Value, windowDays) > allowedDays);
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}

/// <summary>A stay in the Schengen area; the days of entry and exit both count.</summary>
public sealed record SchengenStay(DateOnly Entered, DateOnly Left);
