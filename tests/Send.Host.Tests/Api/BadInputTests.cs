using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class BadInputTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Json_CutOff_NamesTheLine()
    {
        var answer = await (await ApiClient.AsAsync(host, "coordinator")).PostTextAsync("/api/cases", "{\n \"programme\": \"IVT\",\n \"departure\": ");

        answer.Expect(HttpStatusCode.BadRequest);
        Assert.Equal("request.json", answer.Code);
        Assert.Contains("line 3", (string?)answer.Body["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"departure\":\"2027-13-01\"}", "/departure", "a date")]
    [InlineData("{\"departure\":7}", "/departure", "a date")]
    [InlineData("{\"participant\":{\"eqfLevel\":\"three\"}}", "/participant/eqfLevel", "a whole number")]
    [InlineData("{\"participant\":{\"languages\":[{\"lang\":1}]}}", "/participant/languages/0/lang", "the type")]
    [InlineData("{\"operationId\":\"x\"}", "/operationId", "a UUID")]
    [InlineData("{\"colour\":\"red\"}", "/colour", "colour")]
    [InlineData("{\"participant\":{\"shoeSize\":44}}", "/participant/shoeSize", "shoeSize")]
    public async Task Json_WrongTypeOrUnknownField_NamesTheField(string json, string pointer, string said)
    {
        var answer = await (await ApiClient.AsAsync(host, "coordinator")).PostTextAsync("/api/cases", json);

        answer.Expect(HttpStatusCode.BadRequest);
        Assert.Equal([pointer], answer.Pointers);
        Assert.Contains(said, (string?)answer.Body["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("Send.", (string?)answer.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_FieldTwice_IsRefused()
    {
        var answer = await (await ApiClient.AsAsync(host, "coordinator")).PostTextAsync("/api/cases", "{\"programme\":\"IVT\",\"programme\":\"LMP\"}");

        answer.Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OpenCase_WithManyMistakes_NamesAllAndWritesNothing()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var before = await host.InScopeAsync(db => db.Participants.CountAsync());
        var request = Scenario.OpenCase();
        request["programme"] = "XYZ";
        request["return"] = "2020-01-01";
        request["departure"] = "2020-01-02";
        request["destination"] = new JsonObject { ["country"] = "Spain" };
        request["participant"]!["email"] = "no address";
        request["participant"]!["nationalities"] = new JsonArray("IT", "QQ");

        var answer = (await client.PostAsync("/api/cases", request)).Expect(HttpStatusCode.UnprocessableEntity);

        foreach (var pointer in new[] { "/programme", "/departure", "/destination/country", "/participant/email", "/participant/nationalities/1" })
        {
            Assert.Contains(pointer, answer.Pointers);
        }

        Assert.Equal(before, await host.InScopeAsync(db => db.Participants.CountAsync()));
    }

    [Theory]
    [InlineData(5, "case.length")]
    [InlineData(500, "case.length")]
    public async Task OpenCase_OutsideTheProgrammesLimits_IsRefused(int days, string code)
    {
        var answer = await (await ApiClient.AsAsync(host, "coordinator")).PostAsync("/api/cases", Scenario.OpenCase(days: days));

        Assert.Equal(code, answer.Expect(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal(["/return"], answer.Pointers);
    }

    [Fact]
    public async Task OpenCase_ToTheCountryOfResidence_IsRefused()
    {
        var request = Scenario.OpenCase();
        request["destination"] = new JsonObject { ["country"] = "IT" };

        var answer = await (await ApiClient.AsAsync(host, "coordinator")).PostAsync("/api/cases", request);

        Assert.Equal("case.destination", answer.Expect(HttpStatusCode.UnprocessableEntity).Code);
    }

    [Theory]
    [InlineData("/api/tasks?view=everything", HttpStatusCode.BadRequest, "request.parameter")]
    [InlineData("/api/tasks?view=1", HttpStatusCode.BadRequest, "request.parameter")]
    [InlineData("/api/tasks?due-before=tomorrow", HttpStatusCode.BadRequest, "request.parameter")]
    [InlineData("/api/tasks?page[size]=0", HttpStatusCode.UnprocessableEntity, "page.size")]
    [InlineData("/api/tasks?page[size]=5000", HttpStatusCode.UnprocessableEntity, "page.size")]
    [InlineData("/api/tasks?page[after]=abc", HttpStatusCode.UnprocessableEntity, "page.cursor")]
    [InlineData("/api/cases?page[after]=%22", HttpStatusCode.UnprocessableEntity, "page.cursor")]
    [InlineData("/api/tasks?view=mine&sort=done", HttpStatusCode.UnprocessableEntity, "inbox.sort")]
    [InlineData("/api/cases/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "case.not-found")]
    [InlineData("/api/tasks/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "task.not-found")]
    [InlineData("/api/programmes/none", HttpStatusCode.NotFound, "programme.not-found")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "http.404")]
    public async Task Query_ThatCannotBeTaken_HasCode(string path, HttpStatusCode status, string code)
    {
        var answer = await (await ApiClient.AsAsync(host, "coordinator")).GetAsync(path);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Method_ThatIsNotThere_Is405Problem()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");

        var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/cases"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("http.405", answer.Code);
    }
}
