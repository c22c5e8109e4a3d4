using System.Text.Json.Nodes;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Parts of a definition, for drilling into containers: a node with its activity, and the way to it.</summary>
internal static class GraphEndpoints
{
    public static void MapGraphs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{id}", SubgraphAsync);
        api.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync);
    }

    private static async Task<IResult> SubgraphAsync(string id, string? parentNodeId, DefinitionGraphs graphs, CancellationToken ct)
    {
        if (await graphs.ReadAsync(id, ct) is not { } places)
        {
            return ReadEndpoints.Missing(id);
        }

        var place = places.FirstOrDefault(one => one.NodeId == parentNodeId) ?? places[0];
        return ElsaJson.Ok(Node(place));
    }

    private static async Task<IResult> SegmentsAsync(string id, string? childNodeId, DefinitionGraphs graphs, CancellationToken ct)
    {
        if (await graphs.ReadAsync(id, ct) is not { } places || places.FirstOrDefault(one => one.NodeId == childNodeId) is not { } child)
        {
            return ReadEndpoints.Missing(childNodeId ?? id);
        }

        // Outermost first; the workflow and the flowcharts themselves are no step of the way.
        var segments = new JsonArray();
        var container = child.Parent ?? child;
        var port = child.Port;
        for (var place = child.Parent; place is not null; (port, place) = (place.Port, place.Parent))
        {
            if (ActivityDocuments.Text(place.Json, "type") is not ("Elsa.Workflow" or "Elsa.Flowchart"))
            {
                container = segments.Count == 0 ? place : container;
                segments.Insert(0, new JsonObject
                {
                    ["activityNodeId"] = place.NodeId,
                    ["activityId"] = place.Id,
                    ["activityType"] = ActivityDocuments.Text(place.Json, "type"),
                    ["portName"] = port,
                    ["activityName"] = ActivityDocuments.Text(place.Json, "name") ?? ActivityDocuments.Text(place.Json, "type"),
                });
            }
        }

        return ElsaJson.Ok(new JsonObject { ["childNode"] = Node(child), ["container"] = Node(container), ["pathSegments"] = segments });
    }

    private static JsonObject Node(ActivityDocuments.Place place) => new() { ["nodeId"] = place.NodeId, ["port"] = place.Port, ["activity"] = place.Json.DeepClone() };
}
