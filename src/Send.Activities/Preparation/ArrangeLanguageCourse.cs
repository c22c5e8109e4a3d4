using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Preparation;

/// <summary>The language course before departure (process.md F1).</summary>
[Activity("Send", "Send", "Language course before departure: provider, hours, tests before and after, level reached.", DisplayName = "Arrange language course", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class ArrangeLanguageCourse : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <inheritdoc />
    protected override string Form => "language-course";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;
}
