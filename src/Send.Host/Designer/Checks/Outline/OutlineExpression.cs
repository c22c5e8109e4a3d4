using System.Text.Json;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>An expression of an activity.</summary>
/// <param name="Input">Technical name of the member that holds it, in camel case.</param>
/// <param name="Language">Literal, Object, Variable, Input, JavaScript, Liquid.</param>
/// <param name="Value">What is written.</param>
/// <param name="IsWhole">True when it is the value of the input itself, false for a part such as the condition of a case.</param>
internal sealed record OutlineExpression(string Input, string Language, JsonElement Value, bool IsWhole)
{
    private static readonly HashSet<string> NoInputs = new(StringComparer.Ordinal) { "customProperties", "metadata", "connections", "variables", "start", "activities" };

    /// <summary>The source of a script or template; null for other languages.</summary>
    public string? Source => Language is "JavaScript" or "Liquid" && Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    public static IEnumerable<OutlineExpression> Of(JsonElement activity) =>
        activity.EnumerateObject().Where(member => !NoInputs.Contains(member.Name)).SelectMany(member => Within(member.Name, member.Value, isWhole: true));

    private static IEnumerable<OutlineExpression> Within(string input, JsonElement value, bool isWhole)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany(item => Within(input, item, isWhole: false));
        }

        if (value.ValueKind != JsonValueKind.Object || (value.Text("id") is not null && value.Text("type") is not null))
        {
            return [];
        }

        if ((value.Object("expression") ?? (value.TryGetProperty("value", out _) ? value : null)) is { } expression && expression.Text("type") is { } language)
        {
            return [new(input, language, expression.TryGetProperty("value", out var written) ? written : default, isWhole)];
        }

        return value.EnumerateObject().SelectMany(member => Within(input, member.Value, isWhole: false));
    }
}
