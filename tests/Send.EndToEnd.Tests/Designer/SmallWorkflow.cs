using System.Text.Json.Nodes;
using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Definitions as Studio posts them: a flowchart whose activities stand in a row, each leading to the next.</summary>
internal sealed class SmallWorkflow(string definitionId, string name)
{
    private const string ContinueWithIncidents = "ContinueWithIncidentsStrategy";
    private const string Flow = "Workflow1:flow1";
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];

    /// <summary>An expression as definitions hold it.</summary>
    public static JsonObject Expression(string type, JsonNode value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    /// <summary>Start, wait for an event, run a script that fails until `ready` is true, end.</summary>
    public static SmallWorkflow Waiting(string definitionId, string eventName) => new SmallWorkflow(definitionId, definitionId)
        .With("ready", "Boolean", "false")
        .Then("start1", "Elsa.Start")
        .Then("event1", "Elsa.Event", ("eventName", Expression("Literal", eventName)))
        .Then("script1", "Elsa.RunJavaScript", ("script", Expression("JavaScript", "if (!getVariable(\"ready\")) throw new Error(\"Nobody is ready\"); return 42;")))
        .Then("end1", "Elsa.End");

    public SmallWorkflow With(string variable, string type, string value)
    {
        variables.Add(new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" });
        return this;
    }

    public SmallWorkflow Then(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var previous = activities.Count == 0 ? null : activities[^1]!["id"]!.GetValue<string>();
        Place(id, type, activities.Count * 240, 60, inputs);
        if (previous is not null)
        {
            connections.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = previous, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = id, ["port"] = "In" } });
        }

        return this;
    }

    public SmallWorkflow Place(string id, string type, int x, int y, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"{Flow}:{id}",
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y }, ["size"] = new JsonObject { ["width"] = 180, ["height"] = 54 } } },
        };
        foreach (var (input, value) in inputs)
        {
            activity[input] = value.DeepClone();
        }

        activities.Add(activity);
        return this;
    }

    /// <summary>Saves, and publishes if asked (a second time where there are warnings); returns the definition as the server has it.</summary>
    public async Task<JsonNode> SaveAsync(ApiClient client, bool publish, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["model"] = new JsonObject
            {
                ["definitionId"] = definitionId,
                ["name"] = name,
                ["version"] = 1,
                ["toolVersion"] = "3.8.0.0",
                ["variables"] = variables,
                ["inputs"] = new JsonArray(),
                ["outputs"] = new JsonArray(),
                ["outcomes"] = new JsonArray(),
                ["customProperties"] = new JsonObject(),
                ["options"] = new JsonObject { ["incidentStrategyType"] = ContinueWithIncidents },
                ["root"] = new JsonObject
                {
                    ["id"] = "flow1", ["nodeId"] = Flow, ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1", ["activities"] = activities, ["connections"] = connections,
                },
            },
            ["publish"] = publish,
        };
        try
        {
            return (await client.PostAsync("/elsa/api/workflow-definitions", body, ct))["workflowDefinition"]!;
        }
        catch (ApiRefusal refusal) when (publish && refusal.Answer.Contains("definition.warnings", StringComparison.Ordinal))
        {
            return (await client.PostAsync("/elsa/api/workflow-definitions", body, ct))["workflowDefinition"]!;
        }
    }
}
