using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Send.Host.Tests.Api;

/// <summary>Steps that several tests take.</summary>
internal static class Scenario
{
    private static int people;

    /// <summary>Data of a person whom no other test has.</summary>
    public static JsonObject Person(string given = "Žofia")
    {
        var number = Interlocked.Increment(ref people);
        return new()
        {
            ["givenName"] = given,
            ["familyName"] = $"Horváthová-{number:000}",
            ["birthDate"] = "2007-02-03",
            ["nationalities"] = new JsonArray("IT"),
            ["email"] = $"zofia{number}@example.org",
            ["residenceCountry"] = "IT",
            ["fieldOfStudy"] = "1013",
        };
    }

    /// <summary>A request to open a case that can be taken as it is.</summary>
    public static JsonObject OpenCase(int daysAhead = 150, int days = 30)
    {
        var departure = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(daysAhead);
        return new()
        {
            ["programme"] = "IVT",
            ["participant"] = Person(),
            ["departure"] = Day(departure),
            ["return"] = Day(departure.AddDays(days)),
            ["destination"] = new JsonObject { ["country"] = "ES", ["city"] = "Sevilla" },
            ["operationId"] = Guid.NewGuid().ToString(),
        };
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<string> OpenCaseAsync(this ApiClient client, int daysAhead = 150)
    {
        var opened = await client.PostAsync("/api/cases", OpenCase(daysAhead));
        return (string)opened.Expect(HttpStatusCode.Created).Body["id"]!;
    }

    /// <summary>The open task of a form of the case, as the API shows it with its form.</summary>
    public static async Task<JsonNode> TaskAsync(this ApiClient client, string caseId, string form)
    {
        var list = (await client.GetAsync($"/api/tasks?view=all&open=true&case={caseId}")).Expect(HttpStatusCode.OK);
        var row = list.Body["items"]!.AsArray().Single(item => (string?)item!["formId"] == form)!;
        return (await client.GetAsync($"/api/tasks/{row["id"]}")).Expect(HttpStatusCode.OK).Body;
    }

    /// <summary>A completion filled from the examples of the form's schema.</summary>
    public static JsonObject Completion(JsonNode task, string? outcome = null) => new()
    {
        ["outcome"] = outcome ?? (string?)task["form"]!["outcomes"]![0],
        ["data"] = task["form"]!["schema"]!["examples"]![0]!.DeepClone(),
        ["revision"] = (long)task["form"]!["revision"]!,
        ["operationId"] = Guid.NewGuid().ToString(),
    };

    public static async Task<ApiAnswer> CompleteAsync(this ApiClient client, string caseId, string form)
    {
        var task = await client.TaskAsync(caseId, form);
        return await client.PostAsync($"/api/tasks/{task["id"]}/complete", Completion(task));
    }
}
