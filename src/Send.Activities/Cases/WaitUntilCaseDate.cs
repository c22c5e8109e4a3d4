using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Deadlines;

namespace Send.Activities.Cases;

/// <summary>Waits for a day of the case. When the day has moved meanwhile, it waits on for the new one.</summary>
[Activity("Send", "Send", "Waits until a day of the case, such as its departure or seven days before the end. If the dates of the case move meanwhile, it waits for the new day.", DisplayName = "Wait until case date", Kind = ActivityKind.Action)]
public sealed class WaitUntilCaseDate : Activity
{
    /// <summary>What the day is counted from.</summary>
    [Input(DisplayName = "Counted from", Description = "Departure, first day, last day or return of the case; the effective date where there is one.", DefaultValue = DeadlineAnchor.Departure)]
    public Input<DeadlineAnchor> Anchor { get; set; } = new(DeadlineAnchor.Departure);

    /// <summary>Days after (negative: before) it.</summary>
    [Input(DisplayName = "Offset in days", Description = "Days after the anchor, negative for days before.", DefaultValue = 0)]
    public Input<int> Offset { get; set; } = new(0);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => WaitAsync(context);

    /// <summary>Completes when the day has come, and waits for it otherwise. Called again when the timer is due.</summary>
    private async ValueTask WaitAsync(ActivityExecutionContext context)
    {
        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(context.CaseId(), context.CancellationToken);
        var day = sendCase.DayOf(context.Get(Anchor)).AddDays(context.Get(Offset));
        if (context.HasCome(day, WaitAsync, OnMovedAsync))
        {
            await context.CompleteActivityAsync();
        }
    }

    /// <summary>Called when the dates of the case have changed.</summary>
    private ValueTask OnMovedAsync(ActivityExecutionContext context)
    {
        context.LookSoon(WaitAsync);
        return default;
    }
}
