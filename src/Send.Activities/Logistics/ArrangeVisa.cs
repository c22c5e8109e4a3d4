using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Logistics;
using Send.Core.Processes;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Logistics;

/// <summary>Entry and visa: the check of what this person needs, and where a visa or permit is needed its application and decision (process.md E1, E2). A citizen with
/// free movement and a valid document needs nothing, and no task is opened. The event `visa-refused` ends the waiting for the authority.</summary>
[Activity("Send", "Send", "What this person needs to enter and stay: nothing (then no task opens), or a visa or permit with its application and decision. The event “visa-refused” counts as the decision.", DisplayName = "Arrange visa", Kind = ActivityKind.Task)]
[FlowNode("NotNeeded", "Granted", "Refused")]
public sealed class ArrangeVisa : TaskActivity
{
    private const string CheckForm = "entry-check";
    private const string VisaForm = "visa";

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the tasks go to.", DefaultValue = StaffRole.LogisticsOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.LogisticsOfficer);

    /// <summary>Opens the check also for a person who needs nothing.</summary>
    [Input(DisplayName = "Always check by hand", Description = "Open the entry check also for a person who, as far as is known, needs nothing.", DefaultValue = false)]
    public Input<bool> AlwaysCheck { get; set; } = new(false);

    /// <summary>What is needed.</summary>
    [Output(DisplayName = "Formality", Description = "What is needed: none, presence, registration, visaC, visaD or permit.")]
    public Output<string>? Formality { get; set; }

    /// <summary>Last day of the visa or permit.</summary>
    [Output(DisplayName = "Valid until", Description = "Last day on which the visa or permit is valid.")]
    public Output<string>? ValidUntil { get; set; }

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Preparation;

    /// <inheritdoc />
    protected override async ValueTask BeginAsync(ActivityExecutionContext context)
    {
        if (!context.Get(AlwaysCheck) && await context.GetRequiredService<EntryDesk>().SettleAsync(context.CaseId(), context.CancellationToken))
        {
            context.Set(Formality, "none");
            await context.CompleteActivityWithOutcomesAsync("NotNeeded");
            return;
        }

        await OrderAsync(context, CheckForm);
    }

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        if (task.FormId == CheckForm)
        {
            await CheckedAsync(context, (string?)task.Data["result"] ?? "none");
            return;
        }

        context.Set(ValidUntil, (string?)task.Data["validTo"]);
        await context.CompleteActivityWithOutcomesAsync(task.Outcome);
    }

    private async ValueTask CheckedAsync(ActivityExecutionContext context, string result)
    {
        context.Set(Formality, result);
        if (result is not ("visaC" or "visaD" or "permit"))
        {
            await context.CompleteActivityWithOutcomesAsync("NotNeeded");
            return;
        }

        await OrderAsync(context, VisaForm);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.CaseEvent,
            Stimulus = new CaseEventStimulus("visa-refused"),
            Callback = OnRefusedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    /// <summary>Called when somebody raised `visa-refused`.</summary>
    private async ValueTask OnRefusedAsync(ActivityExecutionContext context)
    {
        await CancelTasksAsync(context);
        await context.CompleteActivityWithOutcomesAsync("Refused");
    }
}
