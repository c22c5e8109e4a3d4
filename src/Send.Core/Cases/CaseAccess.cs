using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Cases;

/// <summary>Who may read and steer cases.</summary>
internal static class CaseAccess
{
    public static Error NotFound(Guid id) => new("case.not-found", $"There is no case {id}.", null, ErrorKind.NotFound);

    public static Error? MayRead(Actor actor) => actor.Can(Permission.ReadCases)
        ? null
        : new Error("case.forbidden", "You may not read cases.", null, ErrorKind.Forbidden);

    public static Error? MaySteer(Actor actor) => actor.Can(Permission.SteerCases)
        ? null
        : new Error("case.steer-forbidden", "You may not steer cases.", null, ErrorKind.Forbidden);

    public static Error? CheckRevision(SendCase @case, long? revision) => revision is null || revision == @case.Version
        ? null
        : new Error("case.stale", $"The case has changed since you read it: it is at revision {@case.Version}, you sent {revision}.", "/revision", ErrorKind.Conflict);
}
