using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Send.Conformance.Comparing;

/// <summary>Compares outcomes part by part, with the strictness that FORMAT.md gives to each.</summary>
internal static partial class OutcomeComparison
{
    public static IEnumerable<Difference> Compare(JsonNode? expected, JsonNode? actual, string path)
        => JsonComparison.Compare(expected, actual, path, IsSoft);

    public static IEnumerable<Difference> CompareStep(JsonObject? expected, JsonObject actual, string name)
    {
        if (expected is null)
        {
            return [new Difference(name, Difference.Nothing, "a step")];
        }

        var differences = new List<Difference>();
        foreach (var key in expected.Select(entry => entry.Key).Union(actual.Select(entry => entry.Key), StringComparer.Ordinal).Where(key => key != "instances"))
        {
            differences.AddRange(Member(expected, actual, key, name));
        }

        differences.AddRange(CompareInstances(expected["instances"] as JsonArray ?? [], actual["instances"] as JsonArray ?? [], name));
        return differences;
    }

    private static IEnumerable<Difference> Member(JsonObject expected, JsonObject actual, string key, string name)
    {
        var path = $"{name}.{key}";
        if (expected.ContainsKey(key) && actual.ContainsKey(key))
        {
            return JsonComparison.Compare(expected[key], actual[key], path, IsSoft);
        }

        return expected.ContainsKey(key)
            ? [new Difference(path, Text(expected[key]), Difference.Nothing)]
            : [new Difference(path, Difference.Nothing, Text(actual[key]))];
    }

    private static IEnumerable<Difference> CompareInstances(JsonArray expected, JsonArray actual, string name)
    {
        var left = expected.ToDictionary(instance => instance!["ref"]!.GetValue<string>(), instance => instance!.AsObject(), StringComparer.Ordinal);
        var right = actual.ToDictionary(instance => instance!["ref"]!.GetValue<string>(), instance => instance!.AsObject(), StringComparer.Ordinal);
        foreach (var (key, instance) in left)
        {
            var path = $"{name}.{key}";
            if (!right.TryGetValue(key, out var other))
            {
                yield return new Difference(path, "an instance", Difference.Nothing);
                continue;
            }

            foreach (var difference in JsonComparison.Compare(instance, other, path, inner => IsSoft(inner) || IsMessageOfOtherIncident(inner, path, instance)))
            {
                yield return difference;
            }
        }

        foreach (var key in right.Keys.Except(left.Keys, StringComparer.Ordinal))
        {
            yield return new Difference($"{name}.{key}", Difference.Nothing, "an instance");
        }
    }

    private static bool IsSoft(string path) => Soft().IsMatch(path);

    // The texts of incidents count for Fault activities only, where the definition's author wrote them.
    private static bool IsMessageOfOtherIncident(string path, string prefix, JsonObject instance)
    {
        var match = Message().Match(path[prefix.Length..]);
        return match.Success
            && instance[match.Groups["list"].Value] is JsonArray list
            && int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) is var index && index < list.Count
            && list[index]?["type"]?.GetValue<string>() != "Elsa.Fault";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(Json.Readable) ?? "null";

    [GeneratedRegex(@"\.exceptionType$|\.error$|^published\[\d+\]\.(exception|errors)$|^executions\..*\.(outputs|exception)(\.|\[|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Soft();

    [GeneratedRegex(@"^\.(?<list>incidents|journal)\[(?<index>\d+)\]\.message$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();
}
