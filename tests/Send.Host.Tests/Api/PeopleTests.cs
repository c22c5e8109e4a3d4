using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class PeopleTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Participant_SensitiveValues_AreShownOnRequestToWhoMayAndAudited()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var data = Scenario.Person("Ελένη");
        (data["iban"], data["documentNumber"], data["healthNotes"]) = ("IT60 X054 2811 1010 0000 0123 456", "CA12345AB", "Coeliac");
        var id = (string?)(await client.PostAsync("/api/participants", new { data })).Expect(HttpStatusCode.Created).Body["id"];

        var plain = (await client.GetAsync($"/api/participants/{id}")).Expect(HttpStatusCode.OK);
        var analyst = await (await ApiClient.AsAsync(host, "analyst")).GetAsync($"/api/participants/{id}?sensitive=true");
        var auditBefore = await host.InScopeAsync(db => db.Audit.CountAsync(row => row.Kind == "participant.sensitive-read" && row.Data!.Contains(id!)));
        var sensitive = (await client.GetAsync($"/api/participants/{id}?sensitive=true")).Expect(HttpStatusCode.OK);
        var auditAfter = await host.InScopeAsync(db => db.Audit.CountAsync(row => row.Kind == "participant.sensitive-read" && row.Data!.Contains(id!)));

        Assert.Null(plain.Body["data"]!["iban"]);
        Assert.True((bool)plain.Body["has"]!["iban"]!);
        Assert.Equal("IT60X0542811101000000123456", (string?)sensitive.Body["data"]!["iban"]);
        Assert.Equal((HttpStatusCode.Forbidden, "participant.sensitive"), (analyst.Status, analyst.Code));
        Assert.Equal((0, 1), (auditBefore, auditAfter));
    }

    [Fact]
    public async Task Participant_SensitiveColumns_AreEncryptedInTheDatabase()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var data = Scenario.Person();
        data["documentNumber"] = "SECRET-4711";
        var id = Guid.Parse((string)(await client.PostAsync("/api/participants", new { data })).Expect(HttpStatusCode.Created).Body["id"]!);

        var stored = await host.InScopeAsync(db => db.Database.SqlQuery<string>($"SELECT DocumentNumber AS Value FROM Participants WHERE Id = {id}").SingleAsync());

        Assert.DoesNotContain("SECRET", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participant_Update_KeepsSensitiveValuesThatAreNotSent_AndChecksTheRevision()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var data = Scenario.Person();
        data["documentNumber"] = "CA1";
        var created = (await client.PostAsync("/api/participants", new { data })).Expect(HttpStatusCode.Created).Body;
        data.Remove("documentNumber");
        data["city"] = "Łódź";

        var saved = (await client.PutAsync($"/api/participants/{created["id"]}", new { data, revision = (long)created["revision"]! })).Expect(HttpStatusCode.OK);
        var stale = await client.PutAsync($"/api/participants/{created["id"]}", new { data, revision = (long)created["revision"]! });

        var read = (await client.GetAsync($"/api/participants/{created["id"]}?sensitive=true")).Body;
        Assert.Equal(("Łódź", "CA1"), ((string?)read["data"]!["city"], (string?)read["data"]!["documentNumber"]));
        Assert.Equal((long)saved.Body["revision"]!, (long)read["revision"]!);
        Assert.Equal((HttpStatusCode.Conflict, "row.stale"), (stale.Status, stale.Code));
    }

    [Fact]
    public async Task Participants_AreFoundWhateverTheLettersCase()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var data = Scenario.Person("Анна");
        data["familyName"] = "Šćerbáková";
        await client.PostAsync("/api/participants", new { data });

        foreach (var text in new[] { "анна", "šĆERB" })
        {
            var found = (await client.GetAsync($"/api/participants?text={Uri.EscapeDataString(text)}")).Expect(HttpStatusCode.OK);
            Assert.Contains(found.Body["items"]!.AsArray(), item => (string?)item!["familyName"] == "Šćerbáková");
        }

        Assert.Empty((await client.GetAsync("/api/participants?text=%25")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Organisation_And_Offer_AreMadeChangedAndListed()
    {
        var client = await ApiClient.AsAsync(host, "placement");
        var data = new JsonObject
        {
            ["name"] = "Confitería Prueba",
            ["kinds"] = new JsonArray("hosting", "intermediary"),
            ["country"] = "ES",
            ["city"] = "Sevilla",
            ["contacts"] = new JsonArray(new JsonObject { ["name"] = "Carmen Ortiz", ["email"] = "c@example.org", ["isMentor"] = true }),
        };

        var created = (await client.PostAsync("/api/organisations", new { data })).Expect(HttpStatusCode.Created).Body;
        data["contacts"] = new JsonArray(new JsonObject { ["name"] = "Luis Romero" });
        var changed = (await client.PutAsync($"/api/organisations/{created["id"]}", new { data, revision = (long)created["revision"]! })).Expect(HttpStatusCode.OK).Body;
        var offer = (await client.PostAsync("/api/offers", new { data = new { hostId = (string?)created["id"], title = "Pastry", tasks = "Doughs", availableFrom = "2027-01-01", availableTo = "2027-12-31" } })).Expect(HttpStatusCode.Created).Body;
        var wrong = await client.PostAsync("/api/offers", new { data = new { hostId = (string?)created["id"], title = "Pastry", tasks = "Doughs", availableFrom = "2027-12-01", availableTo = "2027-01-31", hoursPerWeek = 90 } });

        var details = (await client.GetAsync($"/api/organisations/{created["id"]}")).Body;
        Assert.Equal(["Luis Romero"], details["data"]!["contacts"]!.AsArray().Select(contact => (string?)contact!["name"]));
        Assert.Equal((long)changed["revision"]!, (long)details["revision"]!);
        Assert.Equal((string?)offer["id"], (string?)details["offers"]!.AsArray().Single()!["id"]);
        Assert.Equal("Sevilla", (string?)(await client.GetAsync($"/api/offers/{offer["id"]}")).Body["data"]!["city"]);
        Assert.Equal(["/availableTo", "/hoursPerWeek"], wrong.Expect(HttpStatusCode.UnprocessableEntity).Pointers);
        Assert.Contains((await client.GetAsync("/api/organisations?kind=intermediary&country=es&text=prueba")).Body["items"]!.AsArray(), row => (string?)row!["id"] == (string?)created["id"]);
        Assert.DoesNotContain((await client.GetAsync("/api/organisations?kind=sending&page[size]=200")).Body["items"]!.AsArray(), row => (string?)row!["id"] == (string?)created["id"]);
        Assert.Contains((await client.GetAsync("/api/offers?available-on=2027-05-05&programme=ivt")).Body["items"]!.AsArray(), row => (string?)row!["id"] == (string?)offer["id"]);
    }

    [Fact]
    public async Task People_ByTutor_AreReadOnly()
    {
        var answer = await (await ApiClient.AsAsync(host, "tutor")).PostAsync("/api/participants", new { data = Scenario.Person() });

        Assert.Equal((HttpStatusCode.Forbidden, "people.forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Search_FindsCasesPeopleAndTasks()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var request = Scenario.OpenCase();
        request["participant"]!["familyName"] = "Quetzalcoatl";
        await client.PostAsync("/api/cases", request);

        var hits = (await client.GetAsync("/api/search?text=quetzal")).Expect(HttpStatusCode.OK).Body.AsArray();

        Assert.Equal(["case", "participant", "task"], hits.Select(hit => (string?)hit!["kind"]));
    }
}
