using System.Text.Json;
using Send.Engine.Definitions;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>One activity of a definition as it is written.</summary>
/// <param name="json">Its object in the document.</param>
/// <param name="parent">The container around it; null for the outermost.</param>
/// <param name="descriptor">Its type; null for one that this host does not know.</param>
internal sealed class OutlineActivity(JsonElement json, OutlineActivity? parent, ActivityDescriptor? descriptor)
{
    private readonly List<OutlineActivity> children = [];

    public JsonElement Json => json;

    public OutlineActivity? Parent => parent;

    public ActivityDescriptor? Descriptor => descriptor;

    public IReadOnlyList<OutlineActivity> Children => children;

    public string Id { get; } = json.Text("id")!;

    public string Type { get; } = json.Text("type")!;

    /// <summary>What people see on the box: its display text, else its name, else the name of its type.</summary>
    public string Label { get; } = new[] { json.Object("metadata")?.Text("displayText"), json.Text("name"), descriptor?.DisplayName }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? json.Text("type")!;

    public bool IsFlowchart => Type == "Elsa.Flowchart";

    /// <summary>True when a trigger here starts the workflow.</summary>
    public bool CanStartWorkflow { get; } = json.Object("customProperties")?.Flag("canStartWorkflow") == true;

    /// <summary>Variables that it declares as a container.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; } = [.. json.Items("variables").Where(item => item.ValueKind == JsonValueKind.Object).Select(Variable)];

    /// <summary>Connections of a flowchart; a port that is not written is Elsa's default.</summary>
    public IReadOnlyList<OutlineConnection> Connections { get; } = [.. json.Items("connections").Select(OutlineConnection.Read).OfType<OutlineConnection>()];

    /// <summary>Every expression of its inputs.</summary>
    public IReadOnlyList<OutlineExpression> Expressions { get; } = [.. OutlineExpression.Of(json)];

    public void Add(OutlineActivity child) => children.Add(child);

    public IEnumerable<OutlineActivity> SelfAndAncestors()
    {
        for (var one = this; one is not null; one = one.Parent)
        {
            yield return one;
        }
    }

    /// <summary>The value of an input, by its technical name in camel case.</summary>
    public OutlineInput Input(string name) => OutlineInput.Read(json, name);

    /// <summary>What people read beside an input.</summary>
    public string InputLabel(string name) =>
        descriptor?.Inputs.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))?.DisplayName is { Length: > 0 } label ? label : name;

    private static VariableDefinition Variable(JsonElement item) => new(
        item.Text("id") is { Length: > 0 } id ? id : item.Text("name") ?? "", item.Text("name") ?? "", item.Text("typeName") ?? "Object", item.Flag("isArray"), Value: null, StorageDriverTypeName: null);
}

/// <summary>What stands in an input.</summary>
/// <param name="IsGiven">False when the activity does not mention it: the type's default counts.</param>
/// <param name="Literal">The constant as text; null for a computed value or an empty one.</param>
/// <param name="IsComputed">A script, a template, a variable or an input: known only when it runs.</param>
/// <param name="Values">The constant as a list, for inputs that hold several.</param>
internal sealed record OutlineInput(bool IsGiven, string? Literal, bool IsComputed, IReadOnlyList<string> Values)
{
    /// <summary>True when it is written and nothing is in it.</summary>
    public bool IsEmpty => IsGiven && !IsComputed && Literal is null && Values.Count == 0;

    public static OutlineInput Read(JsonElement activity, string name)
    {
        if (!activity.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return new(IsGiven: false, Literal: null, IsComputed: false, []);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.Object("expression") is not { } expression)
            {
                return new(IsGiven: true, Literal: null, IsComputed: false, []);
            }

            if (expression.Text("type") is not ("Literal" or "Object" or "Json"))
            {
                return new(IsGiven: true, Literal: null, IsComputed: true, []);
            }

            value = expression.TryGetProperty("value", out var inner) ? inner : default;
        }

        return new(IsGiven: true, Constant(value), IsComputed: false, List(value));
    }

    private static string? Constant(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim(),
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private static IReadOnlyList<string> List(JsonElement value)
    {
        var plain = value.ValueKind switch
        {
            JsonValueKind.String when value.GetString()!.TrimStart().StartsWith('[') => TryParse(value.GetString()!),
            JsonValueKind.Array => PlainJson.FromElement(value),
            _ => null,
        };
        return plain is IEnumerable<object?> items ? [.. items.OfType<string>()] : [];
    }

    private static object? TryParse(string json)
    {
        try
        {
            return PlainJson.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
