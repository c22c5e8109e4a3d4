using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Needs;

/// <summary>Training needs analysis (process.md B1).</summary>
[Activity("Send", "Send", "What the person can do, what they should learn abroad, and which gaps matter most.", DisplayName = "Analyse training needs", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class AnalyseTrainingNeeds : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.NeedsAnalyst)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.NeedsAnalyst);

    /// <inheritdoc />
    protected override string Form => "needs-analysis";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Needs;
}
