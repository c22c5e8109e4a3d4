namespace Send.Core.Staff;

/// <summary>Somebody who works with cases. The sign-in account (Identity, in the host) has the same id.</summary>
public sealed class StaffMember
{
    public Guid Id { get; init; }

    public required string DisplayName { get; set; }

    public required string Email { get; set; }

    /// <summary>`en` or `it`.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA name, `Europe/Rome`.</summary>
    public string TimeZone { get; set; } = "Europe/Rome";

    /// <summary>Names of <see cref="StaffRole"/>, separated by a comma.</summary>
    public string Roles { get; set; } = "";

    public bool Active { get; set; } = true;

    public IReadOnlyList<StaffRole> RoleList =>
        [.. Roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<StaffRole>)];
}
