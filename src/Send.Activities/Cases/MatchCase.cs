using Send.Activities.Choices;
using Send.Activities.Tasks;
using Send.Core.Cases;

namespace Send.Activities.Cases;

/// <summary>Decides by where a case goes and by its programme.</summary>
[Activity("Send", "Send", "Leads to “Yes” when the case goes to one of the countries and belongs to one of the programmes; a list with nothing ticked asks for nothing.", DisplayName = "Case is …")]
[FlowNode("Yes", "No")]
public sealed class MatchCase : Activity
{
    /// <summary>ISO codes of countries.</summary>
    [Input(DisplayName = "Countries", Description = "Destinations that count; none ticked: any.", UIHint = InputUIHints.CheckList, UIHandler = typeof(CountryOptions))]
    public Input<ICollection<string>> Countries { get; set; } = new(new List<string>());

    /// <summary>Codes of programmes.</summary>
    [Input(DisplayName = "Programmes", Description = "Programmes that count; none ticked: any.", UIHint = InputUIHints.CheckList, UIHandler = typeof(ProgrammeOptions))]
    public Input<ICollection<string>> Programmes { get; set; } = new(new List<string>());

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var sendCase = await context.GetRequiredService<CaseDesk>().GetAsync(context.CaseId(), context.CancellationToken);
        var matches = Counts(context.Get(Countries), sendCase.DestinationCountry) && Counts(context.Get(Programmes), sendCase.Programme);
        await context.CompleteActivityWithOutcomesAsync(matches ? "Yes" : "No");
    }

    private static bool Counts(ICollection<string>? ticked, string? value) => ticked is null || ticked.Count == 0 || ticked.Contains(value ?? "", StringComparer.OrdinalIgnoreCase);
}
