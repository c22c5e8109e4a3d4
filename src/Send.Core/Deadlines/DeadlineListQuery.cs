using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Deadlines;

/// <summary>Deadlines by due date.</summary>
public sealed record DeadlineListQuery
{
    public Guid? Case { get; init; }

    public DeadlineState? State { get; init; }

    public StaffRole? Queue { get; init; }

    public DateOnly? DueBefore { get; init; }

    public DateOnly? DueAfter { get; init; }

    public PageRequest Page { get; init; } = new();
}

