using System.Text.Json;
using Send.Engine.Expressions;
using Send.Engine.Memory;

namespace Send.Engine.Definitions;

/// <summary>What an activity reads from that needs more of its JSON than inputs, outputs and ports.</summary>
internal sealed class DefinitionContext(ActivityReader reader, ParsedActivity parsed, JsonElement json, string path)
{
    public JsonElement Json { get; } = json;

    public string Path { get; } = path;

    public string? Text(string name) => reader.Fields.Text(Json, name, Path);

    public List<T> List<T>(string name, Func<JsonElement, string, T> read) => reader.Fields.List(Json, name, Path, (_, element, itemPath) => read(element, itemPath));

    public DefinitionException Wrong(string at, string problem) => reader.Fields.Wrong(at, problem);

    public string RequiredText(JsonElement element, string name, string at) => reader.Fields.RequiredText(element, name, at);

    public string? Text(JsonElement element, string name, string at) => reader.Fields.Text(element, name, at);

    public Variable? Variable(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
        ? reader.ReadVariableReference(value, $"{Path}.{name}")
        : null;

    /// <summary>An expression that stands where an input's would, or bare.</summary>
    public Expression? Expression(JsonElement element, string name, string at) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? reader.ReadExpression(value, $"{at}.{name}") : null;

    /// <summary>A child activity outside of the declared ports.</summary>
    public IActivity? Child(JsonElement element, string name, string at)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var child = reader.ReadActivity(value, $"{at}.{name}");
        parsed.Children.Add(child);
        return child.Activity;
    }
}

/// <summary>An activity whose JSON holds more than inputs, outputs and ports.</summary>
internal interface IReadsDefinition
{
    /// <summary>Called after the inputs, outputs and ports have been set.</summary>
    void Read(DefinitionContext context);
}
