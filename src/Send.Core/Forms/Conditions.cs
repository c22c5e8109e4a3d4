using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Evaluates <see cref="Condition"/>s over the data of a form (of a table row first, where there is one) and the context.</summary>
public sealed class Conditions(JsonObject data, FormContext context, JsonObject? row = null)
{
    /// <summary>True when it holds. A missing value makes a comparison false. On a list, `is` and `in` ask whether one of its values fits.</summary>
    public bool Holds(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (condition.All is { } all)
        {
            return all.All(Holds);
        }

        if (condition.Any is { } any)
        {
            return any.Any(Holds);
        }

        if (condition.Not is { } not)
        {
            return !Holds(not);
        }

        var value = condition.Field is { } field ? Lookup(field) : context.Find(condition.Path ?? "");
        if (condition.IsSet is { } set)
        {
            return JsonValues.IsEmpty(value) != set;
        }

        if (JsonValues.IsEmpty(value))
        {
            return false;
        }

        return (condition.Is is null || Matches(value, Value(condition.Is)))
            && (condition.In is null || condition.In.Any(item => Matches(value, Value(item))))
            && (condition.AtLeast is null || JsonValues.Compare(value, Value(condition.AtLeast)) >= 0)
            && (condition.AtMost is null || JsonValues.Compare(value, Value(condition.AtMost)) <= 0);
    }

    /// <summary>True when the condition can be judged: every value that a comparison at its top level needs is there. Rules on missing values do not speak.</summary>
    public bool CanJudge(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.IsSet is not null || condition.All is not null || condition.Any is not null || condition.Not is not null
            || (!JsonValues.IsEmpty(condition.Field is { } field ? Lookup(field) : context.Find(condition.Path ?? ""))
                && new[] { condition.Is, condition.AtLeast, condition.AtMost }.All(o => o is null || !JsonValues.IsEmpty(Value(o))));
    }

    /// <summary>A field of the row, a field of the form, or a context path.</summary>
    internal JsonNode? Lookup(string name) =>
        name.Contains('.', StringComparison.Ordinal) ? context.Find(name) : row?[name] ?? data[name] ?? context.Find(name);

    private JsonNode? Value(JsonNode operand) => Operand.Resolve(operand, Lookup);

    private static bool Matches(JsonNode? value, JsonNode? wanted) =>
        value is JsonArray list ? list.Any(item => JsonValues.Same(item, wanted)) : JsonValues.Same(value, wanted);
}
