using Send.Core.Auditing;

namespace Send.Core.Staff;

/// <summary>The signed-in person on whose behalf a handler runs.</summary>
public sealed record Actor(Guid Id, string Name, string Language, IReadOnlyList<StaffRole> Roles)
{
    /// <summary>True when one of the roles grants it.</summary>
    public bool Can(Permission permission) => Roles.Any(role => Permissions.Of(role).Contains(permission));

    /// <summary>The actor as author of a change made now.</summary>
    public ChangeContext Change(TimeProvider clock, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(Id, Name, clock.GetUtcNow(), reason);
    }
}
