using Send.Activities.Choices;
using Send.Activities.Tasks;
using Send.Core.Cases;

namespace Send.Activities.Cases;

/// <summary>Takes new dates or a new destination from what the case knows and moves the deadlines.</summary>
[Activity("Send", "Send", "Takes new dates or a new destination from a form or an event and moves the deadlines that hang on them.", DisplayName = "Re-plan case")]
public sealed class ReplanCase : CodeActivity
{
    /// <summary>Section of the case's facts that names the dates.</summary>
    [Input(DisplayName = "Facts section", Description = "Section of the case's facts with the new values: departure, start, end, return, country, city; of an event, for example “datesChangedEvent”.", UIHint = InputUIHints.DropDown, UIHandler = typeof(PlanSectionOptions))]
    public Input<string> Section { get; set; } = new("");

    /// <summary>Why, for the history.</summary>
    [Input(DisplayName = "Reason", Description = "Why, in words; kept in the history.")]
    public Input<string?> Reason { get; set; } = new((string?)null);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var section = context.Get(Section) ?? "";
        if (await context.GetRequiredService<FactBook>().FindAsync(context.CaseId(), section, context.CancellationToken) is { } facts)
        {
            await context.GetRequiredService<CaseDesk>().ReplanAsync(context.CaseId(), CasePlan.From(facts), context.Get(Reason), context.CancellationToken);
        }
    }
}
