using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Send.Engine.Expressions;

namespace Send.Engine.Serialization;

/// <summary>
/// JSON for values whose type is not known: what is read back is plain data (string, bool, int, long, double, null, list, dictionary).
/// </summary>
public static class PlainJson
{
    /// <summary>Camel case for properties (dictionary keys stay), enums as text, nulls of fixed properties left out.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions IndentedOptions { get; } = Create(indented: true);

    /// <summary>A value as compact JSON.</summary>
    public static string Serialize(object? value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Plain data from JSON.</summary>
    public static object? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    /// <summary>A record or any other value turned into plain data with camel-case keys.</summary>
    public static object? ToPlain(object? value) => value switch
    {
        null or string or bool or int or long or double => value,
        _ => FromElement(JsonSerializer.SerializeToElement(value, Options)),
    };

    /// <summary>JSON with keys in ordinal order, so that equal data give equal text.</summary>
    public static string Canonical(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteCanonical(writer, JsonSerializer.SerializeToElement(value, Options));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Plain data from a parsed element.</summary>
    public static object? FromElement(JsonElement element) => PlainValue.FromJson(element);

    /// <summary>A copy of plain data that shares nothing that can change; other objects are turned into plain data.</summary>
    public static object? Copy(object? value) => value switch
    {
        IDictionary<string, object?> map => CopyMap(map),
        List<object?> list => list.ConvertAll(Copy),
        _ => ToPlain(value),
    };

    /// <summary>A copy of values by name that shares nothing that can change.</summary>
    public static Dictionary<string, object?> CopyMap(IDictionary<string, object?> map)
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (name, value) in map)
        {
            copy[name] = Copy(value);
        }

        return copy;
    }

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            WriteIndented = indented,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 512,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteCanonical(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}

/// <summary>Reads members declared as object into plain data; writes them by their real type.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var small) ? (object)small : reader.TryGetInt64(out var big) ? (object)big : reader.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.StartArray:
                var list = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(Read(ref reader, typeToConvert, options));
                }

                return list;
            case JsonTokenType.StartObject:
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    map[name] = Read(ref reader, typeToConvert, options);
                }

                return map;
            default:
                throw new JsonException($"Unexpected {reader.TokenType}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
