using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Engine.Expressions;

/// <summary>From JSON, and between classes by way of JSON.</summary>
internal static class JsonConversion
{
    public static bool TryConvert(object json, Type targetType, out object? result)
    {
        if (targetType != typeof(object) && targetType.IsInstanceOfType(json))
        {
            result = json;
            return true;
        }

        var element = json switch
        {
            JsonElement given => given,
            JsonNode node => node.Deserialize<JsonElement>(),
            _ => throw new ArgumentException("JSON expected.", nameof(json)),
        };
        var target = Nullable.GetUnderlyingType(targetType) ?? targetType;
        switch (element.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                result = null;
                return true;
            case JsonValueKind.Number when target == typeof(decimal):
                result = decimal.Parse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);
                return true;
            case JsonValueKind.Number when target == typeof(string):
                result = element.GetRawText();
                return true;
            case JsonValueKind.Object or JsonValueKind.Array when target == typeof(string):
                result = PlainValue.ToJsonText(PlainValue.FromJson(element));
                return true;
            default:
                if (IsJsonType(target))
                {
                    return TryParseText(element.GetRawText(), target, out result);
                }

                return ObjectConverter.TryConvertTo(PlainValue.FromJson(element), targetType, out result);
        }
    }

    /// <summary>Reads text that is JSON where a class, list or dictionary is wanted; false leaves other readings open.</summary>
    public static bool TryParseText(string text, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        if (IsJsonType(target))
        {
            result = target == typeof(JsonElement) ? JsonSerializer.Deserialize<JsonElement>(text) : JsonNode.Parse(text);
            return target.IsInstanceOfType(result);
        }

        if (target.IsPrimitive || target == typeof(Guid) || text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        using var document = JsonDocument.Parse(text);
        return ObjectConverter.TryConvertTo(PlainValue.FromJson(document.RootElement), target, out result) && result is not null;
    }

    public static bool TryConvertClass(object value, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        if (value is not IConvertible && target.IsAssignableFrom(typeof(Dictionary<string, object?>)))
        {
            result = PlainValue.FromJson(PlainValue.ToJson(value)) as Dictionary<string, object?>;
            return result is not null;
        }

        if (target.IsPrimitive || target.IsEnum || target.IsAbstract || target == typeof(string) || value is IConvertible)
        {
            return false;
        }

        result = JsonSerializer.SerializeToElement(value, value.GetType(), PlainValue.JsonOptions).Deserialize(target, PlainValue.JsonOptions);
        return result is not null;
    }

    private static bool IsJsonType(Type target) => target == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(target);
}
