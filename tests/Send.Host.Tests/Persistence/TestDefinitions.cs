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
                $"{Input("workflowDefinitionId", "String", "child")}, {Input("waitForCompletion", "Boolean", "true")}, {Correlation}"),
            Task("parent-task")));

    /// <summary>Waits for that long, then `after`.</summary>
    public static string Wait(string id, string time) => Definition(id, Sequence("main", Activity("Elsa.Delay", "wait", Input("timeSpan", "TimeSpan", time)), Task("after")));

    /// <summary>Waits for the event `ping` of its case, then `pinged`.</summary>
    public static string Listener => Definition("listener", Sequence("main", Activity("Elsa.Event", "wait", Input("eventName", "String", "ping")), Task("pinged")));

    /// <summary>Publishes `ping` to its case, dispatches `child` without waiting, then `published`.</summary>
    public static string Publisher => Definition(
        "publisher",
        Sequence(
            "main",
            Activity("Elsa.PublishEvent", "publish", $"{Input("eventName", "String", "ping")}, {Correlation}"),
            Activity("Elsa.DispatchWorkflow", "dispatch", $"{Input("workflowDefinitionId", "String", "child")}, {Correlation}"),
            Task("published")));

    /// <summary>Started by a timer each hour; does nothing more.</summary>
    public static string Hourly => Definition(
        "hourly",
        Sequence("main", Activity("Elsa.Timer", "timer", $"{Input("interval", "TimeSpan", "01:00:00")}, \"customProperties\": {{ \"canStartWorkflow\": true }}")));

    private static string Correlation => """
        "correlationId": { "typeName": "String", "expression": { "type": "JavaScript", "value": "getCorrelationId()" } }
        """;

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
