using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Definitions;

[Collection(ApiCollection.Name)]
public sealed class DefinitionShapeTests(SharedApiHost shared)
{
    private const string Summary = "links[].href links[].method links[].rel createdAt definitionId id isLatest isMaterializerAvailable isPublished isReadonly materializerName name toolVersion version";
    private const string Whole = "links createdAt customProperties definitionId id inputs isLatest isPublished isReadonly isSystem name options outcomes outputs root toolVersion variables version";

    [Fact]
    public async Task Create_FromStudiosDialog_AnswersAsElsaDoes()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var root = DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "start1"));

        var made = await studio.CreateAsync("Shape of a new one", root);
        var loaded = await studio.LoadAsync((string)made["definitionId"]!);

        Assert.Equal(Names(Whole), made.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Workflow1:flow1", (string?)loaded["root"]!["nodeId"]);
        Assert.Equal("Workflow1:flow1:start1", (string?)loaded["root"]!["activities"]![0]!["nodeId"]);
        Assert.Equal((1, true, false), ((int)loaded["version"]!, (bool)loaded["isLatest"]!, (bool)loaded["isPublished"]!));
        Assert.Equal(JsonValueKind.Array, loaded["variables"]!.GetValueKind());
        Assert.Equal(JsonValueKind.Object, loaded["customProperties"]!.GetValueKind());
        Assert.Equal(12, loaded["links"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_OfLatest_HasTheMembersOfElsasSummary()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        await studio.CreateAsync("Shape of a list");

        var list = await studio.Api.GetAsync($"{DefinitionClient.Root}?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=SHAPE of a list&IsSystem=False&OrderDirection=Ascending");

        var item = Assert.Single(list.Expect(HttpStatusCode.OK).Body["items"]!.AsArray())!.AsObject();
        Assert.Equal(Names(Summary).Where(name => !name.StartsWith("links[", StringComparison.Ordinal)).Append("links").Order(StringComparer.Ordinal), item.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(1, (int)list.Body["totalCount"]!);
        Assert.Equal(11, list.Body["links"]!.AsArray().Count);
    }

    [Fact]
    public async Task Save_UnknownMembers_AreKept()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Keeps all");
        made["keptByUs"] = new JsonObject { ["b"] = 1 };
        await studio.SaveAsync(made);
        var model = await studio.LoadAsync((string)made["definitionId"]!);
        model.Remove("keptByUs");
        model["description"] = "changed";

        await studio.SaveAsync(model);

        Assert.Equal("{\"b\":1}", (await studio.LoadAsync((string)made["definitionId"]!))["keptByUs"]!.ToJsonString());
    }

    [Fact]
    public async Task Reads_Others_AnswerAsElsaDoes()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("Read in all ways", DefinitionClient.Flow(DefinitionClient.Activity("Elsa.Start", "start1")));
        var id = (string)made["id"]!;
        var definitionId = (string)made["definitionId"]!;

        var many = await studio.Api.GetAsync($"{DefinitionClient.Root}/many-by-id?Ids={id}");
        var node = await studio.Api.GetAsync($"{DefinitionClient.Root}/subgraph/{id}?parentNodeId=Workflow1:flow1");
        var whole = await studio.Api.GetAsync($"{DefinitionClient.Root}/subgraph/{id}");
        var way = await studio.Api.GetAsync($"{DefinitionClient.Root}/subgraph/segments/{id}?childNodeId=Workflow1:flow1:start1");

        Assert.Equal(id, (string?)many.Body["items"]![0]!["id"]);
        Assert.Equal(("Workflow1:flow1", "Elsa.Flowchart"), ((string?)node.Body["nodeId"], (string?)node.Body["activity"]!["type"]));
        Assert.Equal(("Workflow1", "Elsa.Workflow"), ((string?)whole.Body["nodeId"], (string?)whole.Body["activity"]!["type"]));
        Assert.Equal("Workflow1:flow1:start1", (string?)way.Body["childNode"]!["nodeId"]);
        Assert.True((int)(await studio.Api.GetAsync($"{DefinitionClient.Root}/query/count")).Body["count"]! > 0);
        Assert.False((bool)(await studio.Api.GetAsync($"{DefinitionClient.Root}/validation/is-name-unique?name=Read in all ways")).Body["isUnique"]!);
        Assert.True((bool)(await studio.Api.GetAsync($"{DefinitionClient.Root}/validation/is-name-unique?name=Read in all ways&definitionId={definitionId}")).Body["isUnique"]!);
        Assert.Empty((await studio.Api.GetAsync($"{DefinitionClient.Root}/{definitionId}/consumers")).Body["consumingWorkflowDefinitionIds"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Api.GetAsync($"{DefinitionClient.Root}/by-id/nothing")).Status);
    }

    [Theory]
    [InlineData("""{"publish":false}""", "$.model")]
    [InlineData("""{"model":{"definitionId":"wrong","variables":5}}""", "$.variables")]
    [InlineData("""{"model":{"definitionId":"wrong","root":{"activities":[]}}}""", "$.root")]
    [InlineData("""{"model":""", "JSON")]
    public async Task Save_NoDefinition_IsRefusedWithThePlace(string body, string place)
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);

        var answer = await studio.Api.PostTextAsync(DefinitionClient.Root, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(place, DefinitionClient.Messages(answer)[0], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string text) => text.Split(' ').Order(StringComparer.Ordinal);
}
