namespace Send.Engine.Models;

/// <summary>One entry of an instance's journal, in the shape Elsa serves. Persisted with the burst that wrote it.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="ActivityInstanceId">The activity execution.</param>
/// <param name="ParentActivityInstanceId">The execution that contains it.</param>
/// <param name="ActivityId">Id of the activity in the definition.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="ActivityTypeVersion">Version of its type.</param>
/// <param name="ActivityName">Name that people gave it.</param>
/// <param name="NodeId">Its path.</param>
/// <param name="Timestamp">When, UTC.</param>
/// <param name="Sequence">Position within the instance's journal, from 0.</param>
/// <param name="EventName">Started, Completed, Suspended, Resumed, Faulted or Canceled, or what an activity wrote.</param>
/// <param name="Message">Text, for example the fault's.</param>
/// <param name="Source">Where in the code it comes from, if an activity says so.</param>
/// <param name="Payload">Plain data, for example the outcomes.</param>
public sealed record WorkflowExecutionLogEntry(
    string Id,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    string ActivityId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    string NodeId,
    DateTimeOffset Timestamp,
    long Sequence,
    string EventName,
    string? Message,
    string? Source,
    object? Payload);
