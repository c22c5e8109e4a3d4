using System.Globalization;
using System.Text.Json;
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
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => Number(node.ToJsonString()),
            _ => null,
        },
    };

    /// <summary>Read from the text: a node that was made from an int does not say that it is a long.</summary>
    private static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
