using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Definitions;

/// <summary>What Studio does with definitions, as one person.</summary>
internal sealed class DefinitionClient(ApiClient api)
{
    public const string Root = "/elsa/api/workflow-definitions";

    public ApiClient Api => api;

    public static async Task<DefinitionClient> AsAsync(ApiHost host, string user = "coordinator") => new(await ApiClient.AsAsync(host, user));

    public static JsonObject Flow(params JsonNode[] activities) => new()
    {
        ["id"] = "flow1",
        ["name"] = "Flowchart1",
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray(), ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
        ["metadata"] = new JsonObject(),
        ["activities"] = new JsonArray(activities),
        ["variables"] = new JsonArray(),
        ["connections"] = new JsonArray(),
    };

    public static JsonObject Activity(string type, string id, int x = 0) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["type"] = type,
        ["version"] = 1,
        ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false },
        ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = 0 }, ["size"] = new JsonObject { ["width"] = 140, ["height"] = 50 } } },
    };

    /// <summary>As Studio's dialog creates one: nulls for all that was not asked.</summary>
    public async Task<JsonObject> CreateAsync(string name, JsonObject? root = null)
    {
        var model = new JsonObject
        {
            ["definitionId"] = null, ["name"] = name, ["description"] = null, ["toolVersion"] = "3.8.0.0", ["variables"] = null, ["inputs"] = null, ["outputs"] = null,
            ["outcomes"] = null, ["customProperties"] = null, ["isReadonly"] = false, ["options"] = null, ["root"] = root ?? Flow(Activity("Elsa.Start", "start1")), ["links"] = null,
            ["createdAt"] = "0001-01-01T00:00:00+00:00", ["version"] = 1, ["isLatest"] = true, ["isPublished"] = false, ["id"] = null,
        };
        return (JsonObject)(await SaveAsync(model)).Expect(HttpStatusCode.OK).Body["workflowDefinition"]!;
    }

    public Task<ApiAnswer> SaveAsync(JsonObject model, bool publish = false) => api.PostAsync(Root, new JsonObject { ["model"] = Sent(model), ["publish"] = publish });

    public async Task<JsonObject> LoadAsync(string definitionId, string version = "Latest") =>
        (JsonObject)(await api.GetAsync($"{Root}/by-definition-id/{definitionId}?versionOptions={version}")).Expect(HttpStatusCode.OK).Body;

    /// <summary>Saves and publishes; the checks' warnings are accepted by asking again.</summary>
    public async Task<JsonObject> PublishAsync(JsonObject model)
    {
        var answer = await SaveAsync(model, publish: true);
        if (answer.Code == "definition.warnings")
        {
            answer = await SaveAsync(await LoadAsync((string)model["definitionId"]!), publish: true);
        }

        return (JsonObject)answer.Expect(HttpStatusCode.OK).Body["workflowDefinition"]!;
    }

    public async Task<IReadOnlyList<string>> VersionsAsync(string definitionId)
    {
        var list = (await api.GetAsync($"{Root}?versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds={definitionId}&OrderBy=Version&OrderDirection=Ascending")).Expect(HttpStatusCode.OK);
        return [.. list.Body["items"]!.AsArray().Select(item => $"{item!["version"]} {((bool)item["isLatest"]! ? "latest" : "")} {((bool)item["isPublished"]! ? "published" : "")}".TrimEnd())];
    }

    public static IReadOnlyList<string?> Messages(ApiAnswer answer) => [.. answer.Body["errors"]!["generalErrors"]!.AsArray().Select(message => (string?)message)];

    private static JsonObject Sent(JsonObject model)
    {
        var sent = (JsonObject)model.DeepClone();
        sent["links"] = null;
        return sent;
    }
}
