using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Evaluation;

/// <summary>Credit transfer and recognition (process.md H9).</summary>
[Activity("Send", "Send", "Validation and recognition: which outcomes count, how many points or credits, which grade, decided by whom.", DisplayName = "Transfer credits", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class TransferCredits : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.CertificationOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.CertificationOfficer);

    /// <inheritdoc />
    protected override string Form => "credit-transfer";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Recognition;
}
