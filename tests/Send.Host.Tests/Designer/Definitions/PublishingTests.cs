using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Engine;
using Send.Host.Tests.Api;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Designer.Definitions;

[Collection(ApiCollection.Name)]
public sealed class PublishingTests(SharedApiHost shared)
{
    [Fact]
    public async Task Publish_WithWarnings_GoesThroughWhenTheSamePersonAsksAgainUnchanged()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var other = await DefinitionClient.AsAsync(shared.Host, "admin");
        var made = await studio.CreateAsync("Warned", Empty());
        var path = $"{DefinitionClient.Root}/{(string?)made["definitionId"]}/publish";

        var first = await studio.Api.PostAsync(path, new { });
        Assert.Equal("definition.warnings", first.Expect(HttpStatusCode.BadRequest).Code);
        Assert.Contains("Publish again to accept these warnings", DefinitionClient.Messages(first)[0], StringComparison.Ordinal);
        Assert.Equal("definition.warnings", (await other.Api.PostAsync(path, new { })).Code);
        Assert.Equal("definition.warnings", (await studio.Api.PostAsync(path, new { })).Code);

        made["description"] = "changed after the warning";
        (await studio.SaveAsync(made)).Expect(HttpStatusCode.OK);
        Assert.Equal("definition.warnings", (await studio.Api.PostAsync(path, new { })).Code);
        var second = (await studio.Api.PostAsync(path, new { })).Expect(HttpStatusCode.OK);

        Assert.Equal(["alreadyPublished", "consumingWorkflowCount", "validationErrors", "workflowDefinition"], second.Body.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.True((bool)second.Body["workflowDefinition"]!["isPublished"]!);
        Assert.True((bool)(await studio.Api.PostAsync(path, new { })).Body["alreadyPublished"]!);
    }

