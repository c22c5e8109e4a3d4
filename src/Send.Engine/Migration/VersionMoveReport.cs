namespace Send.Engine.Migration;

/// <summary>Everything that a move changes for one instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="FromVersion">Number of its present version.</param>
/// <param name="ToVersion">Number of the other version.</param>
/// <param name="Findings">What changes, the gravest first.</param>
public sealed record VersionMoveReport(string InstanceId, int FromVersion, int ToVersion, IReadOnlyList<VersionMoveFinding> Findings)
{
    /// <summary>True if <see cref="VersionMove.Apply"/> will do it.</summary>
    public bool IsPossible => Findings.All(finding => finding.Severity != VersionMoveSeverity.Blocks);

    /// <summary>True if a person should look at it before.</summary>
    public bool NeedsConsent => Findings.Any(finding => finding.Severity == VersionMoveSeverity.Warns);
}
