using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Preparation;

/// <summary>Pre-departure training of the participant (process.md F2).</summary>
[Activity("Send", "Send", "Pre-departure training: culture, safety, rights, work rules, money, health. Records the sessions, the quiz and the emergency card.", DisplayName = "Prepare for departure", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class PrepareDeparture : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.Tutor)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Tutor);

    /// <inheritdoc />
    protected override string Form => "pre-departure-training";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
