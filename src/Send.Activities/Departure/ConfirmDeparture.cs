using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Departure;

/// <summary>Go or no go: a checklist made from the case, decided by the coordinator (process.md F3, F4).</summary>
[Activity("Send", "Send", "Go or no go: checks agreement, insurance, visa, lodging, travel, mentor, consents and training, and lets the coordinator decide. Go makes the case ready.", DisplayName = "Confirm departure", Kind = ActivityKind.Task)]
[FlowNode("Go", "NoGo")]
public sealed class ConfirmDeparture : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.Coordinator)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Coordinator);

    /// <summary>The day to which the departure was postponed.</summary>
    [Output(DisplayName = "New departure", Description = "The day to which the departure was postponed (yyyy-MM-dd); empty when it was not.")]
    public Output<string>? NewDeparture { get; set; }

    /// <inheritdoc />
    protected override string Form => "departure-check";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Departure;

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        context.Set(NewDeparture, task.Outcome == "NoGo" ? (string?)task.Data["newDeparture"] ?? "" : "");
        if (task.Outcome == "Go")
        {
            await context.GetRequiredService<CaseDesk>().ChangeStatusAsync(task.CaseId, CaseStatus.Ready, reason: null, context.CancellationToken);
        }

        await base.SubmittedAsync(context, task);
    }
}
