using System.Globalization;
using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>Cases that leave the straight way, through the HTTP API.</summary>
public sealed class DetourTests(RunningHost running)
{
    [Theory]
    [InlineData("travel", "withdraw", "withdrawn", "withdrawal-settlement")]
    [InlineData("first-week-check", "early-return", "closed", "early-return")]
    public async Task Event_RaisedOnTheWay_OpensItsTaskAndTheCaseEndsRight(string at, string name, string end, string opens)
    {
        var events = new Dictionary<string, (string, Func<DateOnly, JsonObject>)>(StringComparer.Ordinal) { [at] = (name, today => Said(name, today)) };
        var course = new Course { EventAt = events, End = end };

        var done = await RunAsync(course, "Event" + name.Length, home: "IT");

        Assert.Contains(opens, done);
    }

    [Theory]
    [InlineData("placement-search", "NoPlacement", "widen-search", "Retry", "closed")]
    [InlineData("placement-search", "NoPlacement", "widen-search", "Cancel", "cancelled")]
    [InlineData("visa", "Refused", "visa-refused", "Reapply", "closed")]
    [InlineData("visa", "Refused", "visa-refused", "Cancel", "cancelled")]
    public async Task Outcome_OffTheStraightWay_IsDecidedAndTheCaseEndsRight(string form, string outcome, string thenForm, string thenOutcome, string end)
    {
        var course = new Course
        {
            FirstOutcome = new Dictionary<string, string>(StringComparer.Ordinal) { [form] = outcome, [thenForm] = thenOutcome },
            End = end,
        };

        var done = await RunAsync(course, form[..4] + thenOutcome, home: "MA");

        Assert.Contains(thenForm, done);
        Assert.Equal(end == "closed" ? 2 : 1, done.Count(f => f == form));
    }

    private static JsonObject Said(string name, DateOnly today)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return name == "withdraw"
            ? new JsonObject { ["withdrawnOn"] = day, ["reason"] = "A parent has fallen ill." }
            : new JsonObject { ["effectiveEnd"] = day, ["effectiveReturn"] = day, ["cause"] = "health", ["reason"] = "A broken wrist." };
    }

    private async Task<IReadOnlyList<string>> RunAsync(Course course, string familyName, string home)
    {
        var ct = TestContext.Current.CancellationToken;
        var office = running.Office();
        var driver = new CaseDriver(office);
        var enrolment = Enrolments.Trainee(await RunningHost.TodayAsync(office, ct), familyName);
        enrolment["participant"]!["nationalities"] = new JsonArray(home);
        enrolment["participant"]!["residenceCountry"] = home;
        var id = await driver.EnrolAsync(enrolment, ct);
        await driver.RunAsync(id, course, ct);
        Assert.Empty(await driver.OpenTasksAsync(id, ct));
        return driver.Completed;
    }
}
