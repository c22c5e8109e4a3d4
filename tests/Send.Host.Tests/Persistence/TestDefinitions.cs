using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Engine.Definitions;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Persistence;

/// <summary>Small definitions in Elsa's JSON.</summary>
internal static class TestDefinitions
{
    /// <summary>Two tasks at once, `left` and `right`, then `after`.</summary>
    public static string TwoBranches => Definition(
        "two-branches",
        Sequence("main", Activity("Elsa.Parallel", "both", $"\"activities\": [{Task("left")}, {Task("right")}]"), Task("after")));

    /// <summary>`first`, then `second`.</summary>
    public static string TwoTasks => Definition("two-tasks", Sequence("main", Task("first"), Task("second")));

    /// <summary>`child-task` alone.</summary>
    public static string Child => Definition("child", Sequence("main", Task("child-task")));

    /// <summary>Runs `child` and waits for it, then `parent-task`.</summary>
    public static string Parent => Definition(
        "parent",
        Sequence(
            "main",
            Activity(
                "Elsa.ExecuteWorkflow",
                "call",
                $"{Input("workflowDefinitionId", "String", "child")}, {Input("waitForCompletion", "Boolean", "true")}, \"correlationId\": {{ \"typeName\": \"String\", \"expression\": {{ \"type\": \"JavaScript\", \"value\": \"getCorrelationId()\" }} }}"),
            Task("parent-task")));

    /// <summary>An input with a literal value.</summary>
    public static string Input(string name, string type, string value) =>
        $$$"""
        "{{{name}}}": { "typeName": "{{{type}}}", "expression": { "type": "Literal", "value": "{{{value}}}" } }
        """;

    public static string Definition(string id, string root) => $$"""
        { "definitionId": "{{id}}", "name": "{{id}}", "version": 1, "toolVersion": "3.8.0.0", "keptByUs": { "b": 1, "a": [2] }, "root": {{root}} }
        """;

    public static string Sequence(string id, params string[] activities) => Activity("Elsa.Sequence", id, $"\"activities\": [{string.Join(", ", activities)}]");

    public static string Task(string id) => Activity("Test.OpenTestTask", id);

    public static string Activity(string type, string id, string? members = null) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "id": "{{id}}", "nodeId": "{{id}}", "type": "{{type}}", "version": 1{{(members is null ? "" : ", " + members)}} }""");

    /// <summary>Publishes a definition as the designer would.</summary>
    public static async Task PublishAsync(this StoreHost host, string json)
    {
        var result = await host.Runner.RunAsync<string>(
            async (step, ct) =>
            {
                var store = step.Services.GetRequiredService<DefinitionStore>();
                return (await store.SaveAsync(WorkflowDefinition.Parse(json), publish: true, ChangeContext.System(host.Clock), fileHash: null, ct)).Id;
            },
            CancellationToken.None);
        Assert.True(result.IsSuccess);
    }
}
