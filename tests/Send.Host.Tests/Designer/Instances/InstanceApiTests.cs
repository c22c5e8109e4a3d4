using System.Net;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Instances;

[Collection(ApiCollection.Name)]
public sealed class InstanceApiTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Run_OfADraft_AnswersStateJournalExecutionsAndReport()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.Sample("shape"));
        var id = await client.RunAsync("shape");

        var instance = await client.InstanceAsync(id);
        Assert.Equal(("shape", 1, "Running", "Suspended", false, 0), ((string?)instance["definitionId"], (int)instance["version"]!, (string?)instance["status"], (string?)instance["subStatus"], (bool)instance["isExecuting"]!, (int)instance["incidentCount"]!));
        var state = instance["workflowState"]!;
        Assert.Equal("Workflow1:flow1:ask", (string?)state["bookmarks"]![0]!["activityNodeId"]);
        Assert.Equal(1, (int)state["activityExecutionContexts"]![1]!["properties"]!["FlowScope"]!["activitiesVisitCount"]!["start1"]!);

        var filter = new JsonObject { ["filter"] = new JsonObject { ["excludedActivityTypes"] = new JsonArray("Elsa.Workflow", "Elsa.Flowchart") } };
        var journal = (await client.PostAsync($"/elsa/api/workflow-instances/{id}/journal?skip=1&take=2", filter)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((4, "start1.Completed ask.Started"), ((int)journal["totalCount"]!, string.Join(' ', journal["items"]!.AsArray().Select(entry => $"{entry!["activityId"]}.{entry["eventName"]}"))));
        Assert.Equal("Workflow1:flow1:start1", (string?)journal["items"]![0]!["nodeId"]);

        var summary = (await client.GetAsync($"/elsa/api/activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1%3Aflow1%3Aask")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((1, true, "Running"), ((int)summary["count"]!, (bool)summary["items"]![0]!["hasBookmarks"]!, (string?)summary["items"]![0]!["status"]));
        var execution = (string)summary["items"]![0]!["id"]!;
        var record = (await client.GetAsync($"/elsa/api/activity-executions/by-id?id={execution}")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((execution, "Ask"), ((string?)record["id"], (string?)record["activityState"]!["TaskName"]));
        var stack = (await client.GetAsync($"/elsa/api/activity-executions/{execution}/call-stack")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal("Workflow1 flow1 start1 ask", string.Join(' ', stack["items"]!.AsArray().Select(one => (string?)one!["activityId"])));
        var report = (await client.PostAsync("/elsa/api/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1:flow1:start1", "Workflow1:flow1:ask", "Workflow1:flow1:end1" } })).Expect(HttpStatusCode.OK).Body["stats"]!.AsArray();
        Assert.Equal([("start1", 1, 1, 0, false), ("ask", 1, 0, 1, true)], report.Select(one => ((string)one!["activityId"]!, (int)one["startedCount"]!, (int)one["completedCount"]!, (int)one["uncompletedCount"]!, (bool)one["isBlocked"]!)));
        (await client.GetAsync($"/elsa/api/resilience/retries/{execution}?skip=0&take=10")).Expect(HttpStatusCode.OK);
        Assert.Equal("Suspended", (string?)(await client.GetAsync($"/elsa/api/workflow-instances/{id}/execution-state")).Expect(HttpStatusCode.OK).Body["workflowSubStatus"]);
    }

    [Fact]
    public async Task Search_WithEachFilter_FindsWhatItNames()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.Sample("search"), publish: true);
        var ids = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            ids.Add(await client.RunAsync("search", new JsonObject { ["correlationId"] = $"corr-{number}", ["name"] = $"Run {number}" }));
        }

        (await client.PostAsync($"/elsa/api/cancel/workflow-instances/{ids[1]}", new { })).Expect(HttpStatusCode.OK);
        async Task<string> FoundAsync(JsonObject request)
        {
            request["definitionIds"] = new JsonArray("search");
            var page = (await client.PostAsync("/elsa/api/workflow-instances", request)).Expect(HttpStatusCode.OK).Body;
            return $"{page["totalCount"]}: {string.Join(' ', page["items"]!.AsArray().Select(row => ids.IndexOf((string)row!["id"]!)))}";
        }

        Assert.Equal("3: 2 1", await FoundAsync(new() { ["page"] = 0, ["pageSize"] = 2 }));
        Assert.Equal("3: 0", await FoundAsync(new() { ["page"] = 1, ["pageSize"] = 2 }));
        Assert.Equal("3: 0 1 2", await FoundAsync(new() { ["orderBy"] = "Name", ["orderDirection"] = "Ascending" }));
        Assert.Equal("2: 2 0", await FoundAsync(new() { ["statuses"] = new JsonArray("Running") }));
        Assert.Equal("1: 1", await FoundAsync(new() { ["subStatuses"] = new JsonArray("Cancelled", "Faulted") }));
        Assert.Equal("1: 2", await FoundAsync(new() { ["correlationId"] = "corr-2" }));
        Assert.Equal("1: 0", await FoundAsync(new() { ["searchTerm"] = "rUN 0" }));
        Assert.Equal("0: ", await FoundAsync(new() { ["hasIncidents"] = true }));
        Assert.Equal("0: ", await FoundAsync(new() { ["version"] = 2 }));
        Assert.Equal("1: 1", await FoundAsync(new() { ["timestampFilters"] = new JsonArray(new JsonObject { ["column"] = "FinishedAt", ["operator"] = "GreaterThan", ["timestamp"] = "2020-01-01T00:00:00Z" }) }));
        Assert.Equal(2, (int)(await client.GetAsync("/elsa/api/workflow-instances?definitionId=search&status=Running")).Expect(HttpStatusCode.OK).Body["totalCount"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/elsa/api/workflow-instances?status=Asleep")).Status);
    }

    [Fact]
    public async Task Run_OfAProcessThatNeedsACase_FailsAsAnIncident()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.NeedsCase("caseless"));

        foreach (var correlation in new[] { null, "nothing", Guid.NewGuid().ToString("D") })
        {
            var instance = await client.InstanceAsync(await client.RunAsync("caseless", new JsonObject { ["correlationId"] = correlation }));
            Assert.Equal(("Faulted", 1), ((string?)instance["subStatus"], (int)instance["incidentCount"]!));
            Assert.Contains("case", (string?)instance["workflowState"]!["incidents"]![0]!["message"], StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/elsa/api/workflow-definitions/never-made/execute", new { })).Status);
    }

    [Fact]
    public async Task Retry_AfterAVariableWasPutRight_RunsToTheEnd()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.Sample("retry"));
        var id = await client.RunAsync("retry");
        (await client.AnswerAsync(id)).Expect(HttpStatusCode.OK);
        Assert.Equal(1, (int)(await client.InstanceAsync(id))["incidentCount"]!);

        Assert.Equal("variable.value", (await client.WriteAsync(id, "Amount", "many")).Code);
        Assert.Equal("variable.unknown", (await client.WriteAsync(id, "Nothing", 1)).Code);
        (await client.WriteAsync(id, "Amount", "12")).Expect(HttpStatusCode.OK);
        var written = (await client.WriteAsync(id, "Go", true)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal("12 true", string.Join(' ', written["items"]!.AsArray().Select(one => one!["value"]!.ToJsonString())));
        var retried = (await client.PostAsync("/elsa/api/alterations/workflows/retry", new { workflowInstanceIds = new[] { id, "none" } })).Expect(HttpStatusCode.OK).Body["results"]!.AsArray();
        Assert.Equal([true, false], retried.Select(one => (bool)one!["isSuccessful"]!));

        var instance = await client.InstanceAsync(id);
        Assert.Equal(("Finished", 0), ((string?)instance["subStatus"], (int)instance["incidentCount"]!));
        Assert.Equal("instance.ended", (await client.WriteAsync(id, "Amount", 1)).Code);
        var kinds = await host.InScopeAsync(db => Task.FromResult(db.Audit.Where(entry => entry.Kind.StartsWith("instance.") && entry.Data!.Contains(id)).Select(entry => entry.Kind).ToList()));
        Assert.Contains("instance.started", kinds);
    }

    [Fact]
    public async Task VariableChange_RacingATaskCompletion_BothCount()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        await client.SaveAsync(StudioSteps.Sample("race"));
        for (var round = 0; round < 5; round++)
        {
            var id = await client.RunAsync("race");
            var answers = await Task.WhenAll(client.WriteAsync(id, "Amount", 100 + round), client.AnswerAsync(id));
            Assert.All(answers, answer => answer.Expect(HttpStatusCode.OK));

            var variables = (await client.GetAsync($"/elsa/api/workflow-instances/{id}/variables")).Body["items"]!.AsArray();
            Assert.Equal(100 + round, (int)variables[0]!["value"]!);
            var instance = await client.InstanceAsync(id);
            Assert.Empty(instance["workflowState"]!["bookmarks"]!.AsArray());
            Assert.Equal(1, (int)instance["incidentCount"]!);
        }
    }

    [Fact]
    public async Task Cancel_OfACasesProcess_EndsTheCase_AndDeletingItsOpenProcessIsRefused()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var process = (await host.InScopeAsync(db => Task.FromResult(db.Cases.Single(row => row.Id == Guid.Parse(caseId)).WorkflowInstanceId)))!.Value.ToString("D");
        var code = (string)(await client.GetAsync($"/api/cases/{caseId}")).Body["code"]!;

        var found = (await client.PostAsync("/elsa/api/workflow-instances", new { searchTerm = code })).Expect(HttpStatusCode.OK).Body["items"]!.AsArray();
        Assert.Contains(found, row => (string?)row!["id"] == process && (string?)row["name"] == code);
        var refused = await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/elsa/api/workflow-instances/{process}"));
        Assert.Equal((HttpStatusCode.Conflict, "instance.of-open-case"), (refused.Status, refused.Code));
        Assert.Contains(code, (string?)refused.Body["detail"], StringComparison.Ordinal);
        Assert.Equal(0, (int)(await client.PostAsync("/elsa/api/bulk-actions/cancel/workflow-instances", new { ids = new[] { process } })).Expect(HttpStatusCode.OK).Body["cancelled"]!);

        (await client.PostAsync($"/elsa/api/cancel/workflow-instances/{process}", new { })).Expect(HttpStatusCode.OK);

        Assert.Equal("cancelled", (string?)(await client.GetAsync($"/api/cases/{caseId}")).Body["status"]);
        Assert.Empty((await client.GetAsync($"/api/tasks?view=all&open=true&case={caseId}")).Body["items"]!.AsArray());
        Assert.Empty((await client.GetAsync($"/api/deadlines?case={caseId}&state=planned")).Body["items"]!.AsArray());
        Assert.Contains((await client.GetAsync($"/api/cases/{caseId}/timeline")).Body["entries"]!.AsArray(), entry => (string?)entry!["kind"] == "instance.cancelled");
        Assert.Equal("Cancelled", (string?)(await client.InstanceAsync(process))["subStatus"]);
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/elsa/api/workflow-instances/{process}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/elsa/api/workflow-instances/{process}")).Status);
        Assert.Equal("cancelled", (string?)(await client.GetAsync($"/api/cases/{caseId}")).Body["status"]);
    }

    [Fact]
    public async Task Instances_WithoutThePermission_AreForbidden()
    {
        var tutor = await ApiClient.AsAsync(host, "tutor");
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.PostAsync("/elsa/api/workflow-instances", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.PostAsync("/elsa/api/workflow-definitions/x/execute", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(host.CreateClient()).PostAsync("/elsa/api/workflow-instances", new { })).Status);
    }
}
