using Send.Core.Reference;
using Send.Core.Tasks;

namespace Send.Core.Cases;

/// <summary>Where a case stands among the stages of its programme.</summary>
internal static class CaseProgress
{
    public static IReadOnlyList<StageProgress> Of(SendCase @case, IReadOnlyList<InboxRow> open, ReferenceData reference)
    {
        var stages = reference.Programme(@case.Programme)?.Stages ?? Enum.GetValues<CaseStage>();
        return [.. stages.Select(stage => Of(@case, stage, open))];
    }

    private static StageProgress Of(SendCase @case, CaseStage stage, IReadOnlyList<InboxRow> open)
    {
        if (@case.Status == CaseStatus.Closed || stage < @case.Stage)
        {
            return new(stage, StageState.Done);
        }

        if (stage > @case.Stage)
        {
            return new(stage, StageState.Ahead);
        }

        if (@case.IsEnded || @case.Status == CaseStatus.OnHold)
        {
            return new(stage, StageState.Blocked, @case.Status.ToString());
        }

        var gate = open.FirstOrDefault(task => task.HardGate && task.Overdue);
        return gate is null ? new(stage, StageState.Now) : new(stage, StageState.Blocked, gate.Title.En);
    }
}
