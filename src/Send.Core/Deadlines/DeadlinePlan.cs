using Send.Core.Forms;
using Send.Core.Reference;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>deadline-plan.json: the steps in the order of the work.</summary>
public sealed record DeadlinePlan : ReferenceSource
{
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>The step of that code; null when the plan has none.</summary>
    public PlanStep? Find(string code) => Steps.FirstOrDefault(step => step.Code == code);
}

/// <summary>A step of the plan: by when the task of the form of that name shall be done.</summary>
public sealed record PlanStep
{
    /// <summary>Id of the form; code of the deadline.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public required DeadlineAnchor Anchor { get; init; }

    /// <summary>Days after the anchor, negative before it.</summary>
    public required int Offset { get; init; }

    /// <summary>Offset for long stays; null: the same.</summary>
    public int? LongOffset { get; init; }

    /// <summary>The offset counts working days.</summary>
    public bool WorkingDays { get; init; }

    /// <summary>A gate that is never waived by being late.</summary>
    public bool Hard { get; init; }

    public required StaffRole Role { get; init; }

    /// <summary>False: planned only when its task opens, for work that not every case has.</summary>
    public bool Planned { get; init; } = true;

    /// <summary>Not moved back to a working day: people arrive on Sundays too.</summary>
    public bool Exact { get; init; }

    /// <summary>Share of the stay after its first day, instead of the offset: 0.5 is the middle.</summary>
    public decimal? StayShare { get; init; }

    /// <summary>Only for stays of at least so many days.</summary>
    public int? MinStayDays { get; init; }

    /// <summary>The offset for a stay.</summary>
    public int OffsetFor(StayDates dates, int longFrom)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return StayShare is { } share ? (int)decimal.Floor(dates.Days * share) : dates.Days >= longFrom ? LongOffset ?? Offset : Offset;
    }
}
