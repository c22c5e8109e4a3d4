using Send.Core.Cases;

namespace Send.Core.Deadlines;

/// <summary>The days from which deadlines are counted.</summary>
public sealed record StayDates(DateOnly Departure, DateOnly Start, DateOnly End, DateOnly Return)
{
    /// <summary>Days of activity, first and last counted.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Of a case: what happened where that is known, else what is planned.</summary>
    public static StayDates Of(SendCase @case) => new(
        @case.DayOf(DeadlineAnchor.Departure), @case.DayOf(DeadlineAnchor.Start), @case.DayOf(DeadlineAnchor.End), @case.DayOf(DeadlineAnchor.Return));

    /// <summary>The anchor's day; null for the opening of a task, which is no day of the stay.</summary>
    public DateOnly? DayOf(DeadlineAnchor anchor) => anchor switch
    {
        DeadlineAnchor.Departure => Departure,
        DeadlineAnchor.Start => Start,
        DeadlineAnchor.End => End,
        DeadlineAnchor.Return => Return,
        _ => null,
    };
}
