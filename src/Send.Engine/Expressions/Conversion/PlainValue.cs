using System.Collections;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Send.Engine.Expressions;

/// <summary>
/// Between JSON and plain values: objects are <c>Dictionary&lt;string, object?&gt;</c>, arrays <c>List&lt;object?&gt;</c>, integers <c>int</c> or
/// <c>long</c>, other numbers <c>double</c>. What is kept over a suspension passes through here, so that a value reads the same before and after.
/// </summary>
public static class PlainValue
{
    private const int MaxDepth = 60;

    /// <summary>How classes inside values are written and read: camel case, enumerations by name, no needless escapes.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The plain value of a JSON element.</summary>
    public static object? FromJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    map[property.Name] = FromJson(property.Value);
                }

                return map;
            case JsonValueKind.Array:
                var list = new List<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(FromJson(item));
                }

                return list;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt32(out var small) ? (object)small : element.TryGetInt64(out var large) ? (object)large : element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    /// <summary>The plain value of a JSON node.</summary>
    public static object? FromJson(JsonNode? node) => node is null ? null : FromJson(node.Deserialize<JsonElement>());

    /// <summary>
    /// The JSON to keep for a value; null for null. Classes are written with camel-cased members. Throws
    /// <see cref="NotSupportedException"/> or <see cref="JsonException"/> for what has no JSON form (streams, cycles).
    /// </summary>
    public static JsonNode? ToJson(object? value) => ToJson(value, 0);

    private static JsonNode? ToJson(object? value, int depth) => value switch
    {
        null => null,
        _ when depth > MaxDepth => throw new JsonException($"The value is nested deeper than {MaxDepth} levels."),
        JsonNode node => node.DeepClone(),
        JsonElement { ValueKind: JsonValueKind.Undefined } => null,
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        double number => Number(number),
        BigInteger number => JsonNode.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        IEnumerable<KeyValuePair<string, object?>> map => Map(map, depth),
        byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
        IList list => List(list, depth),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), JsonOptions),
    };

    /// <summary>JSON text of a value, compact and without needless escapes.</summary>
    public static string ToJsonText(object? value) => ToJson(value)?.ToJsonString(JsonOptions) ?? "null";

    private static JsonValue Number(double number)
    {
        if (!double.IsFinite(number))
        {
            return JsonValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Math.Floor(number) == number && Math.Abs(number) < long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    private static JsonObject Map(IEnumerable<KeyValuePair<string, object?>> map, int depth)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map)
        {
            result[key] = ToJson(value, depth + 1);
        }

        return result;
    }

    private static JsonArray List(IList list, int depth)
    {
        var result = new JsonArray();
        foreach (var item in list)
        {
            result.Add(ToJson(item, depth + 1));
        }

        return result;
    }
}
