namespace Send.Core.Staff;

/// <summary>A colleague by id and name, as lists show one.</summary>
public sealed record StaffRef(Guid Id, string Name);
