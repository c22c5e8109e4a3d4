using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Reading of JSON values the way forms compare them.</summary>
internal static class JsonValues
{
    public static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject o => o.All(p => IsEmpty(p.Value)),
        _ => node.GetValueKind() is JsonValueKind.Null || (Text(node) is { } text && string.IsNullOrWhiteSpace(text)),
    };

    public static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static decimal? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : null;

    public static DateOnly? Date(JsonNode? node) =>
        Text(node) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateTimeOffset? Instant(JsonNode? node) => Text(node) is { Length: > 10 } text ? ParseInstant(text) : null;

    /// <summary>ISO 8601 with an offset or Z; without one it is not a point in time.</summary>
    public static DateTimeOffset? ParseInstant(string text)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
        var plain = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }

    /// <summary>Sign of left − right; null when the two cannot be compared. A date against a date-time compares days.</summary>
    public static int? Compare(JsonNode? left, JsonNode? right)
    {
        if (Number(left) is { } a && Number(right) is { } b)
        {
            return a.CompareTo(b);
        }

        if (Instant(left) is { } at && Instant(right) is { } other)
        {
            return at.CompareTo(other);
        }

        if (Day(left) is { } day && Day(right) is { } otherDay)
        {
            return day.CompareTo(otherDay);
        }

        return IsCefr(Text(left)) && IsCefr(Text(right)) ? string.CompareOrdinal(Text(left), Text(right)) : null;
    }

    /// <summary>Same JSON value, numbers by their value.</summary>
    public static bool Same(JsonNode? left, JsonNode? right) =>
        Number(left) is { } a && Number(right) is { } b ? a == b : JsonNode.DeepEquals(left, right);

    public static bool IsCefr(string? text) => text is "A1" or "A2" or "B1" or "B2" or "C1" or "C2";

    private static DateOnly? Day(JsonNode? node) => Date(node) ?? (Instant(node) is { } at ? DateOnly.FromDateTime(at.DateTime) : null);
}
