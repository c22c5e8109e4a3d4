using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Needs;

/// <summary>The mobility programme (process.md B2).</summary>
[Activity("Send", "Send", "The mobility programme: aim, learning outcomes, activities, assessment, credits and the host that is wanted. Approved, it makes the case accepted.", DisplayName = "Develop programme", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class DevelopProgramme : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.NeedsAnalyst)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.NeedsAnalyst);

    /// <inheritdoc />
    protected override string Form => "mobility-programme";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Programme;

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        await context.GetRequiredService<CaseDesk>().ChangeStatusAsync(task.CaseId, CaseStatus.Accepted, reason: null, context.CancellationToken);
        await base.SubmittedAsync(context, task);
    }
}
