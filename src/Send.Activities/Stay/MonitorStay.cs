using System.Text.Json.Nodes;
using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Mail;
using Send.Core.Monitoring;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Stay;

/// <summary>Monitors the stay: each contact of the plan becomes a task on its day, one after the other up to the final assessment, and beside them the log lies open
/// (process.md G1 to G8, H1).</summary>
[Activity("Send", "Send", "Monitors the stay: safe arrival, first week, mid-term review and final assessment as tasks that open on their day, and beside them the log of contacts and diary.", DisplayName = "Monitor stay", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class MonitorStay : TaskActivity
{
    private const string OpenedKey = "Opened";
    private const string DoneKey = "Done";
    private const string ArrivalForm = "arrival-confirmation";
    private const string AssessmentForm = "final-assessment";

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the tasks go to.", DefaultValue = StaffRole.Tutor)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Tutor);

    /// <summary>Whose queue the final assessment goes to.</summary>
    [Input(DisplayName = "Role for the assessment", Description = "Whose queue the final assessment goes to.", DefaultValue = StaffRole.Evaluator)]
    public Input<StaffRole> AssessmentRole { get; set; } = new(StaffRole.Evaluator);

    /// <summary>Asks the participant for the safe arrival.</summary>
    [Input(DisplayName = "Ask for the safe arrival by mail", Description = "Asks the participant on the day of departure to confirm the arrival.", DefaultValue = true)]
    public Input<bool> AskArrival { get; set; } = new(true);

    /// <summary>Keeps the log of contacts.</summary>
    [Input(DisplayName = "Keep a log", Description = "Opens the log of contacts and diary at the arrival; the stay is over when it is closed, too.", DefaultValue = true)]
    public Input<bool> KeepLog { get; set; } = new(true);

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Stay;

    /// <inheritdoc />
    protected override ValueTask BeginAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        Add(context, DoneKey, task.FormId);
        await TakeDatesAsync(context, task);
        if (task.FormId == ArrivalForm && context.Get(KeepLog))
        {
            Add(context, OpenedKey, ContactPlan.LogForm);
            await OrderAsync(context, ContactPlan.LogForm);
        }

        await NextAsync(context);
    }

    /// <summary>Orders the next contact when its day has come and the one before is done. Called again on that day.</summary>
    private async ValueTask NextAsync(ActivityExecutionContext context)
    {
        var (opened, done) = (Names(context, OpenedKey), Names(context, DoneKey));
        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(context.CaseId(), context.CancellationToken);
        var contacts = ContactPlan.Of(sendCase);
        if (contacts.Any(contact => opened.Contains(contact.Form) && !done.Contains(contact.Form)))
        {
            return;
        }

        var next = contacts.FirstOrDefault(contact => !opened.Contains(contact.Form));
        if (next is null)
        {
            if (opened.SetEquals(done))
            {
                await context.CompleteActivityWithOutcomesAsync("Done");
            }
        }
        else if (context.HasCome(next.Opens, NextAsync, OnMovedAsync))
        {
            Add(context, OpenedKey, next.Form);
            await AskAsync(context, sendCase, next);
            await OrderAsync(context, new TaskPart(next.Form) { Role = next.Form == AssessmentForm ? context.Get(AssessmentRole) : null });
        }
    }

    /// <summary>Called when the dates of the case have changed.</summary>
    private ValueTask OnMovedAsync(ActivityExecutionContext context)
    {
        context.LookSoon(NextAsync);
        return default;
    }

    private async ValueTask AskAsync(ActivityExecutionContext context, SendCase sendCase, StayContact contact)
    {
        if (contact.Form == ArrivalForm && context.Get(AskArrival))
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["answerBy"] = sendCase.Departure.AddDays(1) };
            await context.GetRequiredService<CaseMails>()
                .QueueAsync(sendCase.Id, "safe-arrival", MailRecipient.Participant, $"arrival/{context.Id}", values, context.CancellationToken);
        }
    }

    /// <summary>What happened becomes the effective dates: the first day at the host and the last.</summary>
    private static async ValueTask TakeDatesAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        var dates = task.FormId switch
        {
            ArrivalForm => new JsonObject { ["effectiveStart"] = task.Data["actualStart"]?.DeepClone() },
            AssessmentForm => new JsonObject { ["effectiveStart"] = task.Data["actualFrom"]?.DeepClone(), ["effectiveEnd"] = task.Data["actualTo"]?.DeepClone() },
            _ => null,
        };
        if (dates is not null)
        {
            await context.GetRequiredService<CaseDesk>().ReplanAsync(task.CaseId, CasePlan.From(dates), reason: null, context.CancellationToken);
        }
    }

    private static HashSet<string> Names(ActivityExecutionContext context, string key) =>
        [.. (context.GetProperty<string>(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static void Add(ActivityExecutionContext context, string key, string name) => context.SetProperty(key, string.Join(',', Names(context, key).Append(name)));
}
