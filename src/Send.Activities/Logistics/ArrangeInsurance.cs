using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Logistics;

/// <summary>Insurance for the whole journey (process.md E6, rules.md section 5).</summary>
[Activity("Send", "Send", "Health, liability and accident insurance; every policy must cover the whole journey. A hard gate before departure.", DisplayName = "Arrange insurance", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeInsurance : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "insurance";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
