using System.Text.Json.Nodes;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>A version's activities with those of the workflows that it contains.</summary>
internal sealed class DefinitionGraphs(DefinitionQueries queries)
{
    private const int Deepest = 10;

    /// <summary>All places, the workflow's own first; null when there is no such version.</summary>
    public async Task<IReadOnlyList<ActivityDocuments.Place>?> ReadAsync(string versionId, CancellationToken ct)
    {
        if (await queries.FindByIdAsync(versionId, ct) is not { } row)
        {
            return null;
        }

        var workflow = Workflow(row, number: 1);
        await ExpandAsync(workflow, depth: 1, ct);

        // Elsa numbers workflows from the inside out.
        var taken = ActivityDocuments.Of((JsonObject)workflow["root"]!).Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; taken.Contains(ActivityDocuments.Text(workflow, "id")!); number++)
        {
            workflow["id"] = $"Workflow{number}";
        }

        var places = ActivityDocuments.Of(workflow, "").Select(place => place with { NodeId = place.NodeId.TrimStart(':') }).ToList();
        foreach (var place in places)
        {
            place.Json["nodeId"] = place.NodeId;
        }

        return places;
    }

    private async Task ExpandAsync(JsonObject workflow, int depth, CancellationToken ct)
    {
        if (depth > Deepest || workflow["root"] is not JsonObject root)
        {
            return;
        }

        foreach (var place in ActivityDocuments.Of(root))
        {
            if (ActivityDocuments.Text(place.Json, "workflowDefinitionVersionId") is { Length: > 0 } used && await queries.FindByIdAsync(used, ct) is { } row)
            {
                var inner = Workflow(row, number: 1);
                await ExpandAsync(inner, depth + 1, ct);
                place.Json["root"] = inner;
            }
        }
    }

    private static JsonObject Workflow(StoredDefinition row, int number)
    {
        var body = DefinitionBody.Of(row, withLinks: false);
        var root = body["root"];
        body.Remove("root");
        return new JsonObject
        {
            ["id"] = $"Workflow{number}",
            ["name"] = row.Name,
            ["type"] = "Elsa.Workflow",
            ["version"] = row.DefinitionVersion,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["root"] = root,
        };
    }
}
