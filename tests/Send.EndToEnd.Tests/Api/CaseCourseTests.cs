namespace Send.EndToEnd.Tests.Api;

/// <summary>Cases taken from enrolment to their end through the HTTP API, by a client that knows nothing but the API.</summary>
public sealed class CaseCourseTests(RunningHost running)
{
    [Theory]
    [InlineData(nameof(Filling.Everything), "Everywhere")]
    [InlineData(nameof(Filling.RequiredOnly), "Sparing")]
    public async Task Trainee_FormsFilledFromTheirExamples_CaseIsClosed(string filling, string familyName)
    {
        var ct = TestContext.Current.CancellationToken;
        var office = running.Office();
        var driver = new CaseDriver(office);
        var id = await driver.EnrolAsync(Enrolments.Trainee(await RunningHost.TodayAsync(office, ct), familyName), ct);

        await driver.RunAsync(id, new Course { Filling = Enum.Parse<Filling>(filling) }, ct);

        Assert.Equal("Closed", await driver.StatusAsync(id, ct), ignoreCase: true);
        Assert.Empty(await driver.OpenTasksAsync(id, ct));
    }
}
