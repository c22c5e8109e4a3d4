using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Designer.Instances;

/// <summary>The queries that a database may take or not: filters built from expressions, an execution by its id alone.</summary>
public sealed class InstanceProviderTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task SearchAndExecutionById_WorkOnEachDatabase(DatabaseKind kind)
    {
        await using var host = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.Sample("each"));
        var id = await client.RunAsync("each", new JsonObject { ["correlationId"] = "Corr-1" });

        var page = (await client.PostAsync("/elsa/api/workflow-instances", new JsonObject
        {
            ["definitionIds"] = new JsonArray("each", "other"),
            ["statuses"] = new JsonArray("Running"),
            ["subStatuses"] = new JsonArray("Suspended"),
            ["searchTerm"] = "cORR-1",
            ["hasIncidents"] = false,
            ["isSystem"] = false,
            ["orderBy"] = "UpdatedAt",
            ["timestampFilters"] = new JsonArray(
                new JsonObject { ["column"] = "CreatedAt", ["operator"] = "GreaterThanOrEqual", ["timestamp"] = "2020-01-01T00:00:00+02:00" },
                new JsonObject { ["column"] = "FinishedAt", ["operator"] = "IsNot", ["timestamp"] = "2020-01-01T00:00:00Z" }),
        })).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(id, (string?)Assert.Single(page["items"]!.AsArray())!["id"]);

        var execution = (string)(await client.GetAsync($"/elsa/api/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:flow1:ask")).Body["items"]![0]!["id"]!;
        Assert.Equal(execution, (string?)(await client.GetAsync($"/elsa/api/activity-executions/by-id?id={execution}")).Expect(HttpStatusCode.OK).Body["id"]);
        (await client.AnswerAsync(id)).Expect(HttpStatusCode.OK);
        Assert.Equal(1, (int)(await client.PostAsync("/elsa/api/bulk-actions/delete/workflow-instances/by-id", new { ids = new[] { id } })).Expect(HttpStatusCode.OK).Body["deleted"]!);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Event_Triggered_ReachesTheOutbox_AndDispatchesAreHeld(DatabaseKind kind)
    {
        await using var host = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(host, "coordinator");
        var single = StudioSteps.Sample("single");
        single["options"] = new JsonObject { ["activationStrategyType"] = "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" };
        await client.SaveAsync(single);

        (await client.PostAsync("/elsa/api/events/ping/trigger", new { payload = new { a = 1 } })).Expect(HttpStatusCode.OK);
        var first = await client.PostAsync("/elsa/api/workflow-definitions/single/dispatch", new { });
        using var second = await client.Http.PostAsync("/elsa/api/workflow-definitions/single/dispatch", content: null);

        Assert.NotNull(first.Expect(HttpStatusCode.OK).Body["workflowInstanceId"]);
        Assert.Equal((HttpStatusCode.OK, "true"), (second.StatusCode, second.Headers.GetValues("x-elsa-workflow-cannot-start").Single()));
        Assert.Equal(1, await host.InScopeAsync(db => Task.FromResult(db.Outbox.Count(item => item.Kind == "event"))));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/elsa/api/workflow-instances/" + (string)first.Body["workflowInstanceId"]! + "/export")).Status);
    }
}
