using System.Net;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Descriptors;

/// <summary>What Studio asks for before it draws anything: every list is there, in the shape that it reads.</summary>
[Collection(ApiCollection.Name)]
public sealed class DescriptorShapeTests(SharedApiHost shared)
{
    private const string Base = "/elsa/api";

    public static TheoryData<string, string> Lists => new()
    {
        { "/descriptors/activities", "typeName namespace name version category displayName description inputs outputs kind runAsynchronously ports customProperties constructionProperties isContainer isBrowsable isStart isTerminal" },
        { "/descriptors/expression-descriptors", "type displayName isSerializable isBrowsable properties" },
        { "/descriptors/variables", "typeName displayName category description" },
        { "/descriptors/storage-drivers", "typeName displayName priority deprecated" },
        { "/descriptors/incident-strategies", "displayName description typeName" },
        { "/descriptors/workflow-activation-strategies", "displayName description typeName" },
        { "/features/installed", "name namespace fullName displayName description" },
        { "/descriptors/log-persistence-strategies", "" },
        { "/descriptors/commit-strategies/workflows", "" },
        { "/descriptors/commit-strategies/activities", "" },
        { "/descriptors/output-converters?sourceType=Decimal&destinationType=Decimal", "" },
        { "/resilience/strategies?category=HTTP", "" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_Asked_IsThereWithItsFields(string path, string fields)
    {
        var coordinator = await ApiClient.AsAsync(shared.Host, "coordinator");
        var answer = await coordinator.GetAsync(Base + path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var items = answer.Body["items"]!.AsArray();
        Assert.Equal(items.Count, (int)answer.Body["count"]!);
        var expected = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length > 0, items.Count > 0);
        Assert.All(items, item => Assert.Equal("", string.Join(' ', expected.Where(field => !item!.AsObject().ContainsKey(field)))));
    }

    [Fact]
    public async Task Activity_OfOurs_IsWrittenAsElsaWritesOne()
    {
        var coordinator = await ApiClient.AsAsync(shared.Host, "coordinator");
        var visa = (await coordinator.GetAsync(Base + "/descriptors/activities/Send.ArrangeVisa")).Body;
        Assert.StartsWith("Send", (string?)visa["category"], StringComparison.Ordinal);
        Assert.Equal("Task", (string?)visa["kind"]);
        Assert.Equal(["NotNeeded", "Granted", "Refused"], visa["ports"]!.AsArray().Select(port => (string?)port!["name"]));
        Assert.Equal(["Not needed", "Granted", "Refused"], visa["ports"]!.AsArray().Select(port => (string?)port!["displayName"]));
        Assert.All(visa["ports"]!.AsArray(), port => Assert.Equal("Flow", (string?)port!["type"]));
        var role = visa["inputs"]!.AsArray().Single(input => (string?)input!["name"] == "Role")!;
        Assert.Equal(("dropdown", "LogisticsOfficer", "Send.Core.Staff.StaffRole, Send.Core"), ((string?)role["uiHint"], (string?)role["defaultValue"], (string?)role["typeName"]));
        var choices = role["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Contains(choices, choice => (string?)choice!["text"] == "Logistics officer" && (string?)choice["value"] == "LogisticsOfficer");
    }

    [Fact]
    public async Task Unknown_ActivityAndFeature_AreNotFound()
    {
        var coordinator = await ApiClient.AsAsync(shared.Host, "coordinator");
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Base + "/descriptors/activities/Elsa.StateMachine")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Base + "/features/installed/Elsa.Resilience")).Status);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(Base + "/features/installed/Elsa.RealTimeWorkflowUpdates")).Status);
        Assert.StartsWith("3.8", (string?)(await coordinator.GetAsync(Base + "/package/version")).Body["packageVersion"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_AskedAgain_AreNotSentAgain()
    {
        var coordinator = await ApiClient.AsAsync(shared.Host, "coordinator");
        using var first = await coordinator.Http.GetAsync(new Uri(Base + "/descriptors/activities?Refresh=True", UriKind.Relative));
        var tag = first.Headers.ETag;
        Assert.NotNull(tag);
        using var question = new HttpRequestMessage(HttpMethod.Get, Base + "/descriptors/activities?Refresh=True");
        question.Headers.IfNoneMatch.Add(tag);
        using var second = await coordinator.Http.SendAsync(question);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Choices_OfOneInput_AreThoseOfTheCatalogue()
    {
        var coordinator = await ApiClient.AsAsync(shared.Host, "coordinator");
        var answer = await coordinator.PostAsync(Base + "/descriptors/activities/Send.ArrangeVisa/options/role", new { context = new { role = "x" } });
        Assert.Equal(9, answer.Body["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Count);
        var none = await coordinator.PostAsync(Base + "/descriptors/activities/Send.ArrangeVisa/options/none", new { });
        Assert.Equal((HttpStatusCode.OK, 0), (none.Status, none.Body["items"]!.AsObject().Count));
    }

    [Theory]
    [InlineData("/descriptors/activities")]
    [InlineData("/features/installed")]
    public async Task Lists_ForWhoDoesNotDesign_AreForbidden(string path)
    {
        var tutor = await ApiClient.AsAsync(shared.Host, "tutor");
        Assert.Equal(HttpStatusCode.Forbidden, (await tutor.GetAsync(Base + path)).Status);
        using var stranger = shared.Host.CreateClient();
        using var answer = await stranger.GetAsync(new Uri(Base + path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
