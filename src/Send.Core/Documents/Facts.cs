using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Core.Documents;

/// <summary>Small readers and writers of the JSON in papers.</summary>
internal static class Facts
{
    /// <summary>An object without what is missing.</summary>
    public static JsonObject Of(params (string Name, JsonNode? Value)[] members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                made[name] = value.Parent is null ? value : value.DeepClone();
            }
        }

        return made;
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : null,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    public static decimal? Number(JsonNode? node) =>
        node is JsonValue value && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The first that is there.</summary>
    public static JsonNode? First(params JsonNode?[] nodes) => nodes.FirstOrDefault(node => node is not null && Text(node) is not null);

    public static IEnumerable<JsonObject> Rows(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];
}
