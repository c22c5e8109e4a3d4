using Send.Activities.Choices;
using Send.Activities.Tasks;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Processes;

namespace Send.Activities.Cases;

/// <summary>Waits until somebody raises an event of this case, from the case page or through the API.</summary>
[Activity("Send", "Send", "Waits until an event of this case is raised, such as “withdraw” or “early-return”. What was said with it becomes a section of the case's facts.", DisplayName = "Wait for case event", Kind = ActivityKind.Action)]
public sealed class WaitForCaseEvent : Activity
{
    /// <summary>Name of the event in kebab case.</summary>
    [Input(DisplayName = "Event", Description = "Name of the event, for example “withdraw”.", UIHint = InputUIHints.DropDown, UIHandler = typeof(EventOptions))]
    public Input<string> EventName { get; set; } = new("");

    /// <summary>What was said with the event.</summary>
    [Output(DisplayName = "Data", Description = "What was said with the event, field by field.")]
    public Output<object>? Data { get; set; }

    /// <summary>Leaves a bookmark for the event.</summary>
    protected override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(EventName)?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            throw new InvalidOperationException("“Event” is empty; name the event to wait for, for example “withdraw”.");
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.CaseEvent,
            Stimulus = new CaseEventStimulus(name),
            Callback = OnRaisedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    /// <summary>Called when the event was raised.</summary>
    private async ValueTask OnRaisedAsync(ActivityExecutionContext context)
    {
        var data = context.WorkflowInput.TryGetValue(ProcessBookmarks.EventDataInput, out var given) ? given : null;
        context.Set(Data, data);
        if (EventFacts.Of(data) is { Count: > 0 } facts)
        {
            var change = ChangeContext.System(context.GetRequiredService<TimeProvider>());
            await context.GetRequiredService<FactBook>()
                .WriteAsync(context.CaseId(), EventFacts.SectionOf(context.Get(EventName)!.Trim()), facts, change, taskId: null, context.CancellationToken);
        }

        await context.CompleteActivityAsync();
    }
}
