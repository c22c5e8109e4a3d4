using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Send.Conformance.Cases;

namespace Send.Conformance.Comparing;

/// <summary>Compares serialised instance states with recorded ones. Ids, times, hashes and stacks count only as such.</summary>
internal static partial class StateComparison
{
    public static IEnumerable<Difference> Compare(JsonObject recorded, CaseOutcome outcome)
    {
        if (recorded["afterStart"]?["instance"]?["workflowState"] is { } afterStart)
        {
            foreach (var difference in Compare(afterStart, outcome.StateAfterStart, "state afterStart", outcome))
            {
                yield return difference;
            }
        }

        if (recorded["atEnd"]?["instance"]?["workflowState"] is { } atEnd)
        {
            var actual = outcome.Main is { IsDeleted: false } main ? JsonNode.Parse(main.StateJson) : null;
            foreach (var difference in Compare(atEnd, actual, "state atEnd", outcome))
            {
                yield return difference;
            }
        }
    }

    private static IReadOnlyList<Difference> Compare(JsonNode expected, JsonNode? actual, string path, CaseOutcome outcome)
        => JsonComparison.Compare(Blur(expected, null, outcome), Blur(actual, null, outcome), path, inner => Soft().IsMatch(inner));

    private static JsonNode? Blur(JsonNode? node, string? key, CaseOutcome outcome)
    {
        switch (node)
        {
            case JsonObject map:
                return new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Blur(entry.Value, entry.Key, outcome))));
            case JsonArray list:
                return new JsonArray(list.Select(item => Blur(item, key, outcome)).ToArray());
            case JsonValue value when value.TryGetValue<string>(out var text):
                return key switch
                {
                    "hash" => "<hash>",
                    "stackTrace" => "<stack>",
                    "definitionVersionId" => "<id>",
                    "createdAt" or "updatedAt" or "finishedAt" or "startedAt" or "completedAt" or "timestamp" or "resumeAt" or "executeAt" => "<ts>",
                    _ => NumberedId().Replace(outcome.Normalizer.Text(text, outcome.Now), "<id>"),
                };
            default:
                return node?.DeepClone();
        }
    }

    [GeneratedRegex(@"\.(stackTrace|exception|message)(\.|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Soft();

    [GeneratedRegex(@"<id\d+>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedId();
}
