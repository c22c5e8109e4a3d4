using Send.Core.Deadlines;

namespace Send.Core.Cases;

/// <summary>The days that everything is counted from.</summary>
public static class CaseDates
{
    /// <summary>The anchor's day: what happened where that is known, else what is planned. Throws for <see cref="DeadlineAnchor.TaskOpened"/>, which is no day of the case.</summary>
    public static DateOnly DayOf(this SendCase sendCase, DeadlineAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        return anchor switch
        {
            DeadlineAnchor.Departure => sendCase.Departure,
            DeadlineAnchor.Start => sendCase.EffectiveStart ?? sendCase.Start,
            DeadlineAnchor.End => sendCase.EffectiveEnd ?? sendCase.End,
            DeadlineAnchor.Return => sendCase.EffectiveReturn ?? sendCase.Return,
            _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "The opening of a task is no day of the case."),
        };
    }
}
