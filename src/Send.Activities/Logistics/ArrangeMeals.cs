using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Logistics;

/// <summary>Meals during the stay (process.md E5).</summary>
[Activity("Send", "Send", "Meals plan during the stay: canteen, allowance, diet.", DisplayName = "Arrange meals", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeMeals : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "meals";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
