namespace Send.Core.Staff;

/// <summary>The active colleagues by name; with a role only those who work in its queue.</summary>
public sealed record StaffQuery(StaffRole? Role = null);

/// <summary>A colleague as lists show one.</summary>
public sealed record StaffRow(Guid Id, string Name, string Email, string Language, IReadOnlyList<StaffRole> Roles);
