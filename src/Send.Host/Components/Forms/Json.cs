using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Host.Components.Forms;

/// <summary>Values of a form between JSON and native inputs. What an input cannot turn into the field's notation is kept as text, so that the check can name it.</summary>
internal static class Json
{
    public static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>A number in the notation of `input type=number`.</summary>
    public static string Number(JsonNode? node) => node?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String ? Text(node) : "";

    /// <summary>The value that an option has: texts as they are, numbers and truth values as JSON.</summary>
    public static string Plain(JsonNode? node) => Text(node);

    public static DateOnly? Date(JsonNode? node) =>
        DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An instant as `yyyy-MM-ddTHH:mm` in the reader's zone.</summary>
    public static string Local(JsonNode? node, TimeZoneInfo zone) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : "";

    public static JsonNode? FromText(string? text) => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text.Trim());

    public static JsonNode? FromNumber(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : JsonValue.Create(text);

    public static JsonNode? FromBool(string? text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => null,
    };

    /// <summary>A local time with the zone's offset; a time that the spring change skips gets the offset before it.</summary>
    public static JsonNode? FromLocal(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return FromText(text);
        }

        var at = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local));
        return JsonValue.Create(at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }
}
