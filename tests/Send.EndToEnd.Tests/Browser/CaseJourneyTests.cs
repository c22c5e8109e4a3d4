using System.Globalization;
using System.Text.Json.Nodes;
using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>A case taken from enrolment to its end through the pages, as a coordinator does it.</summary>
public sealed class CaseJourneyTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    private const int RoundLimit = 120;

    [Fact]
    public async Task Trainee_WorkedThroughThePages_CaseIsClosed()
    {
        var ct = TestContext.Current.CancellationToken;
        var office = running.Office();
        await using var visitor = await chromium.NewPageAsync(running.Host.BaseAddress, "en");
        var browser = new OfficeBrowser(visitor);
        await browser.SignInAsync("coordinator");
        var caseId = await browser.EnrolAsync(Person(await RunningHost.TodayAsync(office, ct)));

        var driver = new CaseDriver(office);
        var status = "";
        for (var round = 0; round < RoundLimit && status != "Closed"; round++)
        {
            status = await browser.StatusAsync(caseId);
            var open = await driver.OpenTasksAsync(caseId, ct);
            if (status != "Closed" && open.Count == 0)
            {
                await office.PassTimeAsync(TimeSpan.FromDays(7), ct);
            }

            foreach (var id in open.Select(task => task["id"]!.GetValue<string>()))
            {
                await WorkAsync(browser, office, id, ct);
            }
        }

        Assert.Equal("Closed", status);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task WorkAsync(OfficeBrowser browser, Office office, string taskId, CancellationToken ct)
    {
        var task = await office.Coordinator.GetAsync($"/api/tasks/{taskId}", ct);
        if (task["state"]!.GetValue<string>() is not ("ready" or "claimed" or "waiting"))
        {
            return; // Something completed before it has taken this one away.
        }

        var values = ExampleForm.Fill(task["form"]!["schema"]!, Filling.RequiredOnly);
        await browser.CompleteAsync(taskId, values, task["form"]!["outcomes"]![0]!.GetValue<string>());
    }

    private static JsonObject Person(DateOnly today) => new()
    {
        ["who"] = "new",
        ["givenName"] = "Łucja",
        ["familyName"] = "Ångström",
        ["birthDate"] = "2006-05-14",
        ["nationality"] = "IT",
        ["email"] = "lucja@participants.example",
        ["phone"] = "+390612345678",
        ["language"] = "it",
        ["status"] = "vocationalStudent",
        ["residenceCountry"] = "IT",
        ["programme"] = "IVT",
        ["departure"] = today.AddDays(190).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["return"] = today.AddDays(220).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["country"] = "DE",
        ["destinationCity"] = "Leipzig",
    };
}
