using Send.Activities.Choices;
using Send.Activities.Tasks;
using Send.Core.Cases;

namespace Send.Activities.Cases;

/// <summary>Moves the case: its status, and its stage where one is named. An ending status cancels the case's open tasks and planned deadlines.</summary>
[Activity("Send", "Send", "Moves the case to a status, and to a stage where one is named. Closed, Withdrawn, Cancelled and Rejected end the case: its open tasks and deadlines go with it.", DisplayName = "Change case status")]
public sealed class ChangeCaseStatus : CodeActivity
{
    /// <summary>The new status.</summary>
    [Input(DisplayName = "Status", Description = "The status that the case gets.", DefaultValue = CaseStatus.Planning)]
    public Input<CaseStatus> Status { get; set; } = new(CaseStatus.Planning);

    /// <summary>The new stage; empty to leave it.</summary>
    [Input(DisplayName = "Stage", Description = "The stage that the case moves to, for example “Stay”. Empty: it stays in its stage.", UIHint = InputUIHints.DropDown, UIHandler = typeof(StageOptions))]
    public Input<string?> Stage { get; set; } = new((string?)null);

    /// <summary>Why; kept with a case that ends.</summary>
    [Input(DisplayName = "Reason", Description = "Why, in words; kept in the history and, when the case ends, with the case.", UIHint = InputUIHints.MultiLine)]
    public Input<string?> Reason { get; set; } = new((string?)null);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var cases = context.GetRequiredService<CaseDesk>();
        var caseId = context.CaseId();
        if (Choice.Of<CaseStage>("Stage", context.Get(Stage)) is { } stage)
        {
            await cases.MoveToAsync(caseId, stage, context.CancellationToken);
        }

        var reason = context.Get(Reason);
        await cases.ChangeStatusAsync(caseId, context.Get(Status), string.IsNullOrWhiteSpace(reason) ? null : reason, context.CancellationToken);
    }
}
