using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>How much of a form a client fills.</summary>
internal enum Filling
{
    /// <summary>Every property that the schema lists.</summary>
    Everything,

    /// <summary>Only what the schema requires.</summary>
    RequiredOnly,
}

/// <summary>Fills any form from its JSON Schema alone: each property's example, nested arrays and objects included.</summary>
internal static class ExampleForm
{
    /// <summary>A value for an object schema.</summary>
    public static JsonObject Fill(JsonNode schema, Filling filling)
    {
        var required = schema["required"]?.AsArray().Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        var value = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (property?["readOnly"]?.GetValue<bool>() == true || (filling == Filling.RequiredOnly && !required.Contains(name)))
            {
                continue;
            }

            value[name] = Example(property!, filling, name);
        }

        return value;
    }

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
