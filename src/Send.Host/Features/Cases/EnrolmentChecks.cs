using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Programmes;
using Send.Host.Localization;

namespace Send.Host.Features.Cases;

/// <summary>What can be said about a planned stay before the case is opened: length, programme limits, lead time, age. It warns; the handler refuses.</summary>
public sealed class EnrolmentChecks(Texts texts, DateOnly today)
{
    private const int AgeOfMajority = 18;

    /// <summary>Lines of state (`ok`, `warn`, `fail`) and text; none while the dates are not complete.</summary>
    public IReadOnlyList<(string State, string Text)> Of(Programme? programme, DateOnly? departure, DateOnly? start, DateOnly? end, DateOnly? @return, DateOnly? born)
    {
        if (Stay(departure, start, end, @return) is not var (leaves, first, last, returns))
        {
            return [];
        }

        if (first < leaves || last < first || returns < last)
        {
            return [("fail", texts["enrol.order"])];
        }

        var lines = new List<(string, string)>();
        if (programme is not null)
        {
            var days = Days(first, last, programme.Counting);
            var fits = days >= programme.MinDays && days <= programme.MaxDays;
            lines.Add((fits ? "ok" : "fail", texts.Count(fits ? "enrol.length" : "enrol.lengthWrong", days, programme.MinDays, programme.MaxDays)));
            var lead = leaves.DayNumber - today.DayNumber;
            lines.Add(lead < 0
                ? ("fail", texts["enrol.past"])
                : lead < programme.LeadDays ? ("warn", texts.Count("enrol.late", lead, programme.LeadDays)) : ("ok", texts.Count("enrol.lead", lead)));
        }

        if (first.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            lines.Add(("warn", texts["enrol.weekend", Dates.Day(first)]));
        }

        if (born is { } day)
        {
            var age = first.Year - day.Year - (day.AddYears(first.Year - day.Year) > first ? 1 : 0);
            lines.Add((age < AgeOfMajority ? "warn" : "ok", texts[age < AgeOfMajority ? "enrol.minor" : "enrol.adult", age]));
        }

        return lines;
    }

    /// <summary>Steps of the plan whose day has passed, with the day on which they will be due; none while the dates are not complete or lie in the past.</summary>
    public IReadOnlyList<LateStep> Late(DeadlinePlanner planner, DateOnly? departure, DateOnly? start, DateOnly? end, DateOnly? @return)
    {
        ArgumentNullException.ThrowIfNull(planner);
        return Stay(departure, start, end, @return) is { } stay && stay.Departure >= today && stay.Start >= stay.Departure && stay.End >= stay.Start && stay.Return >= stay.End
            ? LateStep.Of(planner.Plan(stay, today))
            : [];
    }

    /// <summary>The four days with the first and the last day of activity as the handler completes them.</summary>
    private static StayDates? Stay(DateOnly? departure, DateOnly? start, DateOnly? end, DateOnly? @return)
    {
        if (departure is not { } leaves || @return is not { } returns || returns < leaves)
        {
            return null;
        }

        var first = start ?? Earlier(leaves.AddDays(1), returns);
        return new(leaves, first, end ?? Later(returns.AddDays(-1), first), returns);
    }

    private static int Days(DateOnly first, DateOnly last, DayCounting counting) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Count(day => counting == DayCounting.Calendar || first.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
