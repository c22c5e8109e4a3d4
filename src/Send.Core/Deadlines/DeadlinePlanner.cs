namespace Send.Core.Deadlines;

/// <summary>Arithmetic of due dates: an offset from an anchor, moved back to the previous working day of the office. Pure.</summary>
public sealed class DeadlinePlanner(DeadlinePlan plan, WorkingCalendar calendar, int longFrom = 90)
{
    /// <summary>The due date of a rule counted from a day.</summary>
    public DateOnly DueOf(DateOnly anchor, int offsetDays, bool workingDays, bool exact = false)
    {
        if (workingDays)
        {
            return calendar.Add(anchor, offsetDays);
        }

        var day = anchor.AddDays(offsetDays);
        return exact ? day : calendar.OnOrBefore(day);
    }

    /// <summary>Plans every step that a stay has. Steps whose day has passed become due one after the other, a working day each, from tomorrow on, those before departure
    /// not after the last working day before it; the order of the plan is kept among them.</summary>
    public StayPlan Plan(StayDates dates, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var planned = new List<PlannedStep>();
        var next = calendar.OnOrAfter(today);
        var late = false;
        foreach (var step in plan.Steps.Where(step => Applies(step, dates)))
        {
            var offset = step.OffsetFor(dates, longFrom);
            var due = DueOf(dates.DayOf(step.Anchor)!.Value, offset, step.WorkingDays, step.Exact);
            if (due >= today)
            {
                planned.Add(new(step, offset, due, Compressed: false));
                continue;
            }

            next = calendar.Add(next, 1);
            planned.Add(new(step, offset, Latest(step, next, dates, today), Compressed: true));
            late |= step.Anchor == DeadlineAnchor.Departure;
        }

        return new(planned, late);
    }

    /// <summary>Where open deadlines belong after the dates of the case have moved. Pinned ones, those of a task's opening, and ended or paused ones stay. A deadline that is
    /// late and stays late is not touched; one whose new day has passed is compressed as in <see cref="Plan"/>, but never pushed away.</summary>
    public IReadOnlyList<DeadlineMove> Replan(IEnumerable<Deadline> deadlines, StayDates dates, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(dates);
        var moves = new List<DeadlineMove>();
        var next = calendar.OnOrAfter(today);
        foreach (var deadline in deadlines.Where(d => d is { Pinned: false, State: DeadlineState.Planned or DeadlineState.Missed }).OrderBy(Place))
        {
            if (dates.DayOf(deadline.Anchor) is not { } anchor)
            {
                continue;
            }

            var step = plan.Find(deadline.Code);
            var offset = OffsetNow(deadline, step, dates);
            var due = DueOf(anchor, offset, deadline.WorkingDays, step?.Exact ?? false);
            var passed = due < today;
            if (passed && deadline.Due < today)
            {
                continue;
            }

            var target = due;
            if (passed)
            {
                next = calendar.Add(next, 1);
                target = step is null ? next : Latest(step, next, dates, today);
                target = target < deadline.Due ? target : deadline.Due;
            }

            if (target != deadline.Due || offset != deadline.OffsetDays)
            {
                moves.Add(new(deadline, offset, deadline.Due, target, passed));
            }
        }

        return moves;
    }

    /// <summary>Steps that only stays of some length have, which this one has by now and which <paramref name="known"/> lacks; those whose day has passed are left to the
    /// opening of their task. <paramref name="known"/> are all deadlines of the case, ended ones too.</summary>
    public IReadOnlyList<PlannedStep> Grown(IReadOnlyCollection<Deadline> known, StayDates dates, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(dates);
        return
        [
            .. plan.Steps.Where(step => step.MinStayDays is not null && Applies(step, dates) && !known.Any(row => row.Code == step.Code && !GivenUp(row)))
                .Select(step => (Step: step, Offset: step.OffsetFor(dates, longFrom)))
                .Select(one => new PlannedStep(one.Step, one.Offset, DueOf(dates.DayOf(one.Step.Anchor)!.Value, one.Offset, one.Step.WorkingDays, one.Step.Exact), Compressed: false))
                .Where(planned => planned.Due >= today),
        ];
    }

    /// <summary>Open deadlines of steps that the stay has become too short for. What a task has taken or somebody pinned stays.</summary>
    public IReadOnlyList<Deadline> Shrunk(IEnumerable<Deadline> deadlines, StayDates dates)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(dates);
        return [.. deadlines.Where(row => row is { Pinned: false, TaskId: null, State: DeadlineState.Planned } && plan.Find(row.Code) is { MinStayDays: { } least } && dates.Days < least)];
    }

    /// <summary>The offset that the plan has for a step of this stay; null for a code or an anchor that is not the plan's.</summary>
    public int? OffsetOf(string code, DeadlineAnchor anchor, StayDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return plan.Find(code) is { } step && step.Anchor == anchor ? step.OffsetFor(dates, longFrom) : null;
    }

    /// <summary>The new due date of a deadline that rested while its case was on hold: one that still lies ahead and hangs on the stay keeps its day; every other one
    /// gets the days again that it had left.</summary>
    public DateOnly Resume(Deadline deadline, DateOnly heldOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        if (deadline.Pinned || (deadline.Anchor != DeadlineAnchor.TaskOpened && deadline.Due >= today))
        {
            return deadline.Due;
        }

        var left = Math.Max(0, deadline.Due.DayNumber - heldOn.DayNumber);
        return calendar.OnOrAfter(today.AddDays(left));
    }

    /// <summary>Cancelled before a task took it, as a stay that shrank does.</summary>
    private static bool GivenUp(Deadline deadline) => deadline is { State: DeadlineState.Cancelled, TaskId: null };

    private int Place(Deadline deadline)
    {
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            if (plan.Steps[i].Code == deadline.Code)
            {
                return i;
            }
        }

        return plan.Steps.Count;
    }

    private static bool Applies(PlanStep step, StayDates dates) =>
        step.Planned && step.Anchor != DeadlineAnchor.TaskOpened && (step.MinStayDays is null || dates.Days >= step.MinStayDays);

    /// <summary>Shares of the stay follow its length, and the two variants of a step follow short and long; an offset set by hand stays.</summary>
    private int OffsetNow(Deadline deadline, PlanStep? step, StayDates dates) =>
        step is null || step.Anchor != deadline.Anchor || deadline.OffsetByHand ? deadline.OffsetDays : step.OffsetFor(dates, longFrom);

    private DateOnly Latest(PlanStep step, DateOnly wanted, StayDates dates, DateOnly today)
    {
        var last = calendar.OnOrBefore(dates.Departure.AddDays(-1));
        return step.Anchor == DeadlineAnchor.Departure && wanted > last && last >= today ? last : wanted;
    }
}

/// <summary>A step with its due date. <paramref name="Compressed"/>: its own day had passed, so it became due as soon as possible.</summary>
public sealed record PlannedStep(PlanStep Step, int OffsetDays, DateOnly Due, bool Compressed);

/// <summary>The plan of a case. <paramref name="LateEntry"/>: work before departure had to be compressed.</summary>
public sealed record StayPlan(IReadOnlyList<PlannedStep> Steps, bool LateEntry);

/// <summary>Where a re-plan puts a deadline. <paramref name="BecomesLate"/>: its new day has passed, so it is due at once.</summary>
public sealed record DeadlineMove(Deadline Deadline, int OffsetDays, DateOnly Old, DateOnly New, bool BecomesLate);
