using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Execution;
using Send.Engine.Migration;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Asks what moving these instances to a version would change.</summary>
internal sealed record CheckMoves(string VersionId, IReadOnlyList<string> InstanceIds, IReadOnlyDictionary<string, object?> Values);

/// <summary>Answers <see cref="CheckMoves"/>; nothing is changed.</summary>
internal sealed class CheckMovesHandler(InstanceMoves moves, RunningInstances running, IDefinitionSource definitions)
{
    public async Task<Result<IReadOnlyList<MoveCheck>>> HandleAsync(CheckMoves request, Actor actor, CancellationToken ct)
    {
        if (DesignerAccess.MayRun(actor) is { } refusal)
        {
            return refusal;
        }

        var found = new List<MoveCheck>();
        foreach (var row in await running.OfAsync(request.InstanceIds, ct))
        {
            var report = await moves.CheckAsync(row.InstanceId, request.VersionId, request.Values, ct);
            if (!report.IsSuccess && report.Errors[0].Code == "instance.not-found")
            {
                continue;
            }

            if (!report.IsSuccess)
            {
                return report.Errors[0];
            }

            found.Add(new MoveCheck(row, [.. await LinesAsync(report.Value, row.VersionId, request.VersionId, ct)]));
        }

        return Result<IReadOnlyList<MoveCheck>>.Of(found);
    }

    /// <summary>The findings with the names that people see on the boxes.</summary>
    private async Task<IEnumerable<MoveLine>> LinesAsync(VersionMoveReport report, string from, string to, CancellationToken ct)
    {
        var labels = new StepLabels([await definitions.FindByVersionIdAsync(from, ct), await definitions.FindByVersionIdAsync(to, ct)]);
        return report.Findings.Select(finding => MoveLine.Of(finding, labels));
    }
}

/// <summary>What the move means for one instance.</summary>
internal sealed record MoveCheck(RunningRow Instance, IReadOnlyList<MoveLine> Lines)
{
    public bool IsPossible => Lines.All(line => line.Severity != VersionMoveSeverity.Blocks);

    public bool NeedsConsent => Lines.Any(line => line.Severity == VersionMoveSeverity.Warns);
}

/// <summary>One thing that changes, or why it cannot; `move.kind.{Kind}` says it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">The step or the variable.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it becomes.</param>
internal sealed record MoveLine(VersionMoveKind Kind, VersionMoveSeverity Severity, string? Subject, string? Before, string? After)
{
    public static MoveLine Of(VersionMoveFinding finding, StepLabels labels) => new(
        finding.Kind,
        finding.Severity,
        finding.Variable ?? (finding.ActivityId is { } id ? labels.Of(id) ?? finding.ActivityName : finding.ActivityName),
        finding.Before,
        finding.Kind == VersionMoveKind.ConnectionPassed && finding.After is { } source ? labels.Of(source) ?? source : finding.After);
}
