using System.Text.Json;
using Send.Activities.Tasks;
using Send.Core.Auditing;
using Send.Core.Cases;

namespace Send.Activities.Cases;

/// <summary>Writes one value into the facts of the case, where other processes, forms and mails read it.</summary>
[Activity("Send", "Send", "Writes one value into a section of the case's facts, where other processes of the case, forms, mails and papers read it.", DisplayName = "Write to case")]
public sealed class WriteCase : CodeActivity
{
    /// <summary>Section of the facts.</summary>
    [Input(DisplayName = "Facts section", Description = "Section of the case's facts in camel case, for example “logistics”.")]
    public Input<string> Section { get; set; } = new("");

    /// <summary>Field of the section.</summary>
    [Input(DisplayName = "Field", Description = "Field of the section in camel case, for example “result”.")]
    public Input<string> Field { get; set; } = new("");

    /// <summary>The value.</summary>
    [Input(DisplayName = "Value", Description = "Text, number, true or false, a list or an object.")]
    public Input<object?> Value { get; set; } = new((object?)null);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var (section, field) = (context.Get(Section)?.Trim(), context.Get(Field)?.Trim());
        if (string.IsNullOrEmpty(section) || string.IsNullOrEmpty(field))
        {
            throw new InvalidOperationException("“Facts section” and “Field” must both be named, for example “logistics” and “result”.");
        }

        var book = context.GetRequiredService<FactBook>();
        var facts = await book.FindAsync(context.CaseId(), section, context.CancellationToken) ?? [];
        facts[field] = JsonSerializer.SerializeToNode(context.Get(Value));
        var change = ChangeContext.System(context.GetRequiredService<TimeProvider>());
        await book.WriteAsync(context.CaseId(), section, facts, change, taskId: null, context.CancellationToken);
    }
}