    [Fact]
    public async Task Requests_OfPeopleWhoDoNotDesign_AreRefused()
    {
        var tutor = await DefinitionClient.AsAsync(shared.Host, "tutor");

        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Api.GetAsync($"{DefinitionClient.Root}?versionOptions=Latest")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Api.PostAsync($"{DefinitionClient.Root}/any/publish", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/any"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(shared.Host.CreateClient()).GetAsync(DefinitionClient.Root)).Status);
    }

    [Fact]
    public async Task Delete_WithRunningInstances_IsRefusedAndNothingIsGone()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.PublishAsync(await studio.CreateAsync("Runs"));
        var id = (string)made["definitionId"]!;
        var instance = await RunAsync(shared.Host, made);
        made["description"] = "next";
        await studio.PublishAsync(made);

        var whole = await studio.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/{id}"));
        var version = await studio.Api.SendAsync(new(HttpMethod.Delete, $"/elsa/api/workflow-definition-versions/{(string?)made["id"]}"));
        var bulk = await studio.Api.PostAsync("/elsa/api/bulk-actions/delete/workflow-definitions/by-definition-id", new { definitionIds = new[] { id, "unknown" } });

        Assert.Equal("definition.in-use", whole.Expect(HttpStatusCode.Conflict).Code);
        Assert.Contains("1 instances", DefinitionClient.Messages(whole)[0], StringComparison.Ordinal);
        Assert.Equal("definition.in-use", version.Expect(HttpStatusCode.Conflict).Code);
        Assert.Equal((0, id), ((int)bulk.Expect(HttpStatusCode.OK).Body["deleted"]!, (string?)bulk.Body["refused"]![0]!["id"]));
        Assert.Equal(["1", "2 latest published"], await studio.VersionsAsync(id));

        await shared.Host.InScopeAsync(db => db.Set<StoredInstance>().Where(row => row.Id == instance).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, WorkflowStatus.Finished)));
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Api.SendAsync(new(HttpMethod.Delete, $"/elsa/api/workflow-definition-versions/{(string?)made["id"]}"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/{id}"))).Status);
        Assert.Empty(await studio.VersionsAsync(id));
    }

    [Fact]
    public async Task Save_OfADraftThatWasRun_LeavesItsInstanceOnWhatItBeganWith()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Draft that ran");
        await RunAsync(shared.Host, made);

        made["description"] = "changed while it ran";
        var saved = (await studio.SaveAsync(made)).Expect(HttpStatusCode.OK).Body["workflowDefinition"]!;

        Assert.Equal(2, (int)saved["version"]!);
        Assert.Null((await studio.Api.GetAsync($"{DefinitionClient.Root}/by-id/{(string?)made["id"]}")).Body["description"]);
    }

    [Fact]
    public async Task Bulk_PublishAndRetract_NameWhatBecameOfEach()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var good = (string)(await studio.CreateAsync("Bulk good"))["definitionId"]!;
        var bad = (string)(await studio.CreateAsync("Bulk bad", DefinitionClient.Flow(DefinitionClient.Activity("No.Such", "x"))))["definitionId"]!;

        await studio.PublishAsync(await studio.LoadAsync(good));
        var published = (await studio.Api.PostAsync("/elsa/api/bulk-actions/publish/workflow-definitions/by-definition-ids", new { definitionIds = new[] { good, bad, "none" } })).Expect(HttpStatusCode.OK).Body;
        var retracted = (await studio.Api.PostAsync("/elsa/api/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { good, bad, "none" } })).Expect(HttpStatusCode.OK).Body;

        Assert.Equal((good, bad, "none"), ((string?)published["alreadyPublished"]![0], (string?)published["refused"]![0]!["id"], (string?)published["notFound"]![0]));
        Assert.Equal((good, bad, "none"), ((string?)retracted["retracted"]![0], (string?)retracted["alreadyRetracted"]![0], (string?)retracted["notFound"]![0]));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Publish_OfAWorkflowUsedAsActivity_BringsItsUsersToTheNewVersion(DatabaseKind kind)
    {
        await using var host = await ApiHost.StartAsync(kind);
        var studio = await DefinitionClient.AsAsync(host);
        var inner = await studio.CreateAsync("Inner part");
        inner["options"] = new JsonObject { ["usableAsActivity"] = true, ["autoUpdateConsumingWorkflows"] = true };
        inner = await studio.PublishAsync((JsonObject)(await studio.SaveAsync(inner)).Body["workflowDefinition"]!);
        var use = DefinitionClient.Activity("InnerPart", "part1");
        (use["workflowDefinitionId"], use["workflowDefinitionVersionId"]) = ((string?)inner["definitionId"], (string?)inner["id"]);
        var outer = await studio.PublishAsync(await studio.CreateAsync("Outer", Linked(use)));
        var outerId = (string)outer["definitionId"]!;

        inner["description"] = "second";
        var draft = (JsonObject)(await studio.SaveAsync(inner)).Body["workflowDefinition"]!;
        var answer = await studio.SaveAsync(draft, publish: true);

        Assert.Equal(1, (int)answer.Expect(HttpStatusCode.OK).Body["consumingWorkflowCount"]!);
        Assert.Equal(["1", "2 latest published"], await studio.VersionsAsync(outerId));
        var part = (await studio.LoadAsync(outerId))["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "part1")!;
        Assert.Equal((2, (string?)draft["id"]), ((int)part["version"]!, (string?)part["workflowDefinitionVersionId"]));
        Assert.Equal(outerId, (string?)(await studio.Api.GetAsync($"{DefinitionClient.Root}/{(string?)inner["definitionId"]}/consumers")).Body["consumingWorkflowDefinitionIds"]![0]);
        Assert.Equal("definition.in-use", (await studio.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/{(string?)inner["definitionId"]}"))).Code);
        var found = await studio.Api.GetAsync($"{DefinitionClient.Root}?versionOptions=Latest&Page=0&PageSize=1&SearchTerm=OUTER");
        Assert.Equal(1, (int)found.Expect(HttpStatusCode.OK).Body["totalCount"]!);
    }

    private static JsonObject Empty() => Linked(DefinitionClient.Activity("Elsa.Flowchart", "inner"));

    private static JsonObject Linked(JsonObject use)
    {
        var root = DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "start1"), use);
        root["connections"] = new JsonArray(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = "start1", ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = (string?)use["id"], ["port"] = "In" },
        });
        return root;
    }

    /// <summary>An instance that waits, as far as the store is concerned.</summary>
    private static Task<string> RunAsync(ApiHost host, JsonObject definition) => host.InScopeAsync(async db =>
    {
        var row = new StoredInstance
        {
            Id = Guid.NewGuid().ToString("D"), DefinitionId = (string)definition["definitionId"]!, DefinitionVersionId = (string)definition["id"]!,
            DefinitionVersion = (int)definition["version"]!, Status = WorkflowStatus.Running, SubStatus = WorkflowSubStatus.Suspended, State = "{}",
        };
        db.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    });
}
