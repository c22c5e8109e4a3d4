using System.Text.Json.Nodes;

namespace Send.Persistence.Workflows;

/// <summary>Walks the activities of a definition's JSON, whatever their types: an activity is an object with an id and a type, and so are those inside its members.</summary>
public static class ActivityDocuments
{
    /// <summary>Members that are no activities, whatever they look like inside.</summary>
    private static readonly HashSet<string> Leaves = new(StringComparer.Ordinal) { "expression", "customProperties", "metadata", "memoryReference", "connections", "variables" };

    /// <summary>An activity in its place.</summary>
    /// <param name="Json">The activity.</param>
    /// <param name="Parent">The activity that contains it; null for the root.</param>
    /// <param name="Port">The member of the parent that holds it, `activities`, `body`; `root` for the root.</param>
    /// <param name="NodeId">Path from the workflow, `Workflow1:flow1:start1`.</param>
    public sealed record Place(JsonObject Json, Place? Parent, string Port, string NodeId)
    {
        /// <summary>The activity's id.</summary>
        public string Id => Text(Json, "id")!;
    }

    /// <summary>All activities of a root, parents first. <paramref name="workflowId"/> is where their paths begin.</summary>
    public static IReadOnlyList<Place> Of(JsonObject root, string workflowId = "Workflow1")
    {
        ArgumentNullException.ThrowIfNull(root);
        var found = new List<Place>();
        if (IsActivity(root))
        {
            Visit(root, parent: null, "root", workflowId, found);
        }

        return found;
    }

    /// <summary>The id that Elsa gives the workflow's own activity: `Workflow1`, or the next number that no activity has.</summary>
    public static string WorkflowIdOf(JsonObject? root)
    {
        var taken = root is null ? [] : Of(root).Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (taken.Contains($"Workflow{number}"))
        {
            number++;
        }

        return $"Workflow{number}";
    }

    /// <summary>A member's text; null when it is none.</summary>
    public static string? Text(JsonObject json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
    }

    private static bool IsActivity(JsonObject json) => Text(json, "id") is { Length: > 0 } && Text(json, "type") is { Length: > 0 };

    private static void Visit(JsonObject activity, Place? parent, string port, string path, List<Place> found)
    {
        var place = new Place(activity, parent, port, $"{path}:{Text(activity, "id")}");
        found.Add(place);
        foreach (var (name, value) in activity)
        {
            if (!Leaves.Contains(name))
            {
                Search(value, place, name, found);
            }
        }
    }

    private static void Search(JsonNode? value, Place parent, string port, List<Place> found)
    {
        switch (value)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Search(item, parent, port, found);
                }

                break;
            case JsonObject json when IsActivity(json):
                Visit(json, parent, port, parent.NodeId, found);
                break;
            case JsonObject json:
                foreach (var (name, inner) in json)
                {
                    if (!Leaves.Contains(name))
                    {
                        Search(inner, parent, port, found);
                    }
                }

                break;
        }
    }
}
