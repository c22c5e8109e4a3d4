using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Participants;

/// <summary>Rights and revisions of participants, organisations and offers.</summary>
internal static class PeopleAccess
{
    public static Error? MayEdit(Actor actor) => actor.Can(Permission.EditPeople)
        ? null
        : new Error("people.forbidden", "You may not change participants, organisations and offers.", null, ErrorKind.Forbidden);

    public static Error? CheckRevision(IVersioned row, long revision) => row.Version == revision
        ? null
        : new Error("row.stale", $"It has changed since you read it: it is at revision {row.Version}, you sent {revision}.", "/revision", ErrorKind.Conflict);

    /// <summary>Names of the changed columns, camel case.</summary>
    public static IReadOnlyList<string> Changed(SendData data, IVersioned row) =>
        [.. data.Entry(row).Properties.Where(property => property.IsModified).Select(property => char.ToLowerInvariant(property.Metadata.Name[0]) + property.Metadata.Name[1..])];
}
