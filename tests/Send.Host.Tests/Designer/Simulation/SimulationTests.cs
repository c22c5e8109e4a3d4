using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>The shipped workflow, tried out through `POST /api/simulations`.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class SimulationTests(SharedApiHost shared)
{
    private const string Ivt = "initial-vocational-training";

    [Fact]
    public async Task Simulate_ShippedWorkflowWithDefaults_ClosesTheCase()
    {
        var result = await RunAsync(new JsonObject { ["definitionId"] = Ivt });

        Assert.Equal(("finished", "closed"), ((string?)result["end"]!["kind"], (string?)result["case"]!["status"]));
        Assert.Empty(result["findings"]!.AsArray());
        Assert.Contains(result["documents"]!.AsArray(), paper => (string?)paper!["kind"] == "learning-agreement" && paper["data"] is JsonObject { Count: > 0 });
        Assert.Contains(result["mails"]!.AsArray(), mail => ((string?)mail!["text"])!.Length > 40 && ((string?)mail["subject"])!.Length > 10);
        Assert.All(result["tasks"]!.AsArray(), task => Assert.Equal("done", (string?)task!["state"]));
        Assert.Contains(result["deadlines"]!.AsArray(), deadline => (string?)deadline!["code"] == "insurance" && (string?)deadline["state"] == "met");
        var days = result["timeline"]!.AsArray().Select(entry => (string?)entry!["on"]).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.InRange((int)result["paths"]![0]!["coverage"]!, 30, 99);
        Assert.Contains(result["paths"]!.AsArray(), paths => (string?)paths!["definitionId"] == "logistics" && !(bool)paths["simulated"]!);
    }

    [Theory]
    [InlineData("eligibility-check", "NotEligible", null, null, "rejected")]
    [InlineData("placement-search", "NoPlacement", "widen-search", "Cancel", "cancelled")]
    [InlineData("visa", "Refused", "visa-refused", "Cancel", "cancelled")]
    public async Task Simulate_OtherAnswers_LeadToTheOtherEnds(string form, string outcome, string? then, string? outcomeThen, string status)
    {
        var answers = new JsonArray(new JsonObject { ["form"] = form, ["outcome"] = outcome });
        if (then is not null)
        {
            answers.Add(new JsonObject { ["form"] = then, ["outcome"] = outcomeThen });
        }

        var request = new JsonObject { ["definitionId"] = Ivt, ["answers"] = answers };
        if (form == "visa")
        {
            (request["nationality"], request["destination"]) = ("TR", "GB");
        }

        var result = await RunAsync(request);

        Assert.Equal(("finished", status), ((string?)result["end"]!["kind"], (string?)result["case"]!["status"]));
        Assert.Contains(result["tasks"]!.AsArray(), task => (string?)task!["form"] == form && (string?)task["outcome"] == outcome);
        Assert.Empty(result["findings"]!.AsArray());
    }

    [Theory]
    [InlineData("withdraw", "placement-search", "withdrawn", "taskCancelled")]
    [InlineData("early-return", "first-week-check", "closed", "replanned")]
    [InlineData("dates-changed", "needs-analysis", "closed", "replanned")]
    public async Task Simulate_Event_HappensOnItsDay(string name, string form, string status, string entry)
    {
        var result = await RunAsync(new JsonObject { ["definitionId"] = Ivt, ["events"] = new JsonArray(new JsonObject { ["name"] = name, ["form"] = form, ["after"] = 1 }) });

        var opened = DateOnly.Parse((string)result["tasks"]!.AsArray().First(task => (string?)task!["form"] == form)!["opened"]!, System.Globalization.CultureInfo.InvariantCulture);
        var happened = result["timeline"]!.AsArray().Single(one => (string?)one!["kind"] == "event")!;
        Assert.Equal((name, Scenario.Day(opened.AddDays(1))), ((string?)happened["value"], (string?)happened["on"]));
        Assert.Equal(("finished", status), ((string?)result["end"]!["kind"], (string?)result["case"]!["status"]));
        Assert.Contains(result["timeline"]!.AsArray(), one => (string?)one!["kind"] == entry);
    }

    [Fact]
    public async Task Simulate_SameRequestTwice_GivesTheSameResult()
    {
        var request = new JsonObject { ["definitionId"] = Ivt, ["enrolled"] = "2027-01-11", ["departure"] = "2027-07-05", ["pace"] = "onDue" };

        var first = await RunAsync(request.DeepClone().AsObject());
        var second = await RunAsync(request.DeepClone().AsObject());

        Assert.Equal(WithoutIds(first), WithoutIds(second));
    }

    [Fact]
    public async Task Simulate_LatePace_ShowsTheReminders()
    {
        var result = await RunAsync(new JsonObject { ["definitionId"] = Ivt, ["pace"] = "late", ["paceDays"] = 5 });

        var mails = result["mails"]!.AsArray().Where(mail => (bool)mail!["reminder"]!).Select(mail => (string?)mail!["template"]).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("task-reminder", mails);
        Assert.Contains("task-overdue", mails);
        Assert.Contains(result["deadlines"]!.AsArray(), deadline => (int)deadline!["reminders"]! > 1);
    }

    [Fact]
    public async Task Simulate_ValuesOfAField_ReachTheForm()
    {
        var answer = new JsonObject { ["form"] = "needs-analysis", ["data"] = new JsonObject { ["summary"] = "She wants to learn laminated doughs and to speak Spanish with customers." } };

        var result = await RunAsync(new JsonObject { ["definitionId"] = Ivt, ["answers"] = new JsonArray(answer) });

        var task = result["tasks"]!.AsArray().Single(one => (string?)one!["form"] == "needs-analysis")!;
        Assert.Equal("She wants to learn laminated doughs and to speak Spanish with customers.", (string?)task["data"]!["summary"]);
    }

    [Fact]
    public async Task Simulate_WrongRequest_NamesEachField()
    {
        var client = await ApiClient.AsAsync(shared.Host, "coordinator");

        var answer = await client.PostAsync("/api/simulations", new JsonObject
        {
            ["definitionId"] = Ivt,
            ["destination"] = "XX",
            ["age"] = 3,
            ["answers"] = new JsonArray(new JsonObject { ["form"] = "no-such-form", ["outcome"] = "Done" }),
            ["events"] = new JsonArray(new JsonObject { ["name"] = "earthquake" }),
        });
        var missing = await client.PostAsync("/api/simulations", new JsonObject { ["definitionId"] = "no-such-workflow" });

        answer.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["/age", "/answers/0/form", "/destination", "/events/0/name"], answer.Pointers.Order(StringComparer.Ordinal));
        Assert.Equal("definition.not-found", missing.Expect(HttpStatusCode.NotFound).Code);
    }

    [Fact]
    public async Task Simulate_WithoutThePermission_IsRefused()
    {
        var client = await ApiClient.AsAsync(shared.Host, "tutor");

        (await client.PostAsync("/api/simulations", new JsonObject { ["definitionId"] = Ivt })).Expect(HttpStatusCode.Forbidden);
    }

    private static string WithoutIds(JsonNode result) => Id().Replace(result.ToJsonString(), "id");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Id();

    private async Task<JsonNode> RunAsync(JsonObject request)
    {
        var client = await ApiClient.AsAsync(shared.Host, "coordinator");
        return (await client.PostAsync("/api/simulations", request)).Expect(HttpStatusCode.OK).Body;
    }
}
