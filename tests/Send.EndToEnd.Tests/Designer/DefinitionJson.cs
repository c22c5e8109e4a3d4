using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Definitions compared as JSON: what says the same is the same, wherever it came from.</summary>
internal static class DefinitionJson
{
    // What belongs to a stored copy and not to the workflow; `nodeId` follows from the ids.
    private static readonly string[] OfTheCopy =
        ["id", "definitionId", "name", "version", "createdAt", "isLatest", "isPublished", "links", "toolVersion", "providerName", "materializerName", "isReadonly", "isSystem"];

    /// <summary>A definition without what belongs to the copy, layout aside where asked.</summary>
    public static JsonObject Content(JsonNode definition, bool withLayout = true)
    {
        var copy = definition.DeepClone().AsObject();
        foreach (var name in OfTheCopy)
        {
            copy.Remove(name);
        }

        return (JsonObject)Tidy(copy, withLayout)!;
    }

    /// <summary>The first difference between two definitions, as a path and two values; null where there is none.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (null, null) => null,
        (JsonObject a, JsonObject b) => a.Select(pair => pair.Key).Union(b.Select(pair => pair.Key), StringComparer.Ordinal)
            .Select(key => Difference(a[key], b[key], $"{path}.{key}")).FirstOrDefault(found => found is not null),
        (JsonArray a, JsonArray b) when a.Count == b.Count => Enumerable.Range(0, a.Count).Select(i => Difference(a[i], b[i], $"{path}[{i}]")).FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(expected, actual) ? null : $"{path}: {expected?.ToJsonString() ?? "nothing"} / {actual?.ToJsonString() ?? "nothing"}",
    };

    /// <summary>Nulls and empty collections say as much as what is not there; the order of a flowchart's activities says nothing.</summary>
    private static JsonNode? Tidy(JsonNode? node, bool withLayout)
    {
        switch (node)
        {
            case JsonObject o:
                var tidy = new JsonObject();
                foreach (var (key, value) in o.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    if (key == "size" && o.ContainsKey("position"))
                    {
                        continue; // Studio measures what it has drawn
                    }

                    if (key is "nodeId" or "_type" || (key == "isArray" && value is JsonValue flag && flag.TryGetValue<bool>(out var set) && !set) || (!withLayout && key is "designer" or "vertices"))
                    {
                        continue;
                    }

                    if (Tidy(value, withLayout) is { } kept)
                    {
                        tidy[key] = kept;
                    }
                }

                return tidy.Count == 0 ? null : tidy;
            case JsonArray a:
                var items = a.Select(item => Tidy(item, withLayout)).Where(item => item is not null).ToList();
                if (items.Count > 0 && items.All(item => item is JsonObject o && o["id"] is not null && o["type"] is not null))
                {
                    items.Sort((x, y) => string.CompareOrdinal(x!["id"]!.ToString(), y!["id"]!.ToString()));
                }
                else if (items.Count > 0 && items.All(item => item is JsonObject o && o["source"] is not null && o["target"] is not null))
                {
                    items.Sort((x, y) => string.CompareOrdinal(x!.ToJsonString(), y!.ToJsonString()));
                }

                return items.Count == 0 ? null : new JsonArray([.. items]);
            default:
                return node?.DeepClone();
        }
    }
}
