using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Logistics;

/// <summary>Travel there and back (process.md E3).</summary>
[Activity("Send", "Send", "The journey there and back: legs, times, prices, transfer at arrival, whether it is green.", DisplayName = "Arrange travel", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeTravel : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "travel";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
