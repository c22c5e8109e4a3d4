using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Logistics;

/// <summary>Accommodation during the stay (process.md E4).</summary>
[Activity("Send", "Send", "Where the participant lives during the stay: kind, address, contract, distance to work, safe for minors.", DisplayName = "Arrange accommodation", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeAccommodation : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "accommodation";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
