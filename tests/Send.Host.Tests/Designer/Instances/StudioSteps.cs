using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Instances;

/// <summary>What Studio does, in one line each.</summary>
internal static class StudioSteps
{
    private const string Stored = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    /// <summary>A flowchart Start → task `ask` (RunTask) → a script that fails while the variable Go is false → End; variables Amount (Int32, 5) and Go.</summary>
    public static JsonObject Sample(string id) => new()
    {
        ["definitionId"] = id,
        ["name"] = id,
        ["toolVersion"] = "3.8.0.0",
        ["variables"] = new JsonArray(Variable("Amount", "Int32", "5"), Variable("Go", "Boolean", "false")),
        ["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" },
        ["root"] = new JsonObject
        {
            ["id"] = "flow1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(
                Activity("start1", "Elsa.Start"),
                Activity("ask", "Elsa.RunTask", ("taskName", Expression("Literal", "Ask"))),
                Activity("check", "Elsa.WriteLine", ("text", Expression("JavaScript", "(() => { if (!getGo()) { throw new Error('not yet'); } return 'went ' + getAmount(); })()"))),
                Activity("end1", "Elsa.End")),
            ["connections"] = new JsonArray(Connection("start1", "ask"), Connection("ask", "check"), Connection("check", "end1")),
        },
    };

    /// <summary>A sequence of one activity of Send that needs a case.</summary>
    public static JsonObject NeedsCase(string id) => new()
    {
        ["definitionId"] = id,
        ["name"] = id,
        ["root"] = new JsonObject
        {
            ["id"] = "seq",
            ["type"] = "Elsa.Sequence",
            ["version"] = 1,
            ["activities"] = new JsonArray(Activity("status", "Send.ChangeCaseStatus")),
        },
    };

    public static async Task SaveAsync(this ApiClient client, JsonObject model, bool publish = false) =>
        (await client.PostAsync("/elsa/api/workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = publish })).Expect(HttpStatusCode.OK);

    /// <summary>Runs a definition and answers the new instance's id.</summary>
    public static async Task<string> RunAsync(this ApiClient client, string definitionId, JsonObject? request = null)
    {
        using var response = await client.Http.PostAsync(
            $"/elsa/api/workflow-definitions/{definitionId}/execute", System.Net.Http.Json.JsonContent.Create(request ?? new JsonObject { ["versionOptions"] = "Latest", ["input"] = null }));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return response.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }

    public static async Task<JsonNode> InstanceAsync(this ApiClient client, string id) => (await client.GetAsync($"/elsa/api/workflow-instances/{id}")).Expect(HttpStatusCode.OK).Body;

    /// <summary>Completes the RunTask at which the instance waits.</summary>
    public static async Task<ApiAnswer> AnswerAsync(this ApiClient client, string instanceId)
    {
        var bookmark = (await client.InstanceAsync(instanceId))["workflowState"]!["bookmarks"]!.AsArray().Single()!;
        return await client.PostAsync($"/elsa/api/tasks/{bookmark["payload"]!["taskId"]}/complete", new JsonObject { ["result"] = "done" });
    }

    public static Task<ApiAnswer> WriteAsync(this ApiClient client, string instanceId, string name, JsonNode value) =>
        client.PostAsync($"/elsa/api/workflow-instances/{instanceId}/variables", new JsonObject { ["variables"] = new JsonArray(new JsonObject { ["id"] = "v" + name, ["value"] = value }) });

    private static JsonObject Variable(string name, string type, string value) =>
        new() { ["id"] = "v" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = Stored };

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject() };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static JsonObject Expression(string type, string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Connection(string from, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
