using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Forms;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class TaskTests(SharedApiHost shared)
{
    private const string Eligibility = "eligibility-check";

    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Task_HasSchemaWithExamples_PrefillAndContext()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();

        var task = await client.TaskAsync(caseId, Eligibility);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)task["form"]!["schema"]!["$schema"]);
        Assert.All(task["form"]!["schema"]!["properties"]!.AsObject(), property => Assert.NotNull(property.Value!["examples"]));
        Assert.Equal("coordinator", (string?)task["task"]!["queue"]);
        Assert.Equal(caseId, (string?)task["case"]!["id"]);
        Assert.True((bool)task["may"]!["work"]!);
        Assert.NotEmpty(task["history"]!.AsArray());
    }

    [Fact]
    public async Task Complete_FileOfNobodyOrOfAnotherCase_IsRefusedAtItsField()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var (caseId, elsewhere) = (await client.OpenCaseAsync(), await client.OpenCaseAsync());
        var withdraw = host.Services.GetRequiredService<FormCatalog>().Get("event-withdraw");
        (await client.PostAsync($"/api/cases/{caseId}/events/withdraw", new { data = FormExamples.Of(withdraw, FormSample.Context) })).Expect(HttpStatusCode.OK);
        var plain = await client.TaskAsync(caseId, "withdrawal-settlement");
        var (own, other) = (await PaperAsync(client, caseId), await PaperAsync(client, elsewhere));
        var task = await client.TaskAsync(caseId, "withdrawal-settlement");
        var path = $"/api/tasks/{task["id"]}/complete";

        foreach (var wrong in new[] { other, $"{Guid.NewGuid()}" })
        {
            var request = Scenario.Completion(task);
            request["data"]!["evidence"] = wrong;
            var refused = await client.PostAsync(path, request);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "field.unknown-file"), (refused.Status, refused.Code));
            Assert.Equal(["/data/evidence"], refused.Pointers);
        }

        Assert.Null(plain["form"]!["schema"]!["properties"]!["evidence"]!["examples"]);
        Assert.Equal(own, (string?)task["form"]!["schema"]!["examples"]![0]!["evidence"]);
        (await client.PostAsync(path, Scenario.Completion(task))).Expect(HttpStatusCode.OK);

        static async Task<string> PaperAsync(ApiClient client, string caseId)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "evidence.pdf" } };
            return (string)(await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/documents") { Content = form })).Expect(HttpStatusCode.Created).Body["id"]!;
        }
    }

    [Fact]
    public async Task Claim_Assign_Wait_Release_ChangeTheTaskAndLeaveHistory()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var task = await client.TaskAsync(caseId, Eligibility);
        var path = $"/api/tasks/{task["id"]}";

        var claimed = (await client.PostAsync(path + "/claim", new { revision = (long)task["revision"]! })).Expect(HttpStatusCode.OK);
        var again = (await client.PostAsync(path + "/claim", new { })).Expect(HttpStatusCode.OK);
        var waiting = (await client.PostAsync(path + "/wait", new { waitingFor = "The school", followUp = "2099-01-01", revision = (long)claimed.Body["revision"]! })).Expect(HttpStatusCode.OK);
        var remark = (await client.PostAsync(path + "/comments", new { text = "Rang the school." })).Expect(HttpStatusCode.OK);
        var released = (await client.PostAsync(path + "/release", new { })).Expect(HttpStatusCode.OK);

        Assert.Equal("claimed", (string?)claimed.Body["state"]);
        Assert.Equal((long)claimed.Body["revision"]!, (long)again.Body["revision"]!);
        Assert.Equal("waiting", (string?)waiting.Body["state"]);
        Assert.Equal((long)waiting.Body["revision"]!, (long)remark.Body["revision"]!);
        Assert.Equal("ready", (string?)released.Body["state"]);
        var timeline = await client.GetAsync($"/api/cases/{caseId}/timeline");
        var kinds = timeline.Body["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]).ToList();
        Assert.All(new[] { "case.opened", "task.opened", "task.claimed", "task.waiting", "task.commented", "task.released", "deadline", "departure" }, kind => Assert.Contains(kind, kinds));
    }

    [Fact]
    public async Task Claim_OfAColleaguesTask_Is409_AndOfAnotherQueue403()
    {
        var coordinator = await ApiClient.AsAsync(host, "coordinator");
        var path = $"/api/tasks/{(await coordinator.TaskAsync(await coordinator.OpenCaseAsync(), Eligibility))["id"]}";

        var otherQueue = await (await ApiClient.AsAsync(host, "analyst")).PostAsync(path + "/claim", new { });
        await coordinator.PostAsync(path + "/claim", new { });
        var colleague = await (await ApiClient.AsAsync(host, "admin")).PostAsync(path + "/claim", new { });

        Assert.Equal((HttpStatusCode.Forbidden, "task.forbidden"), (otherQueue.Status, otherQueue.Code));
        Assert.Equal((HttpStatusCode.Conflict, "task.claimed"), (colleague.Status, colleague.Code));
    }

    [Fact]
    public async Task Complete_ByAnotherRole_IsForbiddenAndWritesNothing()
    {
        var coordinator = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await coordinator.OpenCaseAsync();
        var task = await coordinator.TaskAsync(caseId, Eligibility);

        var answer = await (await ApiClient.AsAsync(host, "logistics")).PostAsync($"/api/tasks/{task["id"]}/complete", Scenario.Completion(task));

        Assert.Equal((HttpStatusCode.Forbidden, "task.forbidden"), (answer.Status, answer.Code));
        Assert.Equal((long)task["revision"]!, (long)(await coordinator.TaskAsync(caseId, Eligibility))["revision"]!);
    }

    [Fact]
    public async Task Complete_WithWrongData_NamesEachFieldByPointer()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var task = await client.TaskAsync(await client.OpenCaseAsync(), Eligibility);
        var completion = Scenario.Completion(task);
        completion["data"]!["motivation"] = "short";
        completion["data"]!["surprise"] = 1;

        var answer = (await client.PostAsync($"/api/tasks/{task["id"]}/complete", completion)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("/data/motivation", answer.Pointers);
        Assert.Contains("/data/surprise", answer.Pointers);
    }

    [Fact]
    public async Task Complete_WithUnknownOutcomeOrOldRevision_IsRefused()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var task = await client.TaskAsync(await client.OpenCaseAsync(), Eligibility);
        var path = $"/api/tasks/{task["id"]}/complete";
        var old = Scenario.Completion(task);
        old["revision"] = (long)task["revision"]! - 1;

        var outcome = await client.PostAsync(path, Scenario.Completion(task, "Perhaps"));
        var stale = await client.PostAsync(path, old);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "task.outcome"), (outcome.Status, outcome.Code));
        Assert.Equal((HttpStatusCode.Conflict, "task.stale"), (stale.Status, stale.Code));
    }

    [Fact]
    public async Task Complete_WithoutOutcomeOrRevision_SaysWhichFieldsAreMissing()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var task = await client.TaskAsync(await client.OpenCaseAsync(), Eligibility);

        var answer = (await client.PostTextAsync($"/api/tasks/{task["id"]}/complete", "{\"data\":{}}")).Expect(HttpStatusCode.BadRequest);

        Assert.Equal("request.missing", answer.Code);
        Assert.Equal(["/outcome", "/revision"], answer.Pointers);
    }

    [Fact]
    public async Task Claim_WithoutBody_IsTaken()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var task = await client.TaskAsync(await client.OpenCaseAsync(), Eligibility);

        (await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/tasks/{task["id"]}/claim"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Complete_Repeated_GetsTheFirstAnswer_AndAnotherRequestWithItsIdIsRefused()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var task = await client.TaskAsync(caseId, Eligibility);
        var path = $"/api/tasks/{task["id"]}/complete";
        var completion = Scenario.Completion(task);

        var first = (await client.PostAsync(path, completion)).Expect(HttpStatusCode.OK);
        var repeat = (await client.PostAsync(path, completion)).Expect(HttpStatusCode.OK);
        completion["outcome"] = "NotEligible";
        var reused = await client.PostAsync(path, completion);

        Assert.True(JsonNode.DeepEquals(first.Body, repeat.Body), repeat.Body.ToJsonString());
        Assert.Equal("needs-analysis", (string?)first.Body["opened"]!.AsArray().Single()!["formId"]);
        Assert.Equal((HttpStatusCode.Conflict, "operation.reused"), (reused.Status, reused.Code));
        var id = Guid.Parse(caseId);
        Assert.Equal(1, await host.InScopeAsync(db => db.Tasks.CountAsync(row => row.CaseId == id && row.IsOpen)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Complete_TwoAtTheSameMoment_ExactlyOneWins(DatabaseKind kind)
    {
        await using var own = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(own, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var task = await client.TaskAsync(caseId, Eligibility);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => client.PostAsync($"/api/tasks/{task["id"]}/complete", Scenario.Completion(task)))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        var id = Guid.Parse(caseId);
        Assert.Equal(1, await own.InScopeAsync(db => db.Tasks.CountAsync(row => row.CaseId == id && row.IsOpen)));
        Assert.Equal(1, await own.InScopeAsync(db => db.Audit.CountAsync(row => row.CaseId == id && row.Kind == "task.completed")));
    }

    [Fact]
    public async Task Draft_IsKeptAndShown_AndClaimsTheTask()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var task = await client.TaskAsync(caseId, Eligibility);

        var saved = (await client.PostAsync($"/api/tasks/{task["id"]}/draft", new { data = new { motivation = "Half a sentence" }, revision = (long)task["revision"]! })).Expect(HttpStatusCode.OK);
        var unknown = await client.PostAsync($"/api/tasks/{task["id"]}/draft", new { data = new { nothing = 1 }, revision = (long)saved.Body["revision"]! });

        Assert.Equal("claimed", (string?)saved.Body["state"]);
        Assert.Equal("Half a sentence", (string?)(await client.TaskAsync(caseId, Eligibility))["form"]!["data"]!["motivation"]);
        Assert.Equal(["/data/nothing"], unknown.Expect(HttpStatusCode.UnprocessableEntity).Pointers);
    }

    [Fact]
    public async Task MoveDue_ByCoordinator_MovesTheDeadlineToo_AndAnalystMayNot()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var task = await client.TaskAsync(caseId, Eligibility);

        var refused = await (await ApiClient.AsAsync(host, "analyst")).PostAsync($"/api/tasks/{task["id"]}/due", new { due = "2099-02-01" });
        (await client.PostAsync($"/api/tasks/{task["id"]}/due", new { due = "2099-02-01", reason = "Holidays" })).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        var deadlines = await client.GetAsync($"/api/deadlines?case={caseId}&page[size]=200");
        var deadline = deadlines.Body["items"]!.AsArray().Single(row => (string?)row!["taskId"] == (string?)task["id"])!;
        Assert.Equal(("2099-02-01", true), ((string?)deadline["due"], (bool)deadline["pinned"]!));
    }
}
