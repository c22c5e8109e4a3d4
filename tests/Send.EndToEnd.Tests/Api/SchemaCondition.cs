using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>Whether data meet the `if` of a JSON Schema: the words that such conditions use, anything else is an exception.</summary>
internal static class SchemaCondition
{
    public static bool Holds(JsonNode schema, JsonNode? value) => schema is JsonValue constant
        ? constant.GetValue<bool>()
        : schema.AsObject().All(word => Holds(word.Key, word.Value!, value));

    private static bool Holds(string word, JsonNode operand, JsonNode? value) => word switch
    {
        "allOf" => operand.AsArray().All(part => Holds(part!, value)),
        "anyOf" => operand.AsArray().Any(part => Holds(part!, value)),
        "not" => !Holds(operand, value),
        "required" => value is not JsonObject o || operand.AsArray().All(name => o[name!.GetValue<string>()] is not null),
        "properties" => value is not JsonObject o || operand.AsObject().All(p => o[p.Key] is not { } given || Holds(p.Value!, given)),
        "const" => JsonNode.DeepEquals(operand, value),
        "enum" => operand.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "minimum" => value is not JsonValue v || !v.TryGetValue<decimal>(out var n) || n >= operand.GetValue<decimal>(),
        "maximum" => value is not JsonValue v || !v.TryGetValue<decimal>(out var n) || n <= operand.GetValue<decimal>(),
        "type" => operand.GetValue<string>() == "array" ? value is JsonArray : throw new NotSupportedException($"type {operand}"),
        "contains" => value is not JsonArray items || items.Any(item => Holds(operand, item)),
        _ => throw new NotSupportedException($"A condition uses '{word}'."),
    };
}
