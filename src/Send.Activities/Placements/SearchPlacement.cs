using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Mail;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Placements;

/// <summary>Finds a host: ranks the offers, lets the placement officer choose, asks the host, and starts over when it declines (process.md C1 to C4).</summary>
[Activity("Send", "Send", "Ranks the placement offers with reasons, lets the officer choose one, asks the host and records its answer; a host that declines leads back to the list.", DisplayName = "Search placement", Kind = ActivityKind.Task)]
[FlowNode("Placed", "NoPlacement")]
public sealed class SearchPlacement : TaskActivity
{
    private const string SearchForm = "placement-search";
    private const string ConfirmForm = "host-confirmation";

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the tasks go to.", DefaultValue = StaffRole.PlacementOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.PlacementOfficer);

    /// <summary>Asks the host by mail as soon as an offer is chosen.</summary>
    [Input(DisplayName = "Ask the host by mail", Description = "Sends the enquiry to the host's contact as soon as an offer is chosen.", DefaultValue = true)]
    public Input<bool> AskHost { get; set; } = new(true);

    /// <summary>Id of the offer that was agreed.</summary>
    [Output(DisplayName = "Offer", Description = "Id of the placement offer that the host confirmed.")]
    public Output<string>? Offer { get; set; }

    /// <summary>Id of the host.</summary>
    [Output(DisplayName = "Host", Description = "Id of the organisation that takes the participant.")]
    public Output<string>? Host { get; set; }

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Placement;

    /// <inheritdoc />
    protected override ValueTask BeginAsync(ActivityExecutionContext context) => OrderAsync(context, SearchForm);

    /// <inheritdoc />
    protected override ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task) => (task.FormId, task.Outcome) switch
    {
        (SearchForm, "Placed") => AskAsync(context, task),
        (SearchForm, _) => context.CompleteActivityWithOutcomesAsync("NoPlacement"),
        (_, "Done") => PlaceAsync(context),
        _ => SearchAgainAsync(context),
    };

    private async ValueTask AskAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        var offer = Guid.TryParse((string?)task.Data["offer"], out var id) ? id : throw new InvalidOperationException("The placement search named no offer.");
        await context.GetRequiredService<CaseDesk>().PlaceAsync(task.CaseId, offer, context.CancellationToken);
        if (context.Get(AskHost))
        {
            await context.GetRequiredService<CaseMails>().QueueAsync(task.CaseId, "host-enquiry", MailRecipient.Host, $"host-enquiry/{task.Id:D}", null, context.CancellationToken);
        }

        await OrderAsync(context, ConfirmForm);
    }

    private async ValueTask PlaceAsync(ActivityExecutionContext context)
    {
        var cases = context.GetRequiredService<CaseDesk>();
        var sendCase = await cases.GetAsync(context.CaseId(), context.CancellationToken);
        await cases.ChangeStatusAsync(sendCase.Id, CaseStatus.Planning, reason: null, context.CancellationToken);
        context.Set(Offer, sendCase.OfferId?.ToString("D"));
        context.Set(Host, sendCase.HostId?.ToString("D"));
        await context.CompleteActivityWithOutcomesAsync("Placed");
    }

    private async ValueTask SearchAgainAsync(ActivityExecutionContext context)
    {
        await context.GetRequiredService<CaseDesk>().PlaceAsync(context.CaseId(), offerId: null, context.CancellationToken);
        await BeginAsync(context);
    }
}
