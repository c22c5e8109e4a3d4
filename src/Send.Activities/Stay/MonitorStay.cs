using System.Text.Json.Nodes;
using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Mail;
using Send.Core.Monitoring;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Activities.Stay;

/// <summary>Monitors the stay: each contact of the plan becomes a task on its day, one after the other, up to the final assessment (process.md G1 to G8, H1).</summary>
[Activity("Send", "Send", "Monitors the stay: safe arrival, first week, contact logs, mid-term review and final assessment, each as a task that opens on its day.", DisplayName = "Monitor stay", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class MonitorStay : TaskActivity
{
    private const string DoneKey = "DoneContacts";

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the tasks go to.", DefaultValue = StaffRole.Tutor)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Tutor);

    /// <summary>Days between contact logs.</summary>
    [Input(DisplayName = "Contact log every … days", Description = "Days between two contact logs; in stays of 90 days and more they come half as often after the first month.", DefaultValue = 7)]
    public Input<int> LogEveryDays { get; set; } = new(7);

    /// <summary>Asks the participant for the safe arrival.</summary>
    [Input(DisplayName = "Ask for the safe arrival by mail", Description = "Asks the participant on the day of departure to confirm the arrival.", DefaultValue = true)]
    public Input<bool> AskArrival { get; set; } = new(true);

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Stay;

    /// <inheritdoc />
    protected override ValueTask BeginAsync(ActivityExecutionContext context) => NextAsync(context);

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        await TakeDatesAsync(context, task);
        await NextAsync(context);
    }

    /// <summary>Waits for the day of the next contact and orders its task. Called again when the day has come or the dates have changed.</summary>
    private async ValueTask NextAsync(ActivityExecutionContext context)
    {
        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(context.CaseId(), context.CancellationToken);
        var today = context.GetRequiredService<TimeProvider>().Today();
        var done = Done(context);
        var open = StayPlan.Of(sendCase, Math.Max(context.Get(LogEveryDays), 1)).Where(contact => !done.Contains(contact.Key)).ToList();
        while (open is [{ Form: "monitoring-log" }, var following, ..] && following.Opens <= today)
        {
            open.RemoveAt(0);
        }

        if (open.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
        else if (context.HasCome(open[0].Opens, NextAsync))
        {
            context.SetProperty(DoneKey, string.Join(',', done.Append(open[0].Key)));
            await AskAsync(context, sendCase, open[0]);
            await OrderAsync(context, open[0].Form);
        }
    }

    private async ValueTask AskAsync(ActivityExecutionContext context, SendCase sendCase, StayContact contact)
    {
        if (contact.Form == "arrival-confirmation" && context.Get(AskArrival))
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
            "arrival-confirmation" => new JsonObject { ["effectiveStart"] = task.Data["actualStart"]?.DeepClone() },
            "final-assessment" => new JsonObject { ["effectiveStart"] = task.Data["actualFrom"]?.DeepClone(), ["effectiveEnd"] = task.Data["actualTo"]?.DeepClone() },
            _ => null,
        };
        if (dates is not null)
        {
            await context.GetRequiredService<CaseDesk>().ReplanAsync(task.CaseId, CasePlan.From(dates), reason: null, context.CancellationToken);
        }
    }

    private static HashSet<string> Done(ActivityExecutionContext context) =>
        [.. (context.GetProperty<string>(DoneKey) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
