using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Host.Designer.Versions;

/// <summary>Who may do what around the designer; null when they may.</summary>
internal static class DesignerAccess
{
    public static Error? MayDesign(Actor actor) => actor.Can(Permission.DesignProcesses) ? null : new("designer.forbidden", "You may not use the designer.", Kind: ErrorKind.Forbidden);

    public static Error? MayRun(Actor actor) => actor.Can(Permission.RunProcesses) ? null : new("designer.run-forbidden", "You may not change running processes.", Kind: ErrorKind.Forbidden);

    public static Error NoDefinition(string definitionId) => new("definition.not-found", $"There is no workflow '{definitionId}'.", Kind: ErrorKind.NotFound);
}
