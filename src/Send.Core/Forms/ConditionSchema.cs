using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Conditions in the words of JSON Schema. What the context decides is decided now; a comparison of two fields cannot be said and makes the whole answer null.</summary>
internal static class ConditionSchema
{
    public static JsonNode? Of(Condition condition, FormContext context)
    {
        if (condition.All is { } all)
        {
            return Joined("allOf", all, context);
        }

        if (condition.Any is { } any)
        {
            return Joined("anyOf", any, context);
        }

        if (condition.Not is { } not)
        {
            return Of(not, context) is { } inner ? new JsonObject { ["not"] = inner } : null;
        }

        if (condition.Field is not { } field)
        {
            return JsonValue.Create(new Conditions([], context).Holds(condition));
        }

        if (condition.IsSet == false)
        {
            return new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray(field) } };
        }

        return Test(condition, context) is { } test ? new JsonObject { ["properties"] = new JsonObject { [field] = test }, ["required"] = new JsonArray(field) } : null;
    }

    private static JsonObject? Joined(string word, IReadOnlyList<Condition> parts, FormContext context)
    {
        var schemas = parts.Select(part => Of(part, context)).ToList();
        return schemas.Exists(s => s is null) ? null : new JsonObject { [word] = new JsonArray([.. schemas]) };
    }

    private static JsonObject? Test(Condition condition, FormContext context)
    {
        var test = new JsonObject();
        foreach (var (word, operand) in new[] { ("const", condition.Is), ("minimum", condition.AtLeast), ("maximum", condition.AtMost) })
        {
            if (operand is null)
            {
                continue;
            }

            var path = Operand.PathOf(operand);
            var value = path is null ? operand.DeepClone() : Operand.Resolve(operand, context.Find);
            if (value is null || (word != "const" && JsonValues.Number(value) is null))
            {
                return null;
            }

            test[word] = value;
        }

        if (condition.In is { } list)
        {
            if (list.Any(item => Operand.PathOf(item) is not null))
            {
                return null;
            }

            test["enum"] = new JsonArray([.. list.Select(item => item.DeepClone())]);
        }

        // A field of several ticks fits when one of them does.
        return new JsonObject { ["anyOf"] = new JsonArray(test, new JsonObject { ["type"] = "array", ["contains"] = test.DeepClone() }) };
    }
}
