using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>How much of a form a client fills.</summary>
internal enum Filling
{
    /// <summary>Every property that the schema lists.</summary>
    Everything,

    /// <summary>Only what the schema requires, conditions included.</summary>
    RequiredOnly,
}

/// <summary>Fills any form from its JSON Schema alone: each property's example, nested arrays and objects included.</summary>
internal static class ExampleForm
{
    /// <summary>A value for an object schema.</summary>
    public static JsonObject Fill(JsonNode schema, Filling filling)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        var names = filling == Filling.Everything ? properties.Where(p => !IsFileWithoutPaper(p.Value!)).Select(p => p.Key) : Names(schema["required"]);
        var value = new JsonObject();
        Add(names, properties, value, filling);
        foreach (var rule in schema["allOf"]?.AsArray() ?? [])
        {
            if (rule!["if"] is { } condition && SchemaCondition.Holds(condition, value))
            {
                Add(Names(rule["then"]?["required"]), properties, value, filling);
            }
        }

        return value;
    }

    private static void Add(IEnumerable<string> names, JsonObject properties, JsonObject value, Filling filling)
    {
        foreach (var name in names.Where(n => !value.ContainsKey(n) && properties[n]?["readOnly"]?.GetValue<bool>() != true))
        {
            value[name] = Example(properties[name]!, filling, name);
        }
    }

    /// <summary>A case without documents has none to name; a file is never required.</summary>
    private static bool IsFileWithoutPaper(JsonNode property) => property["x-type"]?.GetValue<string>() == "file" && property["examples"] is null;

    private static IEnumerable<string> Names(JsonNode? list) => list?.AsArray().Select(name => name!.GetValue<string>()) ?? [];

    private static JsonNode? Example(JsonNode property, Filling filling, string name)
    {
        var given = property["examples"]?.AsArray().FirstOrDefault() ?? property["example"] ?? property["default"] ?? property["const"];
        if (given is not null)
        {
            return given.DeepClone();
        }

        return property["type"]?.ToString() switch
        {
            "object" => Fill(property, filling),
            "array" => new JsonArray(Example(property["items"]!, filling, name)),
            _ => throw new InvalidOperationException($"The schema has no example for '{name}': {property.ToJsonString()}"),
        };
    }
}
