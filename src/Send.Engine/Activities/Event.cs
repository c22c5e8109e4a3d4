using Send.Engine.Attributes;
using Send.Engine.Execution;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Engine.Activities;

/// <summary>Waits for an event to be published; starts the workflow when it may.</summary>
[Activity("Elsa", "Primitives", "Waits for an event to be published.")]
public sealed class Event : Trigger<object>
{
    /// <summary>Under this name the host passes the event's payload.</summary>
    public const string EventInputWorkflowInputKey = "__EventPayloadWorkflowInput";

    /// <summary>Name of the event.</summary>
    [Input(Description = "The name of the event.")]
    public Input<string>? EventName { get; set; }

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) => new EventStimulus(context.Get(EventName) ?? "");

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await CompleteInternalAsync(context);
            return;
        }

        context.CreateBookmark(new EventStimulus(context.Get(EventName) ?? ""), CompleteInternalAsync, includeActivityInstanceId: false);
    }

    private async ValueTask CompleteInternalAsync(ActivityExecutionContext context)
    {
        // An event without a payload is an empty object, as in Elsa.
        context.Set((Output?)Result, context.WorkflowInput.TryGetValue(EventInputWorkflowInputKey, out var payload) && payload is not null
            ? payload
            : new Dictionary<string, object?>(StringComparer.Ordinal), nameof(Result));
        await context.CompleteActivityAsync();
    }
}

/// <summary>Publishes an event once the burst has been committed.</summary>
[Activity("Elsa", "Primitives", "Publishes an event.")]
public sealed class PublishEvent : CodeActivity
{
    /// <summary>Name of the event.</summary>
    [Input(Description = "The name of the event.")]
    public Input<string>? EventName { get; set; }

    /// <summary>Only instances with this correlation id get it.</summary>
    [Input(Description = "Only workflows with this correlation id get the event.")]
    public Input<string>? CorrelationId { get; set; }

    /// <summary>True if only this instance gets it.</summary>
    [Input(DisplayName = "Local event", Description = "Whether only this workflow instance gets the event.")]
    public Input<bool>? IsLocalEvent { get; set; }

    /// <summary>What comes with the event.</summary>
    [Input(Description = "What comes with the event.")]
    public Input<object>? Payload { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        workflow.AddEffect(new PublishEventEffect(
            context.Get(EventName) ?? "",
            PlainJson.ToPlain(context.Get(Payload)),
            context.Get(CorrelationId) is { Length: > 0 } correlationId ? correlationId : null,
            context.Get(IsLocalEvent) ? workflow.Id : null));
    }
}
