using Send.Core.Cases;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>The inbox: one view with filters, sorted by due date (those without one last), in pages.</summary>
public sealed record InboxQuery
{
    public InboxView View { get; init; } = InboxView.Mine;

    public Guid? Case { get; init; }

    public StaffRole? Queue { get; init; }

    /// <summary>Due on an earlier day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Words in the title, the case's code, the participant's name or the city.</summary>
    public string? Text { get; init; }

    /// <summary>Programme code.</summary>
    public string? Programme { get; init; }

    public CaseStage? Stage { get; init; }

    /// <summary>Only open (true) or only ended (false) tasks, for the view All.</summary>
    public bool? Open { get; init; }

    public InboxSort Sort { get; init; }

    public PageRequest Page { get; init; } = new();
}

/// <summary>Order of the inbox.</summary>
public enum InboxSort
{
    /// <summary>Earliest due date first, those without one last.</summary>
    Due,

    /// <summary>Ended last first; only for the view Done.</summary>
    Done,
}

/// <summary>How many tasks each view holds, counted up to <see cref="Ceiling"/> so that a count costs the same whatever the number of tasks.</summary>
public sealed record InboxCounts(int Mine, int Available, int Overdue, int Waiting, int Done)
{
    /// <summary>A count of this much means "this many or more".</summary>
    public const int Ceiling = 1000;
}
