using System.Text.Json;
using Send.Engine.Activities.Flowchart.Models;
using Send.Engine.Definitions;

namespace Send.Engine.Activities.Flowchart;

/// <summary>Reads the connections and the start of a flowchart.</summary>
internal static class ConnectionReader
{
    public static IReadOnlyCollection<Connection> Read(Activities.Flowchart flowchart, DefinitionContext context)
    {
        var byId = flowchart.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        if (flowchart.Start is null && context.Json.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.String)
        {
            flowchart.Start = byId.GetValueOrDefault(start.GetString()!)
                ?? throw context.Wrong($"{context.Path}.start", $"names '{start.GetString()}', which is not the id of one of the flowchart's activities.");
        }

        return context.List("connections", (element, path) => new Connection(
            ReadEnd(context, byId, element, "source", "Done", path),
            ReadEnd(context, byId, element, "target", "In", path))).DistinctBy(connection => connection.Key, StringComparer.Ordinal).ToList();
    }

    private static Endpoint ReadEnd(DefinitionContext context, Dictionary<string, IActivity> byId, JsonElement connection, string name, string defaultPort, string path)
    {
        var at = $"{path}.{name}";
        if (connection.ValueKind != JsonValueKind.Object || !connection.TryGetProperty(name, out var end) || end.ValueKind != JsonValueKind.Object)
        {
            throw context.Wrong(at, "is missing; it must be an object with activity and port.");
        }

        var id = context.RequiredText(end, "activity", at);
        var activity = byId.GetValueOrDefault(id)
            ?? throw context.Wrong($"{at}.activity", $"names '{id}', which is not the id of one of the flowchart's activities.");
        return new Endpoint(activity, context.Text(end, "port", at) is { Length: > 0 } port ? port : defaultPort);
    }
}
