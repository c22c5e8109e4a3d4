using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Preparation;

/// <summary>Cultural visits at the destination (process.md G7).</summary>
[Activity("Send", "Send", "Cultural visits during the stay: where, when, who organises them and what they cost.", DisplayName = "Arrange cultural visits", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeCulturalVisits : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "cultural-visits";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
