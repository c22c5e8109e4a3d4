using System.Text.Json;
using Send.Engine;
using Send.Engine.Definitions;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>A definition as rules look at it: its activities as they are written, whether the whole compiles or not. Immutable.</summary>
internal sealed class DefinitionOutline
{
    // Members of an activity that hold no activities, or the ones that other members hold already.
    private static readonly HashSet<string> NoChildren = new(StringComparer.Ordinal) { "customProperties", "metadata", "connections", "variables", "start" };

    private DefinitionOutline(WorkflowDefinition definition, IReadOnlyList<OutlineActivity> activities) => (Definition, Activities) = (definition, activities);

    public WorkflowDefinition Definition { get; }

    /// <summary>Every activity, a container before what it contains.</summary>
    public IReadOnlyList<OutlineActivity> Activities { get; }

    /// <summary>The outermost activity; null when the definition has none.</summary>
    public OutlineActivity? Root => Activities.Count > 0 ? Activities[0] : null;

    public IEnumerable<OutlineActivity> Flowcharts => Activities.Where(activity => activity.IsFlowchart);

    /// <summary>Reads a definition; what is no activity is passed over, because the compiler says what is wrong with it.</summary>
    public static DefinitionOutline Read(WorkflowDefinition definition, IActivityRegistry registry)
    {
        var found = new List<OutlineActivity>();
        if (definition.Root is { } root && IsActivity(root))
        {
            Add(root, parent: null, registry, found);
        }

        return new(definition, found);
    }

    /// <summary>The variables that an activity can use: those of the containers around it, then the workflow's.</summary>
    public IEnumerable<VariableDefinition> VariablesAround(OutlineActivity activity) =>
        activity.SelfAndAncestors().SelectMany(one => one.Variables).Concat(Definition.Variables);

    private static void Add(JsonElement json, OutlineActivity? parent, IActivityRegistry registry, List<OutlineActivity> found)
    {
        var type = json.GetProperty("type").GetString()!;
        var version = json.TryGetProperty("version", out var number) && number.TryGetInt32Safely() is { } given ? registry.Find(type, given) : null;
        var activity = new OutlineActivity(json, parent, version ?? registry.Find(type));
        parent?.Add(activity);
        found.Add(activity);
        foreach (var member in json.EnumerateObject().Where(member => !NoChildren.Contains(member.Name)))
        {
            AddWithin(member.Value, activity, registry, found);
        }
    }

    private static void AddWithin(JsonElement value, OutlineActivity parent, IActivityRegistry registry, List<OutlineActivity> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    AddWithin(item, parent, registry, found);
                }

                break;
            case JsonValueKind.Object when IsActivity(value):
                Add(value, parent, registry, found);
                break;
            case JsonValueKind.Object when !value.TryGetProperty("expression", out _):
                foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && member.Name != "value"))
                {
                    AddWithin(member.Value, parent, registry, found);
                }

                break;
        }
    }

    private static bool IsActivity(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.Text("id") is { Length: > 0 } && value.Text("type") is { Length: > 0 };
}
