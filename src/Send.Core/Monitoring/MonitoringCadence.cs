using Send.Core.Deadlines;

namespace Send.Core.Monitoring;

/// <summary>On which days a participant is spoken to (rules.md section 8).</summary>
public static class MonitoringCadence
{
    /// <summary>The days by length of the stay and age, each once, in order, from the first to the last day of activity.</summary>
    public static IReadOnlyList<DueContact> Of(StayDates dates, bool minor, MonitoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(rules);
        var band = rules.Bands.Last(b => b.FromDays <= dates.Days);
        var days = new SortedDictionary<int, ContactReason>();
        foreach (var day in band.FixedDays.Concat(Every(band.FixedDays.DefaultIfEmpty(0).Max(), band.EveryDays, dates.Days)).Concat(minor ? ForMinor(rules.Minors, dates.Days) : []))
        {
            days[Math.Min(day, dates.Days)] = ContactReason.Regular;
        }

        if (band.MidTerm)
        {
            days[(dates.Days + 1) / 2] = ContactReason.MidTerm;
        }

        if (band.LastWeek)
        {
            days[Math.Max(1, dates.Days - 4)] = ContactReason.LastWeek;
        }

        return [.. days.Select(day => new DueContact(dates.Start.AddDays(day.Key - 1), day.Value))];
    }

    /// <summary>The next contact on or after a day; null when the stay has none left.</summary>
    public static DateOnly? Next(IEnumerable<DueContact> contacts, DateOnly day) => contacts.Where(contact => contact.On >= day).Select(contact => (DateOnly?)contact.On).Min();

    private static IEnumerable<int> Every(int after, int? interval, int days)
    {
        for (var day = after + (interval ?? days + 1); day <= days; day += interval!.Value)
        {
            yield return day;
        }
    }

    private static IEnumerable<int> ForMinor(MinorContacts rules, int days) =>
        Enumerable.Range(1, Math.Min(rules.DailyUntilDay, days)).Concat(Every(rules.DailyUntilDay, rules.EveryDays, days));
}

/// <summary>A contact that the rhythm asks for.</summary>
public sealed record DueContact(DateOnly On, ContactReason Reason);

/// <summary>Why there is a contact on a day.</summary>
public enum ContactReason
{
    Regular,
    MidTerm,
    LastWeek,
}
