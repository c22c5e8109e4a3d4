namespace Send.Core.Staff;

/// <summary>The permissions of each role.</summary>
public static class Permissions
{
    private static readonly Permission[] Everybody = [Permission.ReadCases, Permission.WorkTasks];

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(StaffRole role) => role switch
    {
        StaffRole.Administrator => Enum.GetValues<Permission>().ToHashSet(),
        StaffRole.Coordinator => new HashSet<Permission>(Enum.GetValues<Permission>().Except([Permission.Administer])),
        StaffRole.PlacementOfficer => new HashSet<Permission>([.. Everybody, Permission.EditPeople]),
        StaffRole.LogisticsOfficer or StaffRole.FinanceOfficer => new HashSet<Permission>([.. Everybody, Permission.ReadSensitive]),
        StaffRole.Tutor => new HashSet<Permission>([.. Everybody, Permission.SteerCases]),
        StaffRole.NeedsAnalyst or StaffRole.Evaluator or StaffRole.CertificationOfficer => new HashSet<Permission>(Everybody),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No permissions are defined for this role."),
    };
}
