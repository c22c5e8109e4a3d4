using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Expressions;

namespace Send.Conformance.Hosting;

/// <summary>What a published event looks like to bookmarks and triggers.</summary>
/// <param name="Hash">Hash of the bookmarks that wait for it.</param>
/// <param name="Input">What a resumed activity gets.</param>
internal sealed record EventStimulus(string Hash, IReadOnlyDictionary<string, object?> Input)
{
    public const string BookmarkName = "Elsa.Event";
    private const string InputKey = "__EventPayloadWorkflowInput";

    public static EventStimulus Of(PublishEventEffect published) => new(
        BookmarkHasher.Hash(BookmarkName, new Dictionary<string, object?>(StringComparer.Ordinal) { ["eventName"] = published.EventName }),
        new Dictionary<string, object?>(StringComparer.Ordinal) { [InputKey] = published.Payload ?? new Dictionary<string, object?>(StringComparer.Ordinal) });

    public static IEnumerable<(CompiledWorkflow Workflow, string ActivityId)> Triggers(CompiledWorkflow workflow, string eventName) => workflow.Nodes
        .Where(node => node.Activity.Type == BookmarkName && node.Activity.CustomProperties.TryGetValue("canStartWorkflow", out var can) && can is true)
        .Where(node => node.Inputs.FirstOrDefault(input => input.Name == "EventName") is { } input
            && string.Equals(ObjectConverter.ConvertTo<string>(input.Input.Expression?.Value), eventName, StringComparison.Ordinal))
        .Select(node => (workflow, node.Activity.Id));

    public StartStimulus Start(string instanceId, string activityId, string? correlationId)
        => new(instanceId) { TriggerActivityId = activityId, CorrelationId = correlationId, Input = Input };
}
