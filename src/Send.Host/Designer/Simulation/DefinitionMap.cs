using System.Text.Json;

namespace Send.Host.Designer.Simulation;

/// <summary>The boxes and arrows of a definition, read from its JSON as the designer draws them: activities at every depth, and the connections of every flowchart.</summary>
internal sealed class DefinitionMap
{
    private readonly List<VisitedActivity> activities = [];
    private readonly List<(string Activity, string Port, string Target)> arrows = [];

    private DefinitionMap(JsonElement root) => Walk(root, isRoot: true);

    /// <summary>Every activity but the outermost container, with a count of zero.</summary>
    public IReadOnlyList<VisitedActivity> Activities => activities;

    /// <summary>Reads the root activity of a definition.</summary>
    public static DefinitionMap Of(JsonElement root) => new(root);

    /// <summary>Ids of the definitions that the activities start by a literal id, or by being a workflow used as activity.</summary>
    public static IReadOnlySet<string> Calls(JsonElement root)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var activity in Nested(root))
        {
            if (activity.TryGetProperty("workflowDefinitionId", out var id))
            {
                var value = id.ValueKind == JsonValueKind.Object && id.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object && expression.TryGetProperty("value", out var literal) ? literal : id;
                if (value.ValueKind == JsonValueKind.String)
                {
                    found.Add(value.GetString()!);
                }
            }
        }

        return found;
    }

    /// <summary>What was taken, given how often each activity ran and how often each of its outcomes left it.</summary>
    public (IReadOnlyList<VisitedActivity> Activities, IReadOnlyList<TakenWay> Ways) Count(IReadOnlyDictionary<string, int> runs, IReadOnlyDictionary<(string Activity, string Outcome), int> outcomes)
    {
        var names = activities.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal);
        string NameOf(string id) => names.GetValueOrDefault(id, id);
        return (
            [.. activities.Select(one => one with { Count = runs.GetValueOrDefault(one.Id) })],
            [
                .. arrows.GroupBy(arrow => (arrow.Activity, arrow.Port))
                    .Select(way => new TakenWay(way.Key.Activity, NameOf(way.Key.Activity), way.Key.Port, [.. way.Select(arrow => NameOf(arrow.Target))], outcomes.GetValueOrDefault(way.Key))),
            ]);
    }

    private static IEnumerable<JsonElement> Nested(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(Nested);
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = node.EnumerateObject().Where(part => part.Name is not ("metadata" or "customProperties" or "connections")).SelectMany(part => Nested(part.Value));
        return IsActivity(node) ? below.Prepend(node) : below;
    }

    private static bool IsActivity(JsonElement node) => Text(node, "type") is { Length: > 0 } type && type.Contains('.', StringComparison.Ordinal) && Text(node, "id") is { Length: > 0 };

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string NameOf(JsonElement activity) =>
        (activity.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Text(metadata, "displayText") : null) is { Length: > 0 } shown
            ? shown
            : Text(activity, "name") is { Length: > 0 } name ? name : Text(activity, "type")!.Split('.')[^1];

    private void Walk(JsonElement root, bool isRoot)
    {
        foreach (var activity in Nested(root))
        {
            if (!isRoot)
            {
                activities.Add(new(Text(activity, "id")!, NameOf(activity), Text(activity, "type")!, 0));
            }

            isRoot = false;
            if (activity.TryGetProperty("connections", out var connections) && connections.ValueKind == JsonValueKind.Array)
            {
                arrows.AddRange(connections.EnumerateArray().Select(Arrow).OfType<(string, string, string)>());
            }
        }
    }

    private static (string Activity, string Port, string Target)? Arrow(JsonElement connection) =>
        connection.ValueKind == JsonValueKind.Object && connection.TryGetProperty("source", out var source) && connection.TryGetProperty("target", out var target)
        && Text(source, "activity") is { } from && Text(target, "activity") is { } to
            ? (from, Text(source, "port") is { Length: > 0 } port ? port : "Done", to)
            : null;
}
