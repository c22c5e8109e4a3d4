using Send.Core.Reference;

namespace Send.Core.Deadlines;

/// <summary>reminders.json: when people are reminded of a deadline.</summary>
public sealed record ReminderRules : ReferenceSource
{
    public required IReadOnlyList<int> BeforeDays { get; init; }

    public required bool OnDueDay { get; init; }

    public required IReadOnlyList<int> AfterDays { get; init; }

    public required IReadOnlyList<Escalation> Escalations { get; init; }

    /// <summary>The reminders of a due date in the order of their days: kind (`before-7`, `due`, `after-3`, `escalate-2`) and day.</summary>
    public IReadOnlyList<(string Kind, DateOnly On)> For(DateOnly due, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var all = BeforeDays.Select(days => ($"before-{days}", due.AddDays(-days)))
            .Concat(OnDueDay ? [("due", due)] : [])
            .Concat(AfterDays.Select(days => ($"after-{days}", due.AddDays(days))))
            .Concat(Escalations.Select(e => ($"escalate-{e.WorkingDays}", calendar.Add(due, e.WorkingDays))));
        return [.. all.OrderBy(reminder => reminder.Item2)];
    }

    /// <summary>Whom an escalation goes to; null when the kind is a plain reminder.</summary>
    public EscalationTarget? TargetOf(string kind) => Escalations.FirstOrDefault(e => $"escalate-{e.WorkingDays}" == kind)?.To;
}

/// <summary>Who hears of a deadline that nobody meets.</summary>
public enum EscalationTarget
{
    /// <summary>The owner of the case.</summary>
    Owner,

    /// <summary>All coordinators.</summary>
    Coordinators,

    /// <summary>The administrators, who manage the office.</summary>
    Administrators,
}

/// <summary>An escalation so many working days after the due date.</summary>
public sealed record Escalation(int WorkingDays, EscalationTarget To);
