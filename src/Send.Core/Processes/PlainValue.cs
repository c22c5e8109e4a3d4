using System.Text.Json.Nodes;

namespace Send.Core.Processes;

/// <summary>JSON as the plain values that workflows take: string, number, bool, null, lists and dictionaries.</summary>
public static class PlainValue
{
    public static object? Of(JsonNode? node) => node switch
    {
        null => null,
        JsonObject values => values.ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal),
        JsonArray items => items.Select(Of).ToList(),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value when value.TryGetValue<decimal>(out var number) => number,
        _ => node.ToJsonString(),
    };
}
