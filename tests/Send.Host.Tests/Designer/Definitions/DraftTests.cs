using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Host.Tests.Api;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Designer.Definitions;

[Collection(ApiCollection.Name)]
public sealed class DraftTests(SharedApiHost shared)
{
    [Fact]
    public async Task Save_WhatDoesNotCompile_IsKeptAndNotPublished()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var twice = DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "a"), DefinitionClient.Activity("Send.NotThere", "a"));
        var made = await studio.CreateAsync("Does not compile", twice);

        var publish = await studio.SaveAsync(made, publish: true);

        Assert.Equal("definition.errors", publish.Expect(HttpStatusCode.BadRequest).Code);
        Assert.Contains(DefinitionClient.Messages(publish), message => message!.Contains("already the id of", StringComparison.Ordinal));
        Assert.Equal(["1 latest"], await studio.VersionsAsync((string)made["definitionId"]!));
    }

    [Theory]
    [InlineData("""{"variables":[{"id":"v","name":"Amount","typeName":"Decimal","value":"12,"}]}""")]
    [InlineData("""{"variables":[{"id":"v","name":"","typeName":"No.Such","value":{"a":1}}]}""")]
    [InlineData("""{"root":{"id":"flow1","type":"Elsa.Flowchart","version":1,"activities":[{"id":"w","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"get("}}}]}}""")]
    [InlineData("""{"root":{"id":"flow1","type":"Elsa.Flowchart","version":1,"activities":[{"id":"d","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"1:"}}}]}}""")]
    [InlineData("""{"root":{"id":"flow1","type":"Elsa.Flowchart","version":1,"activities":[{"id":"d","type":"Elsa.WriteLine","version":1,"text":{"expression":{"value":1}}}],"connections":[{"source":{"activity":"x"}}]}}""")]
    [InlineData("""{"root":{"id":"flow1","type":"Elsa.Flowchart","version":"one","activities":{"a":1},"connections":7}}""")]
    public async Task Save_HalfTyped_IsKept(string change)
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Half typed");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            made[name] = value?.DeepClone();
        }

        (await studio.SaveAsync(made)).Expect(HttpStatusCode.OK);

        Assert.Equal(2, (await studio.LoadAsync((string)made["definitionId"]!))["createdAt"]!.ToString().Split('.')[1].TrimStart('0')[0] - '0');
    }

    [Fact]
    public async Task Save_OnAPublishedVersion_MakesADraftAndPublishingItRetiresTheOld()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Versions", DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "start1")));
        var id = (string)made["definitionId"]!;
        var first = await studio.PublishAsync(made);

        first["description"] = "better";
        var draft = (JsonObject)(await studio.SaveAsync(first)).Expect(HttpStatusCode.OK).Body["workflowDefinition"]!;

        Assert.NotEqual((string?)first["id"], (string?)draft["id"]);
        Assert.Equal(["1  published", "2 latest"], await studio.VersionsAsync(id));
        await studio.PublishAsync(draft);
        Assert.Equal(["1", "2 latest published"], await studio.VersionsAsync(id));
    }

    [Fact]
    public async Task Save_OpenedOnly_MakesNoVersionAndALayoutStaysInPlace()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Only opened", DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "start1")));
        var id = (string)made["definitionId"]!;
        var published = await studio.PublishAsync(made);

        published["customProperties"]!["VariableTestValues"] = new JsonObject();
        published["options"]!["commitStrategyName"] = null;
        published["root"]!["activities"]![0]!["metadata"]!["designer"]!["size"]!["height"] = 54;
        await studio.SaveAsync(published);
        var moved = await studio.LoadAsync(id);
        moved["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"] = 300;
        await studio.SaveAsync(moved);

        Assert.Equal(["1 latest published"], await studio.VersionsAsync(id));
        Assert.Equal(300, (int)(await studio.LoadAsync(id))["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"]!);
    }

    [Fact]
    public async Task Save_ChangedByAnotherPersonSince_IsRefusedAndOverwritesNothing()
    {
        var anna = await DefinitionClient.AsAsync(shared.Host);
        var carlo = await DefinitionClient.AsAsync(shared.Host, "admin");
        var made = await anna.CreateAsync("Two people");
        var id = (string)made["definitionId"]!;
        var annas = await anna.LoadAsync(id);
        var carlos = await carlo.LoadAsync(id);

        carlos["description"] = "Carlo's";
        (await carlo.SaveAsync(carlos)).Expect(HttpStatusCode.OK);
        annas["description"] = "Anna's";
        var refused = await anna.SaveAsync(annas);

        Assert.Equal("definition.changed-by-other", refused.Expect(HttpStatusCode.BadRequest).Code);
        Assert.Contains("Reload", DefinitionClient.Messages(refused)[0], StringComparison.Ordinal);
        Assert.Equal("Carlo's", (string?)(await anna.LoadAsync(id))["description"]);

        var fresh = await anna.LoadAsync(id);
        fresh["description"] = "Anna's after reading";
        (await anna.SaveAsync(fresh)).Expect(HttpStatusCode.OK);
        carlos["description"] = "Carlo's again, on old ground";
        Assert.Equal("definition.changed-by-other", (await carlo.SaveAsync(carlos)).Code);
    }

    [Fact]
    public async Task Save_QuicklyOnOldGroundByOnePerson_IsNeverRefused()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Quick saves");
        var published = await studio.PublishAsync(made);

        var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
        {
            var model = (JsonObject)published.DeepClone();
            model["description"] = $"save {number}";
            return studio.SaveAsync(model);
        }));

        Assert.All(saves, save => save.Expect(HttpStatusCode.OK));
        Assert.Equal(["1  published", "2 latest"], await studio.VersionsAsync((string)made["definitionId"]!));
    }

    [Fact]
    public async Task Save_AsStudioAutoSaves_IsAuditedOncePerDraftAndPerson()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var model = await studio.PublishAsync(await studio.CreateAsync("Audited"));
        var id = (string)model["definitionId"]!;
        for (var number = 0; number < 3; number++)
        {
            model["description"] = $"step {number}";
            model = (JsonObject)(await studio.SaveAsync(model)).Expect(HttpStatusCode.OK).Body["workflowDefinition"]!;
        }

        await studio.PublishAsync(model);
        (await studio.Api.PostAsync($"{DefinitionClient.Root}/{id}/retract", new { })).Expect(HttpStatusCode.OK);
        (await studio.Api.PostAsync($"{DefinitionClient.Root}/{id}/revert/1", new { })).Expect(HttpStatusCode.OK);

        var lines = await shared.Host.InScopeAsync(db => new DefinitionHistory(db).ListAsync(id, 0, 20, CancellationToken.None));
        Assert.Equal(
            ["definition.reverted 3", "definition.retracted 2", "definition.published 2", "definition.saved 2", "definition.published 1", "definition.created 1"],
            lines.Select(line => $"{line.Kind} {line.Version}"));
        Assert.All(lines, line => Assert.NotNull(line.ActorId));
    }

    [Fact]
    public async Task Save_OfAReadOnlyOne_IsRefused()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Fixed");
        var id = (string)made["definitionId"]!;
        await shared.Host.InScopeAsync(db => db.Set<StoredDefinition>().Where(row => row.DefinitionId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsReadonly, true)));

        made["description"] = "changed";

        Assert.Equal("definition.read-only", (await studio.SaveAsync(made)).Expect(HttpStatusCode.BadRequest).Code);
        Assert.Equal("definition.read-only", (await studio.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/{id}"))).Expect(HttpStatusCode.Conflict).Code);
    }
}
