using System.Globalization;
using System.Text.Json;

namespace Send.Engine.Definitions;

/// <summary>Reads fields of a definition and says where they are wrong.</summary>
internal sealed class DefinitionReader(string source)
{
    public string Source { get; } = source;

    public DefinitionException Wrong(string path, string problem) => new(Source, path, problem);

    public void RequireObject(JsonElement element, string path, string wanted)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, $"must be an object: {wanted}.");
        }
    }

    public string RequiredText(JsonElement element, string name, string path) => Text(element, name, path) is { Length: > 0 } text
        ? text
        : throw Wrong($"{path}.{name}", "is missing; it must be a text that is not empty.");

    public string? Text(JsonElement element, string name, string path)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong($"{path}.{name}", $"must be a text, not {value.ValueKind}.");
    }

    public int? Integer(JsonElement element, string name, string path)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong($"{path}.{name}", "must be a whole number.");
    }

    public bool? Flag(JsonElement element, string name, string path)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong($"{path}.{name}", "must be true or false.");
    }

    public DateTimeOffset? Instant(JsonElement element, string name, string path)
    {
        if (Text(element, name, path) is not { Length: > 0 } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Wrong($"{path}.{name}", "must be a time stamp such as 2027-01-31T09:00:00Z.");
    }

    public List<T> List<T>(JsonElement element, string name, string path, Func<DefinitionReader, JsonElement, string, T> read)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong($"{path}.{name}", $"must be a list, not {value.ValueKind}.");
        }

        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            items.Add(read(this, item, $"{path}.{name}[{items.Count}]"));
        }

        return items;
    }
}
