using Send.Activities.Tests.Hosting;
using Send.Core.Cases;

namespace Send.Activities.Tests.Workflows;

/// <summary>The shipped workflow from enrolment to the closed file.</summary>
public sealed class WholeCourseTests
{
    [Fact]
    public async Task Course_EverythingGoesWell_EndsClosed()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.GetReadyAsync();
        Assert.Equal(CaseStatus.Ready, (await course.CaseAsync()).Status);

        await course.StayAsync();
        await course.CompleteAsync("return-confirmation");
        Assert.Equal(CaseStatus.Returned, (await course.CaseAsync()).Status);
        await course.CompleteAllAsync("mobility-evaluation", "participant-report", "certification", "credit-transfer", "close-case");

        var ended = await course.CaseAsync();
        Assert.Equal((CaseStatus.Closed, CaseStage.Closed), (ended.Status, ended.Stage));
        Assert.Equal("", await course.OpenFormsAsync());
        Assert.Equal("Finished", (await course.InstanceAsync()).Status.ToString());
    }
}
