namespace Send.Core.Staff;

/// <summary>A role is a queue of tasks and a set of permissions (process.md, roles).</summary>
public enum StaffRole
{
    Administrator,
    Coordinator,
    NeedsAnalyst,
    PlacementOfficer,
    LogisticsOfficer,
    Tutor,
    Evaluator,
    CertificationOfficer,
    FinanceOfficer,
}
