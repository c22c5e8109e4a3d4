namespace Send.Core.Auditing;

/// <summary>Who changes something, when and why; every handler that writes takes one, and it ends in the audit log.
/// <paramref name="ActorId"/> is the staff member's id, null for the system itself.</summary>
public sealed record ChangeContext(Guid? ActorId, string ActorName, DateTimeOffset At, string? Reason = null)
{
    /// <summary>A change that no person asked for: a timer, a job, the seeding of demonstration data.</summary>
    public static ChangeContext System(TimeProvider clock) => new(null, "system", clock.GetUtcNow());
}
