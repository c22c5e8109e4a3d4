using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class CaseTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task List_InEachOrder_GoesThroughAllCasesOnce(DatabaseKind kind)
    {
        await using var own = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(own, "coordinator");
        foreach (var (family, ahead) in new[] { ("Rossi", 150), ("Bianchi", 170), ("Rossi", 160), ("Verdi", 150) })
        {
            var request = Scenario.OpenCase(ahead);
            request["participant"]!["familyName"] = family;
            (await client.PostAsync("/api/cases", request)).Expect(HttpStatusCode.Created);
        }

        foreach (var (sort, keys) in new (string, Func<JsonNode, string>)[]
        {
            ("departure", row => (string)row["departure"]!), ("start", row => (string)row["start"]!), ("participant", row => ((string)row["participantName"]!).Split(' ')[1]), ("changed", row => (string)row["updatedAt"]!),
        })
        {
            var seen = new List<JsonNode>();
            string? after = null;
            do
            {
                var page = (await client.GetAsync($"/api/cases?sort={sort}&page[size]=1" + (after is null ? "" : $"&page[after]={after}"))).Expect(HttpStatusCode.OK).Body;
                seen.AddRange(page["items"]!.AsArray().Select(row => row!));
                after = (string?)page["next"];
            }
            while (after is not null);

            Assert.Equal(4, seen.Select(row => (string?)row["id"]).Distinct().Count());
            var values = seen.ConvertAll(row => keys(row));
            Assert.Equal(sort == "changed" ? values.OrderDescending(StringComparer.Ordinal) : values.Order(StringComparer.Ordinal), values);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Open_Repeated_MakesOneCase_AndTwentyAtOnceGetTwentyCodes(DatabaseKind kind)
    {
        await using var own = await ApiHost.StartAsync(kind);
        var client = await ApiClient.AsAsync(own, "coordinator");
        var request = Scenario.OpenCase();

        var first = (await client.PostAsync("/api/cases", request)).Expect(HttpStatusCode.Created);
        var repeat = (await client.PostAsync("/api/cases", request)).Expect(HttpStatusCode.Created);
        var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => client.PostAsync("/api/cases", Scenario.OpenCase()))));

        Assert.True(JsonNode.DeepEquals(first.Body, repeat.Body));
        Assert.Equal(20, many.Select(answer => (string?)answer.Expect(HttpStatusCode.Created).Body["code"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(21, await own.InScopeAsync(db => db.Cases.CountAsync()));
        Assert.Equal(21, await own.InScopeAsync(db => db.Tasks.CountAsync(task => task.IsOpen)));
    }

    [Fact]
    public async Task Open_PlansDeadlinesAndSaysLateEntry()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");

        var early = await client.GetAsync($"/api/cases/{await client.OpenCaseAsync(200)}");
        var late = await client.GetAsync($"/api/cases/{await client.OpenCaseAsync(40)}");

        Assert.False((bool)early.Body["details"]!["case"]!["lateEntry"]!);
        Assert.True((bool)late.Body["details"]!["case"]!["lateEntry"]!);
        var codes = early.Body["details"]!["deadlines"]!.AsArray().Select(row => (string?)row!["code"]).ToList();
        Assert.All(new[] { "needs-analysis", "insurance", "departure-check" }, code => Assert.Contains(code, codes));
        Assert.Equal("now", (string?)early.Body["progress"]!.AsArray().First(stage => (string?)stage!["stage"] == "intake")!["state"]);
    }

    [Fact]
    public async Task Open_ByAnalyst_IsForbidden()
    {
        var answer = await (await ApiClient.AsAsync(host, "analyst")).PostAsync("/api/cases", Scenario.OpenCase());

        Assert.Equal((HttpStatusCode.Forbidden, "case.open-forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Open_ForSomebodyOnFile_UsesThatPerson_AndUnknownIdIsRefused()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var person = (await client.PostAsync("/api/participants", new { data = Scenario.Person("Łukasz") })).Expect(HttpStatusCode.Created);
        var request = Scenario.OpenCase();
        request.Remove("participant");
        request["participantId"] = (string?)person.Body["id"];

        var opened = (await client.PostAsync("/api/cases", request)).Expect(HttpStatusCode.Created);
        request["participantId"] = Guid.NewGuid().ToString();
        request["operationId"] = Guid.NewGuid().ToString();
        var unknown = await client.PostAsync("/api/cases", request);

        Assert.Equal((string?)person.Body["id"], (string?)opened.Body["participantId"]);
        Assert.Equal(["/participantId"], unknown.Expect(HttpStatusCode.UnprocessableEntity).Pointers);
    }

    [Fact]
    public async Task List_FiltersAndPages()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync(777);
        var code = (string?)(await client.GetAsync($"/api/cases/{id}")).Body["code"];
        var day = Scenario.Day(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(776));

        foreach (var filter in new[] { $"text={code}", $"departs-after={day}&destination=es", $"departs-after={day}&status=submitted&stage=intake&programme=IVT&running=true" })
        {
            var found = (await client.GetAsync("/api/cases?" + filter)).Expect(HttpStatusCode.OK);
            Assert.Contains(found.Body["items"]!.AsArray(), item => (string?)item!["id"] == id);
        }

        Assert.Empty((await client.GetAsync($"/api/cases?text={code}&destination=MT")).Body["items"]!.AsArray());
        await client.OpenCaseAsync(778);
        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = (await client.GetAsync("/api/cases?page[size]=1" + (after is null ? "" : $"&page[after]={after}"))).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Body["items"]!.AsArray().Select(item => (string?)item!["id"]));
            after = (string?)page.Body["next"];
        }
        while (after is not null);
        Assert.Equal(await host.InScopeAsync(db => db.Cases.CountAsync()), seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Event_Withdraw_StopsTheCase_AndFieldsMayLieBesideData()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync();

        var empty = await client.PostAsync($"/api/cases/{id}/events/withdraw", new { });
        var answer = (await client.PostAsync($"/api/cases/{id}/events/withdraw", new { reason = "A parent has fallen ill.", cause = "family", operationId = Guid.NewGuid() })).Expect(HttpStatusCode.OK);

        Assert.Contains("/data/reason", empty.Expect(HttpStatusCode.UnprocessableEntity).Pointers);
        Assert.Equal(["withdrawal-settlement"], answer.Body["opened"]!.AsArray().Select(task => (string?)task!["formId"]));
        (await client.CompleteAsync(id, "withdrawal-settlement")).Expect(HttpStatusCode.OK);
        var ended = await client.GetAsync($"/api/cases/{id}");
        Assert.Equal("withdrawn", (string?)ended.Body["status"]);
        Assert.Equal((HttpStatusCode.Conflict, "case.ended"), Brief(await client.PostAsync($"/api/cases/{id}/events/withdraw", new { reason = "Again" })));
    }

    [Fact]
    public async Task Event_DatesChanged_MovesDatesAndDeadlines()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync(200);
        var departure = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(230);

        var wrong = await client.PostAsync($"/api/cases/{id}/events/dates-changed", new { data = new { departure = Scenario.Day(departure), @return = Scenario.Day(departure.AddDays(-1)) } });
        (await client.PostAsync($"/api/cases/{id}/events/dates-changed", new { data = new { departure = Scenario.Day(departure), @return = Scenario.Day(departure.AddDays(30)) } })).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var after = await client.GetAsync($"/api/cases/{id}");
        Assert.Equal(Scenario.Day(departure), (string?)after.Body["departure"]);
    }

    [Fact]
    public async Task Event_UnknownOrNotWaitedFor_IsRefused()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync();

        var unknown = await client.PostAsync($"/api/cases/{id}/events/moon-landing", new { });
        var early = await client.PostAsync($"/api/cases/{id}/events/early-return", new { data = new { cause = "health", reason = "A broken wrist." } });
        var analyst = await (await ApiClient.AsAsync(host, "analyst")).PostAsync($"/api/cases/{id}/events/withdraw", new { reason = "No" });

        Assert.Equal((HttpStatusCode.NotFound, "case.event-unknown"), Brief(unknown));
        Assert.Equal("process.nobody-waits", early.Code);
        Assert.Equal((HttpStatusCode.Forbidden, "case.steer-forbidden"), Brief(analyst));
    }

    [Fact]
    public async Task Owner_CanBeACoordinatorOnly()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync();
        var staff = (await client.GetAsync("/api/staff")).Body.AsArray();
        var tutor = staff.First(member => (string?)member!["email"] == "tutor@send.example")!["id"];
        var admin = staff.First(member => (string?)member!["email"] == "admin@send.example")!["id"];

        var refused = await client.PostAsync($"/api/cases/{id}/owner", new { ownerId = (string?)tutor });
        (await client.PostAsync($"/api/cases/{id}/owner", new { ownerId = (string?)admin })).Expect(HttpStatusCode.OK);

        Assert.Equal(["/ownerId"], refused.Expect(HttpStatusCode.UnprocessableEntity).Pointers);
        Assert.Equal((string?)admin, (string?)(await client.GetAsync($"/api/cases/{id}")).Body["details"]!["case"]!["owner"]!["id"]);
    }

    private static (HttpStatusCode Status, string? Code) Brief(ApiAnswer answer) => (answer.Status, answer.Code);
}
