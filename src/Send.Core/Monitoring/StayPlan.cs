using Send.Core.Cases;
using Send.Core.Deadlines;

namespace Send.Core.Monitoring;

/// <summary>Who is asked what and when while a person is abroad (rules.md section 8): arrival, first week, mid-term from two weeks on, contact logs in between, final assessment.</summary>
public static class StayPlan
{
    private const int MidTermFromDays = 14;
    private const int LongFromDays = 90;
    private const int Near = 4;

    /// <summary>The contacts in the order of their days. Logs come every <paramref name="logEveryDays"/> days, in long stays half as often after the first month, and not
    /// within four days of another contact. The whole stay in the effective dates where they are known.</summary>
    public static IReadOnlyList<StayContact> Of(SendCase sendCase, int logEveryDays)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(logEveryDays);
        var start = sendCase.DayOf(DeadlineAnchor.Start);
        var end = sendCase.DayOf(DeadlineAnchor.End);
        var days = end.DayNumber - start.DayNumber + 1;
        List<StayContact> contacts =
        [
            new("arrival", "arrival-confirmation", sendCase.Departure),
            new("firstWeek", "first-week-check", Earlier(start.AddDays(3), end)),
            new("final", "final-assessment", Later(end.AddDays(-Near), start)),
        ];
        if (days >= MidTermFromDays)
        {
            contacts.Add(new("midTerm", "mid-term-review", start.AddDays((days / 2) - 2)));
        }

        var taken = contacts.Skip(1).Select(contact => contact.Opens).ToList();
        var step = logEveryDays;
        for (var day = start.AddDays(step); day < end; day = day.AddDays(step))
        {
            step = days >= LongFromDays && day.DayNumber - start.DayNumber >= 28 ? logEveryDays * 2 : logEveryDays;
            if (taken.All(other => Math.Abs(other.DayNumber - day.DayNumber) >= Near))
            {
                contacts.Add(new($"log{day.DayNumber - start.DayNumber}", "monitoring-log", day));
            }
        }

        return [.. contacts.OrderBy(contact => contact.Opens).ThenBy(contact => contact.Form == "final-assessment")];
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
