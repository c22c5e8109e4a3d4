using Send.Core.Cases;
using Send.Core.Deadlines;

namespace Send.Core.Monitoring;

/// <summary>Which tasks monitoring opens on which days while a person is abroad (process.md G): arrival, first week, mid-term from two weeks on, final assessment. The log
/// of contacts and diary lies beside them the whole time.</summary>
public static class ContactPlan
{
    private const int MidTermFromDays = 14;
    private const int DaysAhead = 2;

    /// <summary>The log, open from the arrival to the end.</summary>
    public const string LogForm = "monitoring-log";

    /// <summary>The contacts in the order of their days, counted from the effective dates where they are known. Each opens a little before it is due.</summary>
    public static IReadOnlyList<StayContact> Of(SendCase sendCase)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        var start = sendCase.DayOf(DeadlineAnchor.Start);
        var end = sendCase.DayOf(DeadlineAnchor.End);
        var days = end.DayNumber - start.DayNumber + 1;
        List<StayContact> contacts =
        [
            new("arrival-confirmation", sendCase.Departure),
            new("first-week-check", Earlier(start.AddDays(DaysAhead), end)),
        ];
        if (days >= MidTermFromDays)
        {
            contacts.Add(new("mid-term-review", start.AddDays((days / 2) - DaysAhead)));
        }

        contacts.Add(new("final-assessment", Later(end.AddDays(-DaysAhead), start)));
        return contacts;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
