using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Staff;

namespace Send.Activities.Cases;

/// <summary>Plans a deadline of the case, or moves it when it is planned already.</summary>
[Activity("Send", "Send", "Plans a deadline of the case with its reminders, counted from one of its dates; it moves when that date moves.", DisplayName = "Set deadline")]
public sealed class SetDeadline : CodeActivity
{
    /// <summary>Stable name of the deadline.</summary>
    [Input(DisplayName = "Code", Description = "Stable name in kebab case; the form's id when a task of that form shall meet it.")]
    public Input<string> Code { get; set; } = new("");

    /// <summary>Who is reminded.</summary>
    [Input(DisplayName = "Role", Description = "Who is reminded.", DefaultValue = StaffRole.Coordinator)]
    public Input<StaffRole> Role { get; set; } = new(StaffRole.Coordinator);

    /// <summary>What it is counted from.</summary>
    [Input(DisplayName = "Counted from", Description = "The day from which it is counted; “TaskOpened” means today.", DefaultValue = DeadlineAnchor.Departure)]
    public Input<DeadlineAnchor> Anchor { get; set; } = new(DeadlineAnchor.Departure);

    /// <summary>Days after (negative: before) it.</summary>
    [Input(DisplayName = "Offset in days", Description = "Days after the anchor, negative for days before.", DefaultValue = 0)]
    public Input<int> Offset { get; set; } = new(0);

    /// <summary>Counts working days.</summary>
    [Input(DisplayName = "Working days", Description = "Count working days of the office instead of calendar days.", DefaultValue = false)]
    public Input<bool> WorkingDays { get; set; } = new(false);

    /// <summary>A gate.</summary>
    [Input(DisplayName = "Hard gate", Description = "The case must not go on past it without what it asks for.", DefaultValue = false)]
    public Input<bool> Hard { get; set; } = new(false);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var code = context.Get(Code)?.Trim();
        if (string.IsNullOrEmpty(code))
        {
            throw new InvalidOperationException("“Code” is empty; a deadline needs a stable name, for example “insurance”.");
        }

        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(context.CaseId(), context.CancellationToken);
        var rule = new DueRule(context.Get(Anchor), context.Get(Offset), context.Get(WorkingDays));
        await context.GetRequiredService<DeadlineBook>().SetAsync(sendCase, code, context.Get(Role), rule, context.Get(Hard), context.CancellationToken);
    }
}
