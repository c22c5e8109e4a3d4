using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Logistics;

/// <summary>Local transport at the destination (process.md E5).</summary>
[Activity("Send", "Send", "How the participant gets to work every day: pass, validity, cost.", DisplayName = "Arrange local transport", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeLocalTransport : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "local-transport";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
