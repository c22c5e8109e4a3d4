using Send.Activities.Tasks;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Documents;
using Send.Core.Mail;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Agreements;

/// <summary>The learning agreement: drafted, made as a paper, sent to all who sign, and signed by all; who refuses gets a new version (process.md D1, D2).</summary>
[Activity("Send", "Send", "Drafts the learning agreement, makes the paper, asks all parties to sign by mail and records the signatures. A refusal leads to a new version.", DisplayName = "Agree learning", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class AgreeLearning : TaskActivity
{
    private const string DraftForm = "learning-agreement";
    private const string SignForm = "agreement-signatures";
    private static readonly MailRecipient[] Parties = [MailRecipient.Participant, MailRecipient.Guardian, MailRecipient.Sending, MailRecipient.Host];

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the tasks go to.", DefaultValue = StaffRole.Coordinator)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Coordinator);

    /// <summary>Days before departure by which all have signed.</summary>
    [Input(DisplayName = "Signed by, days before departure", Description = "The day by which the mail asks everybody to sign, in days before departure.", DefaultValue = 21)]
    public Input<int> SignDaysBefore { get; set; } = new(21);

    /// <summary>Id of the paper that was signed.</summary>
    [Output(DisplayName = "Document", Description = "Id of the learning agreement that was signed.")]
    public Output<string>? Document { get; set; }

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Agreement;

    /// <inheritdoc />
    protected override ValueTask BeginAsync(ActivityExecutionContext context) => OrderAsync(context, DraftForm);

    /// <inheritdoc />
    protected override ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task) => (task.FormId, task.Outcome) switch
    {
        (DraftForm, _) => SendOutAsync(context, task),
        (_, "Refused") => BeginAsync(context),
        _ => SignedAsync(context, task),
    };

    private async ValueTask SendOutAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        // A new version is signed anew by everybody.
        var change = ChangeContext.System(context.GetRequiredService<TimeProvider>());
        await context.GetRequiredService<FactBook>().WriteAsync(task.CaseId, "signatures", [], change, task.Id, context.CancellationToken);
        await context.GetRequiredService<DocumentDesk>().OrderAsync(task.CaseId, "learning-agreement", language: null, task.Id, context.CancellationToken);
        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(task.CaseId, context.CancellationToken);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["signBy"] = sendCase.Departure.AddDays(-context.Get(SignDaysBefore)) };
        foreach (var party in Parties)
        {
            await context.GetRequiredService<CaseMails>().QueueAsync(task.CaseId, "agreement-ready", party, $"agreement/{task.Id:D}/{party}", values, context.CancellationToken);
        }

        await OrderAsync(context, SignForm);
    }

    /// <summary>The signed edition carries the names and days of the signatures.</summary>
    private async ValueTask SignedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        var id = await context.GetRequiredService<DocumentDesk>().OrderAsync(task.CaseId, "learning-agreement", language: null, task.Id, context.CancellationToken);
        context.Set(Document, id.ToString("D"));
        await context.CompleteActivityWithOutcomesAsync("Done");
    }
}
