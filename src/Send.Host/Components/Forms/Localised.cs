using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Host.Localization;

namespace Send.Host.Components.Forms;

/// <summary>Texts inside computed data: a plain text, or an object with one text per language.</summary>
internal static class Localised
{
    public static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Object
        ? Json.Text(node[Texts.Language] ?? node["en"])
        : Json.Text(node);
}
