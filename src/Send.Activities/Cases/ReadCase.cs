using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Processes;

namespace Send.Activities.Cases;

/// <summary>Reads one value of the case, so that the workflow can decide on it.</summary>
[Activity("Send", "Send", "Reads one value of the case, for example “facts.visa.decision” or “case.destinationCountry”, into a variable on which the workflow can decide.", DisplayName = "Read from case")]
public sealed class ReadCase : CodeActivity
{
    /// <summary>Dotted path, as forms use it for prefilling.</summary>
    [Input(DisplayName = "Path", Description = "Dotted path as in forms: case.…, participant.…, sending.…, host.…, offer.…, facts.<section>.<field>.")]
    public Input<string> Path { get; set; } = new("");

    /// <summary>What was found.</summary>
    [Output(DisplayName = "Value", Description = "The value; empty when the case does not know it.")]
    public Output<object>? Value { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var view = await context.GetRequiredService<CaseFiles>().ViewAsync(context.CaseId(), context.CancellationToken);
        context.Set(Value, PlainValue.Of(view.Find(context.Get(Path) ?? "")));
    }
}
