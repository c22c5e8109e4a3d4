using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Activities.Tests.Hosting;
using Send.TestKit.Processes;

namespace Send.Activities.Tests.Activities;

/// <summary>A workflow of a few activities, one after the other, which runs in place of the shipped one, so that an activity can be watched alone.</summary>
internal sealed class TinyWorkflow
{
    private readonly JsonArray activities = [];

    /// <summary>Adds an activity after the ones before; inputs are literals, strings that begin with `=` JavaScript.</summary>
    public TinyWorkflow Then(string type, params (string Input, object? Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = $"a{activities.Count + 1}", ["name"] = $"a{activities.Count + 1}", ["type"] = type, ["version"] = 1 };
        foreach (var (input, value) in inputs)
        {
            var expression = value is string text && text.StartsWith('=')
                ? new JsonObject { ["type"] = "JavaScript", ["value"] = text[1..] }
                : new JsonObject { ["type"] = "Literal", ["value"] = JsonSerializer.SerializeToNode(value) };
            activity[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = expression };
        }

        activities.Add((JsonNode)activity);
        return this;
    }

    /// <summary>Lets the last activity write an output into a variable of the workflow.</summary>
    public TinyWorkflow Into(string output, string variable)
    {
        activities[^1]![output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        return this;
    }

    /// <summary>Starts a host with this workflow under the programme's id.</summary>
    public async Task<CaseHost> StartAsync(params string[] variables)
    {
        using var folder = new TemporaryFolder("tiny");
        var definition = new JsonObject
        {
            ["id"] = "tiny-1",
            ["definitionId"] = "initial-vocational-training",
            ["name"] = "Tiny",
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = new JsonArray([.. variables.Select(name => new JsonObject
            {
                ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
            })]),
            ["root"] = new JsonObject { ["id"] = "steps", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = activities },
        };
        await File.WriteAllTextAsync(folder.Combine("initial-vocational-training.json"), definition.ToJsonString());
        return await CaseHost.StartAsync(folder.Path);
    }
}
