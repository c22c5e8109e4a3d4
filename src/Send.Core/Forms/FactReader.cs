using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Reads values out of facts, which are what forms brought; a value of another kind counts as missing.</summary>
public static class FactReader
{
    public static JsonObject Section(this JsonObject facts, string name) => facts[name] as JsonObject ?? [];

    public static IEnumerable<JsonObject> Rows(this JsonObject section, string name) => (section[name] as JsonArray ?? []).OfType<JsonObject>();

    public static string? Text(this JsonObject section, string name) => JsonValues.Text(section[name]) is { Length: > 0 } text ? text : null;

    public static decimal? Number(this JsonObject section, string name) => JsonValues.Number(section[name]);

    public static int? Whole(this JsonObject section, string name) => JsonValues.Number(section[name]) is { } n && n == decimal.Truncate(n) ? (int)n : null;

    public static DateOnly? Day(this JsonObject section, string name) => JsonValues.Date(section[name]);

    public static bool? Flag(this JsonObject section, string name) =>
        section[name]?.GetValueKind() switch { System.Text.Json.JsonValueKind.True => true, System.Text.Json.JsonValueKind.False => false, _ => null };

    public static bool Has(this JsonObject section, string name) => !JsonValues.IsEmpty(section[name]);
}
