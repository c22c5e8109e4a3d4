using Send.Core.Staff;

namespace Send.Host.Designer.Simulation;

/// <summary>A task that waits to be done, as the driver sees it.</summary>
internal sealed record OpenTask(Guid Id, string Activity, string Form, StaffRole Role, DateOnly? Due, DateTimeOffset OpenedAt, IReadOnlyList<string> Outcomes, long Revision);
