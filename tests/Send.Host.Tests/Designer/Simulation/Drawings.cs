using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Engine.Definitions;
using Send.Host.Tests.Api;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>Small flowcharts, and how they come into a host.</summary>
internal static class Drawings
{
    /// <summary>A flowchart of these boxes; arrows are `from.Port→to`.</summary>
    public static string Flowchart(string id, JsonObject[] boxes, params string[] arrows) => new JsonObject
    {
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["toolVersion"] = "3.8.0.0",
        ["root"] = new JsonObject
        {
            ["id"] = "flowchart",
            ["nodeId"] = "flowchart",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray([.. boxes]),
            ["connections"] = new JsonArray([.. arrows.Select(arrow => Arrow(arrow.Split('.', '→')))]),
        },
    }.ToJsonString();

    /// <summary>A box of that type.</summary>
    public static JsonObject Box(string type, string id, params (string Name, JsonNode Value)[] members)
    {
        var box = new JsonObject { ["id"] = id, ["nodeId"] = "flowchart:" + id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
        {
            box[name] = value;
        }

        return box;
    }

    /// <summary>A task with that form for a coordinator.</summary>
    public static JsonObject Task(string id, string form) => Box("Send.HumanTask", id, ("form", Literal("String", form)), ("role", Literal("Send.Core.Staff.StaffRole, Send.Core", "Coordinator")));

    /// <summary>A decision by a JavaScript condition.</summary>
    public static JsonObject Decision(string id, string condition) => Box("Elsa.FlowDecision", id, ("condition", Expression("Boolean", "JavaScript", condition)));

    /// <summary>Sets the status of the case.</summary>
    public static JsonObject Status(string id, string status) => Box("Send.ChangeCaseStatus", id, ("status", Literal("Send.Core.Cases.CaseStatus, Send.Core", status)));

    public static JsonObject Literal(string type, string value) => Expression(type, "Literal", value);

    public static JsonObject Expression(string type, string language, string value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = language, ["value"] = value } };

    /// <summary>Saves a definition, as a draft or published.</summary>
    public static async Task SaveAsync(this ApiHost host, string json, bool publish = false)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IProcessRunner>().RunAsync<string>(
            async (step, ct) => (await step.Services.GetRequiredService<DefinitionStore>().SaveAsync(WorkflowDefinition.Parse(json), publish, ChangeContext.System(TimeProvider.System), fileHash: null, ct)).Id,
            CancellationToken.None);
        Assert.True(result.IsSuccess);
    }

    private static JsonObject Arrow(string[] parts) => new()
    {
        ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts[1] },
        ["target"] = new JsonObject { ["activity"] = parts[2], ["port"] = "In" },
    };
}
