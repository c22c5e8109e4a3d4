using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Payload of <see cref="Send.Core.Outbox.OutboxKinds.Event"/>: an event that a workflow published.</summary>
public sealed record EventPayload(string EventName, object? Payload, string? CorrelationId, string? InstanceId);

/// <summary>Payload of <see cref="Send.Core.Outbox.OutboxKinds.Dispatch"/>: a workflow to start on its own.</summary>
public sealed record DispatchPayload(string DefinitionId, StartStimulus Start);

/// <summary>Payload of <see cref="Send.Core.Outbox.OutboxKinds.Background"/>: a bookmark to resume.</summary>
public sealed record ResumePayload(string InstanceId, string BookmarkId, IReadOnlyDictionary<string, object?>? Input);
