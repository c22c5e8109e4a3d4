using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Conformance.Comparing;

/// <summary>Compares JSON by meaning: the order of keys does not count, numbers count by value.</summary>
public static class JsonComparison
{
    /// <summary>All differences, in the order of the expected document.</summary>
    public static IReadOnlyList<Difference> Compare(JsonNode? expected, JsonNode? actual, string path, Func<string, bool>? isSoft = null)
    {
        var differences = new List<Difference>();
        Compare(expected, actual, path, isSoft ?? (_ => false), differences);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, Func<string, bool> isSoft, List<Difference> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                CompareMembers(left, right, path, isSoft, differences);
                break;
            case (JsonArray left, JsonArray right):
                CompareItems(left, right, path, isSoft, differences);
                break;
            default:
                if (!SameValue(expected, actual))
                {
                    differences.Add(new(path, Text(expected), Text(actual), isSoft(path)));
                }

                break;
        }
    }

    private static void CompareMembers(JsonObject left, JsonObject right, string path, Func<string, bool> isSoft, List<Difference> differences)
    {
        foreach (var (key, value) in left)
        {
            var inner = $"{path}.{key}";
            if (right.TryGetPropertyValue(key, out var other))
            {
                Compare(value, other, inner, isSoft, differences);
            }
            else
            {
                differences.Add(new(inner, Text(value), Difference.Nothing, isSoft(inner)));
            }
        }

        foreach (var (key, value) in right)
        {
            if (!left.ContainsKey(key))
            {
                var inner = $"{path}.{key}";
                differences.Add(new(inner, Difference.Nothing, Text(value), isSoft(inner)));
            }
        }
    }

    private static void CompareItems(JsonArray left, JsonArray right, string path, Func<string, bool> isSoft, List<Difference> differences)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var inner = $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (i >= left.Count)
            {
                differences.Add(new(inner, Difference.Nothing, Text(right[i]), isSoft(inner)));
            }
            else if (i >= right.Count)
            {
                differences.Add(new(inner, Text(left[i]), Difference.Nothing, isSoft(inner)));
            }
            else
            {
                Compare(left[i], right[i], inner, isSoft, differences);
            }
        }
    }

    private static bool SameValue(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return left.GetValueKind() == right.GetValueKind() && left.GetValueKind() switch
        {
            JsonValueKind.Number => Number(left).Equals(Number(right)),
            JsonValueKind.String => string.Equals(left.GetValue<string>(), right.GetValue<string>(), StringComparison.Ordinal),
            JsonValueKind.True or JsonValueKind.False => true,
            _ => JsonNode.DeepEquals(left, right),
        };
    }

    private static object Number(JsonNode node) => decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : double.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(Json.Readable);
}
