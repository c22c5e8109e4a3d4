using System.Text.Json;
using Send.Engine.Serialization;

namespace Send.Engine.State;

/// <summary>Turns states into compact JSON in Elsa's shape and back.</summary>
public static class WorkflowStateSerializer
{
    /// <summary>The state as one line of JSON.</summary>
    public static string Serialize(WorkflowState state) => JsonSerializer.Serialize(state, PlainJson.Options);

    /// <summary>The state as UTF-8 JSON.</summary>
    public static byte[] SerializeToUtf8Bytes(WorkflowState state) => JsonSerializer.SerializeToUtf8Bytes(state, PlainJson.Options);

    /// <summary>Reads a stored state; throws <see cref="JsonException"/> if it is not one.</summary>
    public static WorkflowState Deserialize(string json) => JsonSerializer.Deserialize<WorkflowState>(json, PlainJson.Options)
        ?? throw new JsonException("The stored workflow state is empty; it must be a JSON object.");

    /// <summary>Reads a stored state; throws <see cref="JsonException"/> if it is not one.</summary>
    public static WorkflowState Deserialize(ReadOnlySpan<byte> utf8Json) => JsonSerializer.Deserialize<WorkflowState>(utf8Json, PlainJson.Options)
        ?? throw new JsonException("The stored workflow state is empty; it must be a JSON object.");
}
