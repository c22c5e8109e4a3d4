using Send.Engine.Execution;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Says again why a move was refused, with the names that people see.</summary>
internal sealed class CheckMovesReader(InstanceMoves moves, IDefinitionSource definitions)
{
    /// <summary>What stands in the way; nothing for an instance that is not there.</summary>
    public async Task<IReadOnlyList<MoveLine>> LinesAsync(MoveItem move, CancellationToken ct)
    {
        var report = await moves.CheckAsync(move.InstanceId, move.VersionId, move.Values, ct);
        if (!report.IsSuccess)
        {
            return [];
        }

        var labels = new StepLabels([await VersionAsync(report.Value.FromVersion, move, ct), await definitions.FindByVersionIdAsync(move.VersionId, ct)]);
        return [.. report.Value.Findings.Where(finding => finding.Severity == Engine.Migration.VersionMoveSeverity.Blocks).Select(finding => MoveLine.Of(finding, labels))];
    }

    private async Task<Engine.Definitions.CompiledWorkflow?> VersionAsync(int number, MoveItem move, CancellationToken ct) =>
        await definitions.FindByVersionIdAsync(move.VersionId, ct) is { } to ? await definitions.FindAsync(to.Definition.DefinitionId, VersionOptions.SpecificVersion(number), ct) : null;
}
